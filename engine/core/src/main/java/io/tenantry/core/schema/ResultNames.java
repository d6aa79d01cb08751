package io.tenantry.core.schema;

import io.tenantry.sql.Keywords;
import io.tenantry.sql.Token;
import io.tenantry.sql.Tokens;
import java.util.ArrayList;
import java.util.List;

/**
 * The result columns of a view that have no name: SQLite calls them by the text of their
 * expressions, to the last space.
 */
final class ResultNames {
  private ResultNames() {}

  /** Returns those texts of a CREATE VIEW. */
  static List<String> unnamed(List<Token> statement) {
    int as = find(statement, 0, statement.size(), "AS");
    if (as == 0 || as == statement.size() || statement.get(as - 1).isPunctuation(')')) {
      return List.of();
    }
    int select = find(statement, as + 1, statement.size(), "SELECT");
    int from = find(statement, select + 1, statement.size(), "FROM");
    return select < statement.size() ? items(statement, select + 1, from) : List.of();
  }

  /** Finds a word outside of parentheses. */
  private static int find(List<Token> tokens, int start, int end, String word) {
    int at = start;
    while (at < end && !tokens.get(at).isWord(word)) {
      at = Math.max(at + 1, Tokens.afterGroup(tokens, at));
    }
    return Math.min(at, end);
  }

  private static List<String> items(List<Token> tokens, int start, int end) {
    List<String> texts = new ArrayList<>();
    int first = isModifier(tokens, start) ? start + 1 : start;
    for (int at = first; at <= end; ) {
      if (at == end || tokens.get(at).isPunctuation(',')) {
        List<Token> item = tokens.subList(first, Math.max(first, at));
        if (!item.isEmpty() && !isNamed(item)) {
          Token begin = item.getFirst();
          texts.add(begin.source().substring(begin.start(), item.getLast().end()));
        }
        first = at + 1;
        at++;
      } else {
        at = Math.max(at + 1, Tokens.afterGroup(tokens, at));
      }
    }
    return texts;
  }

  private static boolean isModifier(List<Token> tokens, int at) {
    return Tokens.isWord(tokens, at, "DISTINCT") || Tokens.isWord(tokens, at, "ALL");
  }

  private static boolean isNamed(List<Token> item) {
    int size = item.size();
    if (size == 1 || item.getLast().isPunctuation('*') && item.get(size - 2).isPunctuation('.')) {
      return true;
    }
    Token before = item.get(size - 2);
    boolean dotted = size == 3 && item.get(1).isPunctuation('.') && Tokens.isName(item.getFirst());
    return dotted
        || before.isWord("AS")
        || NameRoles.endsOperand(before) && isAlias(item.getLast());
  }

  private static boolean isAlias(Token token) {
    boolean keyword = token.kind() == Token.Kind.WORD && Keywords.contains(token.text());
    return Tokens.isName(token) && !keyword;
  }
}
