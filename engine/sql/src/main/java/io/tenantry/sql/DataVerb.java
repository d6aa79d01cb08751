package io.tenantry.sql;

import io.tenantry.sql.Token.Kind;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The word that says what a statement does with rows, behind any EXPLAIN and WITH.
 *
 * @param word SELECT, VALUES, INSERT, REPLACE, UPDATE or DELETE
 * @param explained whether EXPLAIN stands in front, so that nothing happens
 */
public record DataVerb(String word, boolean explained) {
  private static final Set<String> READS = Set.of("SELECT", "VALUES");
  private static final Set<String> WRITES = Set.of("INSERT", "REPLACE", "UPDATE", "DELETE");

  /** Says whether rows may change. */
  public boolean writes() {
    return !explained && isOfWriting();
  }

  /** Says whether the word is one of those that change rows, though EXPLAIN may stand before it. */
  public boolean isOfWriting() {
    return WRITES.contains(word);
  }

  /**
   * Reads the verb of a statement.
   *
   * @param tokens the statement without blanks
   * @return empty when it is no statement about rows
   */
  public static Optional<DataVerb> of(List<Token> tokens) {
    int start = afterExplain(tokens);
    if (start >= tokens.size() || tokens.get(start).kind() != Kind.WORD) {
      return Optional.empty();
    }
    int place = tokens.get(start).isWord("WITH") ? afterWith(tokens, start + 1) : start;
    String word = place < tokens.size() ? tokens.get(place).upper() : "";
    if (place > start) {
      return Optional.of(new DataVerb(WRITES.contains(word) ? word : "SELECT", start > 0));
    }
    return Optional.of(word)
        .filter(verb -> WRITES.contains(verb) || READS.contains(verb))
        .map(verb -> new DataVerb(verb, start > 0));
  }

  /** Returns the index of the word behind any EXPLAIN and WITH; it may be the end. */
  static int place(List<Token> tokens) {
    int start = afterExplain(tokens);
    return Tokens.isWord(tokens, start, "WITH") ? afterWith(tokens, start + 1) : start;
  }

  /** Returns the index of the first word after EXPLAIN [QUERY PLAN]; 0 without EXPLAIN. */
  public static int afterExplain(List<Token> tokens) {
    if (!Tokens.isWord(tokens, 0, "EXPLAIN")) {
      return 0;
    }
    boolean queryPlan = Tokens.isWord(tokens, 1, "QUERY") && Tokens.isWord(tokens, 2, "PLAN");
    return queryPlan ? 3 : 1;
  }

  /** Walks over the common table expressions; broken ones lead to the end. */
  private static int afterWith(List<Token> tokens, int start) {
    int index = start + (Tokens.isWord(tokens, start, "RECURSIVE") ? 1 : 0);
    while (true) {
      index = Tokens.afterGroup(tokens, index + 1);
      if (!Tokens.isWord(tokens, index, "AS")) {
        return tokens.size();
      }
      index++;
      index += Tokens.isWord(tokens, index, "NOT") ? 1 : 0;
      index += Tokens.isWord(tokens, index, "MATERIALIZED") ? 1 : 0;
      index = Tokens.afterGroup(tokens, index);
      if (!Tokens.isPunctuation(tokens, index, ',')) {
        return index;
      }
      index++;
    }
  }
}
