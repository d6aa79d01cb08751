package io.tenantry.core.logs;

import io.tenantry.sql.Token;
import io.tenantry.sql.Token.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Takes the values out of a query, so that queries that differ in them only have one text: literals
 * and parameters become {@code ?}, lists of values one {@code (?)}, comments go, white space is one
 * space, and the words that SQLite reserves are in upper case.
 */
final class SqlPattern {
  private static final String VALUE = "?";
  private static final Set<String> KEYWORDS =
      Set.of(
          ("SELECT DISTINCT ALL FROM WHERE AND OR NOT IN IS NULL LIKE GLOB BETWEEN EXISTS CASE WHEN"
                  + " THEN ELSE END AS ON USING JOIN LEFT RIGHT FULL INNER OUTER CROSS NATURAL"
                  + " GROUP BY HAVING ORDER ASC DESC LIMIT OFFSET UNION EXCEPT INTERSECT WITH"
                  + " RECURSIVE VALUES INSERT REPLACE INTO UPDATE SET DELETE DEFAULT CONFLICT DO"
                  + " NOTHING RETURNING CAST COLLATE ESCAPE OVER PARTITION FILTER WINDOW EXPLAIN"
                  + " QUERY PLAN TRUE FALSE INDEXED")
              .split(" "));

  /** No space stands before these, and none behind an opening bracket or a dot. */
  private static final Set<String> CLINGING = Set.of(",", ")", ".", "(");

  private SqlPattern() {}

  static String of(String sql) {
    List<String> words = new ArrayList<>();
    for (Token token : Token.meaningful(sql)) {
      if (token.kind() != Kind.SEMICOLON) {
        add(words, word(token));
      }
    }
    return joined(words);
  }

  private static String word(Token token) {
    return switch (token.kind()) {
      case STRING, BLOB, NUMBER, VARIABLE -> VALUE;
      case ILLEGAL -> token.text().startsWith("'") ? VALUE : token.text();
      case WORD -> KEYWORDS.contains(token.upper()) ? token.upper() : token.text();
      case QUOTED_NAME, SEMICOLON, PUNCTUATION, SPACE, COMMENT -> token.text();
    };
  }

  /** Folds what only repeats: a sign before a value, values of a list, rows of a VALUES. */
  private static void add(List<String> words, String word) {
    words.add(word);
    if (endsWith(words, "-", VALUE) && isSign(words)) {
      words.remove(words.size() - 2);
    }
    if (endsWith(words, VALUE, ",", VALUE)) {
      drop(words, 2);
    }
    if (endsWith(words, "(", VALUE, ")", ",", "(", VALUE, ")")) {
      drop(words, 4);
    }
  }

  /** A minus behind an operator, a keyword or an opening bracket belongs to the value. */
  private static boolean isSign(List<String> words) {
    if (words.size() == 2) {
      return true;
    }
    String before = words.get(words.size() - 3);
    boolean isOperator = before.length() <= 2 && !Character.isLetterOrDigit(before.charAt(0));
    return KEYWORDS.contains(before) || isOperator && !before.equals(")") && !before.equals(VALUE);
  }

  private static void drop(List<String> words, int count) {
    words.subList(words.size() - count, words.size()).clear();
  }

  private static boolean endsWith(List<String> words, String... end) {
    int from = words.size() - end.length;
    return from >= 0 && words.subList(from, words.size()).equals(List.of(end));
  }

  private static String joined(List<String> words) {
    StringBuilder text = new StringBuilder();
    String last = "(";
    for (String word : words) {
      if (!last.equals("(") && !last.equals(".") && needsSpace(last, word)) {
        text.append(' ');
      }
      text.append(word);
      last = word;
    }
    return text.toString();
  }

  private static boolean needsSpace(String last, String word) {
    if (word.equals("(")) {
      return KEYWORDS.contains(last) || !Character.isJavaIdentifierPart(last.charAt(0));
    }
    return !CLINGING.contains(word);
  }
}
