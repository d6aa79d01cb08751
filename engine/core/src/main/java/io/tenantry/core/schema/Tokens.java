package io.tenantry.core.schema;

import io.tenantry.core.sqlite.Token;
import java.util.List;

/** What readers of DDL ask of a list of tokens. */
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

  /** Returns the text between two tokens, as the author wrote it. */
  public static String between(String sql, List<Token> tokens, int open, int close) {
    int end = close < tokens.size() ? tokens.get(close).start() : sql.length();
    return sql.substring(tokens.get(open).end(), end).strip();
  }
}
