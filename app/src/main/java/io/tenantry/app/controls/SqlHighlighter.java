package io.tenantry.app.controls;

import java.util.Collection;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.fxmisc.richtext.model.StyleSpans;
import org.fxmisc.richtext.model.StyleSpansBuilder;

/** Names the parts of an SQL text by style classes; words are those of SQLite's grammar. */
final class SqlHighlighter {
  private static final String KEYWORDS =
      """
      ABORT|ACTION|ADD|AFTER|ALL|ALTER|ALWAYS|ANALYZE|AND|AS|ASC|ATTACH|AUTOINCREMENT|BEFORE|BEGIN|\
      BETWEEN|BY|CASCADE|CASE|CAST|CHECK|COLLATE|COLUMN|COMMIT|CONFLICT|CONSTRAINT|CREATE|CROSS|\
      CURRENT|CURRENT_DATE|CURRENT_TIME|CURRENT_TIMESTAMP|DATABASE|DEFAULT|DEFERRABLE|DEFERRED|\
      DELETE|DESC|DETACH|DISTINCT|DO|DROP|EACH|ELSE|END|ESCAPE|EXCEPT|EXCLUDE|EXCLUSIVE|EXISTS|\
      EXPLAIN|FAIL|FILTER|FIRST|FOLLOWING|FOR|FOREIGN|FROM|FULL|GENERATED|GLOB|GROUP|GROUPS|HAVING|\
      IF|IGNORE|IMMEDIATE|IN|INDEX|INDEXED|INITIALLY|INNER|INSERT|INSTEAD|INTERSECT|INTO|IS|ISNULL|\
      JOIN|KEY|LAST|LEFT|LIKE|LIMIT|MATCH|MATERIALIZED|NATURAL|NO|NOT|NOTHING|NOTNULL|NULL|NULLS|OF|\
      OFFSET|ON|OR|ORDER|OTHERS|OUTER|OVER|PARTITION|PLAN|PRAGMA|PRECEDING|PRIMARY|QUERY|RAISE|RANGE|\
      RECURSIVE|REFERENCES|REGEXP|REINDEX|RELEASE|RENAME|REPLACE|RESTRICT|RETURNING|RIGHT|ROLLBACK|\
      ROW|ROWS|SAVEPOINT|SELECT|SET|STRICT|TABLE|TEMP|TEMPORARY|THEN|TIES|TO|TRANSACTION|TRIGGER|\
      UNBOUNDED|UNION|UNIQUE|UPDATE|USING|VACUUM|VALUES|VIEW|VIRTUAL|WHEN|WHERE|WINDOW|WITH|WITHOUT\
      """;
  private static final String TYPES =
      "INTEGER|INT|TEXT|REAL|BLOB|NUMERIC|ANY|BOOLEAN|DATE|DATETIME";
  private static final List<String> GROUPS =
      List.of("comment", "string", "name", "number", "parameter", "keyword", "type", "function");
  private static final Pattern PARTS =
      Pattern.compile(
          "(?<comment>--[^\\n]*|/\\*[\\s\\S]*?(?:\\*/|\\z))"
              + "|(?<string>[xX]?'(?:[^']|'')*(?:'|\\z))"
              + "|(?<name>\"(?:[^\"]|\"\")*(?:\"|\\z)|`[^`]*(?:`|\\z)|\\[[^\\]]*(?:\\]|\\z))"
              + "|(?<number>\\b(?:0[xX][0-9a-fA-F]+|\\d+(?:\\.\\d*)?(?:[eE][+-]?\\d+)?)\\b)"
              + "|(?<parameter>\\?\\d*|[:@$][A-Za-z_]\\w*)"
              + "|(?<keyword>\\b(?:"
              + KEYWORDS
              + ")\\b)|(?<type>\\b(?:"
              + TYPES
              + ")\\b)|(?<function>\\b[A-Za-z_]\\w*(?=\\())",
          Pattern.CASE_INSENSITIVE);

  private SqlHighlighter() {}

  static StyleSpans<Collection<String>> spans(String text) {
    StyleSpansBuilder<Collection<String>> spans = new StyleSpansBuilder<>();
    Matcher matcher = PARTS.matcher(text);
    int last = 0;
    while (matcher.find()) {
      spans.add(List.of(), matcher.start() - last);
      spans.add(List.of("sql-" + group(matcher)), matcher.end() - matcher.start());
      last = matcher.end();
    }
    spans.add(List.of(), text.length() - last);
    return spans.create();
  }

  static List<String> keywords() {
    return List.of(KEYWORDS.split("\\|"));
  }

  private static String group(Matcher matcher) {
    for (String group : GROUPS) {
      if (matcher.start(group) >= 0) {
        return group;
      }
    }
    throw new IllegalStateException("a match without a group");
  }
}
