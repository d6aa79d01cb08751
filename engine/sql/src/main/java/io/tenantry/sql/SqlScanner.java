package io.tenantry.sql;

import io.tenantry.sql.Token.Kind;

/**
 * Cuts SQL text into tokens by SQLite's own rules, so that what we judge is what SQLite will run.
 * One pass, linear time, never fails; not thread-safe.
 *
 * @see <a href="https://sqlite.org/src/file/src/tokenize.c">tokenize.c</a> (source of the rules)
 */
public final class SqlScanner {
  private static final char BYTE_ORDER_MARK = '\uFEFF';

  private final String sql;
  private int position;

  /** Creates it at the start of a text. */
  public SqlScanner(String sql) {
    this.sql = sql;
  }

  /** Says whether anything is left. */
  public boolean hasNext() {
    return position < sql.length();
  }

  /** Returns the next token, blanks included; the tokens together are the whole text. */
  public Token next() {
    int start = position;
    Kind kind = cut(sql.charAt(start));
    return new Token(kind, sql, start, position);
  }

  private Kind cut(char c) {
    return switch (c) {
      case ' ', '\t', '\n', '\f', '\r' -> space();
      case BYTE_ORDER_MARK -> take(1, Kind.SPACE);
      case ';' -> take(1, Kind.SEMICOLON);
      case '-' -> at(1) == '-' ? lineComment() : minus();
      case '/' -> at(1) == '*' && at(2) != 0 ? blockComment() : take(1, Kind.PUNCTUATION);
      case '\'' -> quoted(c, Kind.STRING);
      case '"', '`' -> quoted(c, Kind.QUOTED_NAME);
      case '[' -> bracketed();
      case '?' -> numberedVariable();
      case '$', '@', '#', ':' -> namedVariable();
      case '.' -> isDigit(at(1)) ? number() : take(1, Kind.PUNCTUATION);
      case '(', ')', '+', '*', '%', ',', '&', '~' -> take(1, Kind.PUNCTUATION);
      case '=', '<', '>', '!', '|' -> operator(c);
      case 'x', 'X' -> at(1) == '\'' ? blob() : word();
      default -> isDigit(c) ? number() : isNamePart(c) ? word() : take(1, Kind.ILLEGAL);
    };
  }

  private char at(int ahead) {
    int index = position + ahead;
    return index < sql.length() ? sql.charAt(index) : 0;
  }

  private Kind take(int length, Kind kind) {
    position += length;
    return kind;
  }

  private Kind space() {
    do {
      position++;
    } while (hasNext() && isSpace(sql.charAt(position)));
    return Kind.SPACE;
  }

  private Kind minus() {
    if (at(1) != '>') {
      return take(1, Kind.PUNCTUATION);
    }
    return take(at(2) == '>' ? 3 : 2, Kind.PUNCTUATION);
  }

  private Kind lineComment() {
    while (hasNext() && sql.charAt(position) != '\n' && sql.charAt(position) != 0) {
      position++;
    }
    return Kind.COMMENT;
  }

  private Kind blockComment() {
    position += 2;
    while (hasNext() && sql.charAt(position) != 0) {
      if (sql.charAt(position) == '*' && at(1) == '/') {
        return take(2, Kind.COMMENT);
      }
      position++;
    }
    return Kind.COMMENT;
  }

  private Kind quoted(char quote, Kind kind) {
    int i = position + 1;
    while (i < sql.length() && sql.charAt(i) != 0) {
      if (sql.charAt(i) != quote) {
        i++;
      } else if (i + 1 < sql.length() && sql.charAt(i + 1) == quote) {
        i += 2;
      } else {
        position = i + 1;
        return kind;
      }
    }
    position = i;
    return Kind.ILLEGAL;
  }

  private Kind bracketed() {
    while (hasNext() && sql.charAt(position) != 0) {
      if (sql.charAt(position) == ']') {
        return take(1, Kind.QUOTED_NAME);
      }
      position++;
    }
    return Kind.ILLEGAL;
  }

  private Kind numberedVariable() {
    position++;
    while (isDigit(at(0))) {
      position++;
    }
    return Kind.VARIABLE;
  }

  private Kind namedVariable() {
    int letters = 0;
    position++;
    while (hasNext()) {
      char c = sql.charAt(position);
      if (isNamePart(c)) {
        letters++;
        position++;
      } else if (c == '(' && letters > 0) {
        return tclSuffix();
      } else if (c == ':' && at(1) == ':') {
        position += 2;
      } else {
        break;
      }
    }
    return letters == 0 ? Kind.ILLEGAL : Kind.VARIABLE;
  }

  private Kind tclSuffix() {
    do {
      position++;
    } while (hasNext() && !isSpace(at(0)) && at(0) != ')' && at(0) != 0);
    if (at(0) != ')') {
      return Kind.ILLEGAL;
    }
    return take(1, Kind.VARIABLE);
  }

  private Kind operator(char c) {
    char following = at(1);
    boolean pair =
        switch (c) {
          case '<' -> following == '=' || following == '>' || following == '<';
          case '>' -> following == '=' || following == '>';
          case '|' -> following == '|';
          default -> following == '=';
        };
    if (c == '!' && !pair) {
      return take(1, Kind.ILLEGAL);
    }
    return take(pair ? 2 : 1, Kind.PUNCTUATION);
  }

  private Kind blob() {
    int i = position + 2;
    int digits = 0;
    while (i < sql.length() && Character.digit(sql.charAt(i), 16) >= 0 && sql.charAt(i) < 128) {
      i++;
      digits++;
    }
    boolean valid = i < sql.length() && sql.charAt(i) == '\'' && digits % 2 == 0;
    while (i < sql.length() && sql.charAt(i) != '\'' && sql.charAt(i) != 0) {
      i++;
    }
    position = i < sql.length() && sql.charAt(i) == '\'' ? i + 1 : i;
    return valid ? Kind.BLOB : Kind.ILLEGAL;
  }

  private Kind number() {
    boolean hex = at(0) == '0' && (at(1) == 'x' || at(1) == 'X') && isHexDigit(at(2));
    if (hex) {
      position += 2;
      digits(true);
    } else {
      decimal();
    }
    if (!isNamePart(at(0))) {
      return Kind.NUMBER;
    }
    word();
    return Kind.ILLEGAL;
  }

  private void decimal() {
    digits(false);
    if (at(0) == '.') {
      position++;
      digits(false);
    }
    boolean signed = at(1) == '+' || at(1) == '-';
    if ((at(0) == 'e' || at(0) == 'E') && isDigit(at(signed ? 2 : 1))) {
      position += signed ? 2 : 1;
      digits(false);
    }
  }

  private void digits(boolean hex) {
    while (isDigit(at(0)) || at(0) == '_' || (hex && isHexDigit(at(0)))) {
      position++;
    }
  }

  private Kind word() {
    while (hasNext() && isNamePart(sql.charAt(position))) {
      position++;
    }
    return Kind.WORD;
  }

  private static boolean isSpace(char c) {
    return c == ' ' || (c >= '\t' && c <= '\r');
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private static boolean isHexDigit(char c) {
    return isDigit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
  }

  private static boolean isNamePart(char c) {
    return c >= 0x80
        || isDigit(c)
        || (c >= 'a' && c <= 'z')
        || (c >= 'A' && c <= 'Z')
        || c == '_'
        || c == '$';
  }
}
