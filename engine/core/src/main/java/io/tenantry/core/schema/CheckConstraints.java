package io.tenantry.core.schema;

import io.tenantry.sql.Token;
import io.tenantry.sql.Tokens;
import java.util.ArrayList;
import java.util.List;

/** Reads the CHECK expressions of a CREATE TABLE from its text, since no pragma tells them. */
public final class CheckConstraints {
  private CheckConstraints() {}

  /** Returns the expressions of columns and table in the order of the text, as it spells them. */
  public static List<String> of(String createTable) {
    List<Token> tokens = Token.meaningful(createTable);
    List<String> checks = new ArrayList<>();
    int at = bodyStart(tokens);
    while (at < tokens.size()) {
      if (tokens.get(at).isPunctuation('(')) {
        int close = Tokens.closing(tokens, at);
        if (tokens.get(at - 1).isWord("CHECK")) {
          checks.add(Tokens.between(createTable, tokens, at, close));
        }
        at = close;
      }
      at++;
    }
    return List.copyOf(checks);
  }

  /** Returns the index of the first token inside the parentheses of the table. */
  private static int bodyStart(List<Token> tokens) {
    for (int i = 0; i < tokens.size(); i++) {
      if (tokens.get(i).isPunctuation('(')) {
        return i + 1;
      }
    }
    return tokens.size();
  }
}
