package io.tenantry.core.sqlite;

import io.tenantry.core.sqlite.Token.Kind;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Recognises the statements that read or change rows; common ground of both gates. */
final class DataStatements {
  private static final Set<String> READS = Set.of("SELECT", "VALUES");
  private static final Set<String> WRITES = Set.of("INSERT", "REPLACE", "UPDATE", "DELETE");

  /** They show where the file lies on our disk, or write although they look like a SELECT. */
  private static final Set<String> REFUSED_FUNCTIONS =
      Set.of("pragma_database_list", "pragma_optimize");

  private DataStatements() {}

  /** Lets a data statement or an EXPLAIN of one pass; empty for everything else. */
  static Optional<GatedStatement> pass(SqlStatement statement, List<Token> tokens) {
    int start = afterExplain(tokens);
    Optional<String> verb = verb(tokens, start);
    if (verb.isEmpty()) {
      return Optional.empty();
    }
    refuseFunctions(tokens);
    boolean writes = start == 0 && WRITES.contains(verb.get());
    StatementKind kind = writes ? StatementKind.WRITE : StatementKind.READ;
    return Optional.of(new GatedStatement(statement.text(), kind, verb.get()));
  }

  /** Returns the index of the first word after EXPLAIN [QUERY PLAN]; 0 without EXPLAIN. */
  static int afterExplain(List<Token> tokens) {
    if (!isWord(tokens, 0, "EXPLAIN")) {
      return 0;
    }
    return isWord(tokens, 1, "QUERY") && isWord(tokens, 2, "PLAN") ? 3 : 1;
  }

  static boolean isWord(List<Token> tokens, int index, String word) {
    return index < tokens.size() && tokens.get(index).isWord(word);
  }

  static boolean isPunctuation(List<Token> tokens, int index, char c) {
    return index < tokens.size() && tokens.get(index).isPunctuation(c);
  }

  private static Optional<String> verb(List<Token> tokens, int index) {
    if (index >= tokens.size() || tokens.get(index).kind() != Kind.WORD) {
      return Optional.empty();
    }
    String verb = tokens.get(index).upper();
    if (verb.equals("WITH")) {
      return Optional.of(afterWith(tokens, index + 1));
    }
    return WRITES.contains(verb) || READS.contains(verb) ? Optional.of(verb) : Optional.empty();
  }

  /** Walks over the common table expressions to the verb; broken ones count as reads. */
  private static String afterWith(List<Token> tokens, int start) {
    int index = start;
    if (isWord(tokens, index, "RECURSIVE")) {
      index++;
    }
    while (true) {
      index = afterParentheses(tokens, index + 1);
      if (!isWord(tokens, index, "AS")) {
        return "SELECT";
      }
      index++;
      index += isWord(tokens, index, "NOT") ? 1 : 0;
      index += isWord(tokens, index, "MATERIALIZED") ? 1 : 0;
      index = afterParentheses(tokens, index);
      if (!isPunctuation(tokens, index, ',')) {
        boolean writes = index < tokens.size() && WRITES.contains(tokens.get(index).upper());
        return writes ? tokens.get(index).upper() : "SELECT";
      }
      index++;
    }
  }

  /** Returns the index after the balanced group that starts at {@code index}, if one does. */
  private static int afterParentheses(List<Token> tokens, int index) {
    int depth = 0;
    for (int i = index; i < tokens.size(); i++) {
      if (tokens.get(i).isPunctuation('(')) {
        depth++;
      } else if (tokens.get(i).isPunctuation(')')) {
        depth--;
      }
      if (depth == 0) {
        return tokens.get(i).isPunctuation(')') ? i + 1 : i;
      }
    }
    return tokens.size();
  }

  private static void refuseFunctions(List<Token> tokens) {
    for (Token token : tokens) {
      boolean canBeName =
          token.kind() == Kind.WORD
              || token.kind() == Kind.QUOTED_NAME
              || token.kind() == Kind.STRING;
      if (canBeName && REFUSED_FUNCTIONS.contains(token.name().toLowerCase(Locale.ROOT))) {
        throw Refusal.notAllowed(token.name(), " here");
      }
    }
  }
}
