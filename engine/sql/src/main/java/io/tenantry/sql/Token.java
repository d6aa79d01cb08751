package io.tenantry.sql;

import java.util.ArrayList;
import java.util.List;

/** One token of an SQL text as SQLite itself would cut it; any thread. */
public record Token(Kind kind, String source, int start, int end) {

  /** What a token is; keywords are words, as SQLite reads many of them as names too. */
  public enum Kind {
    WORD,
    QUOTED_NAME,
    STRING,
    BLOB,
    NUMBER,
    VARIABLE,
    SEMICOLON,
    PUNCTUATION,
    SPACE,
    COMMENT,
    ILLEGAL
  }

  /** Cuts a text into tokens and leaves out white space and comments. */
  public static List<Token> meaningful(String sql) {
    List<Token> tokens = new ArrayList<>();
    SqlScanner scanner = new SqlScanner(sql);
    while (scanner.hasNext()) {
      Token token = scanner.next();
      if (!token.isBlank()) {
        tokens.add(token);
      }
    }
    return tokens;
  }

  public String text() {
    return source.substring(start, end);
  }

  /** Returns the token in upper case, the form in which keywords are compared. */
  public String upper() {
    return SqlNames.upper(text());
  }

  public boolean isWord(String upperCaseWord) {
    return kind == Kind.WORD
        && end - start == upperCaseWord.length()
        && source.regionMatches(true, start, upperCaseWord, 0, upperCaseWord.length());
  }

  public boolean isPunctuation(char c) {
    return kind == Kind.PUNCTUATION && end - start == 1 && source.charAt(start) == c;
  }

  /** Space and comments carry no meaning. */
  public boolean isBlank() {
    return kind == Kind.SPACE || kind == Kind.COMMENT;
  }

  /** Returns the name this token stands for: a word as it is, a quoted name or string unquoted. */
  public String name() {
    if (kind != Kind.QUOTED_NAME && kind != Kind.STRING) {
      return text();
    }
    String inner = source.substring(start + 1, end - 1);
    char quote = source.charAt(start);
    return quote == '[' ? inner : inner.replace("" + quote + quote, String.valueOf(quote));
  }
}
