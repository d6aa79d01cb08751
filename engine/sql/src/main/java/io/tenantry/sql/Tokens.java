package io.tenantry.sql;

import java.util.List;

/** What readers of SQL ask of a list of tokens. Any thread. */
public final class Tokens {
  private Tokens() {}

  /** Says whether this can be the name of something: SQLite accepts text literals here, too. */
  public static boolean isName(Token token) {
    return switch (token.kind()) {
      case WORD, QUOTED_NAME, STRING -> true;
      default -> false;
    };
  }

  /**
   * Returns the index of the parenthesis that closes the one at {@code open}, or the size of the
   * list when none does.
   */
  public static int closing(List<Token> tokens, int open) {
    int depth = 0;
    for (int i = open; i < tokens.size(); i++) {
      if (tokens.get(i).isPunctuation('(')) {
        depth++;
      } else if (tokens.get(i).isPunctuation(')') && --depth == 0) {
        return i;
      }
    }
    return tokens.size();
  }

  /** Says whether a word stands at an index, in any case. */
  public static boolean isWord(List<Token> tokens, int index, String upperCaseWord) {
    return index < tokens.size() && tokens.get(index).isWord(upperCaseWord);
  }

  /** Says whether a sign stands at an index. */
  public static boolean isPunctuation(List<Token> tokens, int index, char sign) {
    return index < tokens.size() && tokens.get(index).isPunctuation(sign);
  }

  /** Returns the index after the group in parentheses that starts at an index, if one does. */
  public static int afterGroup(List<Token> tokens, int index) {
    if (!isPunctuation(tokens, index, '(')) {
      return index;
    }
    return Math.min(closing(tokens, index) + 1, tokens.size());
  }

  /** Returns the text between two tokens, as the author wrote it. */
  public static String between(String sql, List<Token> tokens, int open, int close) {
    int end = close < tokens.size() ? tokens.get(close).start() : sql.length();
    return sql.substring(tokens.get(open).end(), end).strip();
  }
}
