package io.tenantry.app.controls.sql;

import io.tenantry.sql.Keywords;
import io.tenantry.sql.SqlNames;
import io.tenantry.sql.SqlScanner;
import io.tenantry.sql.Token;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.fxmisc.richtext.model.StyleSpans;
import org.fxmisc.richtext.model.StyleSpansBuilder;

/** Names the parts of an SQL text by style classes, as SQLite cuts it into tokens. */
final class SqlHighlighter {
  private static final Set<String> TYPES =
      Set.of(
          "INTEGER",
          "INT",
          "TEXT",
          "REAL",
          "BLOB",
          "NUMERIC",
          "ANY",
          "BOOLEAN",
          "DATE",
          "DATETIME",
          "STRICT");

  private SqlHighlighter() {}

  static StyleSpans<Collection<String>> spans(String text) {
    StyleSpansBuilder<Collection<String>> spans = new StyleSpansBuilder<>();
    SqlScanner scanner = new SqlScanner(text);
    while (scanner.hasNext()) {
      Token token = scanner.next();
      spans.add(styleOf(token), token.end() - token.start());
    }
    return spans.create();
  }

  private static Collection<String> styleOf(Token token) {
    return switch (token.kind()) {
      case COMMENT -> List.of("sql-comment");
      case STRING, BLOB -> List.of("sql-string");
      case QUOTED_NAME -> List.of("sql-name");
      case NUMBER -> List.of("sql-number");
      case VARIABLE -> List.of("sql-parameter");
      case WORD -> styleOfWord(token);
      case ILLEGAL -> styleOfUnfinished(token.source().charAt(token.start()));
      case SEMICOLON, PUNCTUATION, SPACE -> List.of();
    };
  }

  private static Collection<String> styleOfWord(Token word) {
    if (Keywords.contains(word.text())) {
      return List.of("sql-keyword");
    }
    if (TYPES.contains(SqlNames.upper(word.text()))) {
      return List.of("sql-type");
    }
    boolean called = word.end() < word.source().length() && word.source().charAt(word.end()) == '(';
    return called ? List.of("sql-function") : List.of();
  }

  /** What is still being typed looks like what it will be. */
  private static Collection<String> styleOfUnfinished(char first) {
    return switch (first) {
      case '\'', 'x', 'X' -> List.of("sql-string");
      case '"', '`', '[' -> List.of("sql-name");
      case ':', '@', '$', '#' -> List.of("sql-parameter");
      default -> List.of();
    };
  }
}
