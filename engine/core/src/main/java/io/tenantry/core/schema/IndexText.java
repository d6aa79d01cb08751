package io.tenantry.core.schema;

import io.tenantry.sql.Token;
import io.tenantry.sql.Tokens;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads from the text of a CREATE INDEX what no pragma tells.
 *
 * @param terms the indexed columns and expressions, as the text spells them
 * @param where condition of a partial index, empty for a full one
 */
record IndexText(List<String> terms, String where) {

  static IndexText of(String createIndex) {
    List<Token> tokens = Token.meaningful(createIndex);
    int open = 0;
    while (open < tokens.size() && !tokens.get(open).isPunctuation('(')) {
      open++;
    }
    int close = Tokens.closing(tokens, open);
    boolean partial = close + 1 < tokens.size() && tokens.get(close + 1).isWord("WHERE");
    String where = partial ? Tokens.between(createIndex, tokens, close + 1, tokens.size()) : "";
    return new IndexText(terms(createIndex, tokens, open, close), where);
  }

  private static List<String> terms(String sql, List<Token> tokens, int open, int close) {
    List<String> terms = new ArrayList<>();
    int before = open;
    int at = open + 1;
    while (at <= close && before < close) {
      if (at == close || tokens.get(at).isPunctuation(',')) {
        terms.add(Tokens.between(sql, tokens, before, at));
        before = at;
      } else if (tokens.get(at).isPunctuation('(')) {
        at = Tokens.closing(tokens, at);
      }
      at++;
    }
    return List.copyOf(terms);
  }
}
