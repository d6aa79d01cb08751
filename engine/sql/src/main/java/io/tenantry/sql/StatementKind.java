package io.tenantry.sql;

import java.util.List;
import java.util.Set;

/** What a statement does to a database, as far as its words tell. */
public enum StatementKind {
  /** Changes nothing: SELECT, VALUES, EXPLAIN, and the PRAGMAs that only read. */
  READ,
  /** Changes rows: INSERT, REPLACE, UPDATE, DELETE, with or without WITH in front. */
  WRITE,
  /** Changes the schema: CREATE, ALTER, DROP. */
  SCHEMA,
  /** Frames others: BEGIN, COMMIT, END, ROLLBACK, SAVEPOINT, RELEASE. */
  TRANSACTION,
  /** Anything else: PRAGMAs that may write, VACUUM, ATTACH, and what is no SQL. */
  OTHER;

  private static final Set<String> TAKING_WORDS = Set.of("UPDATE", "DELETE");
  private static final Set<String> SCHEMA_WORDS = Set.of("CREATE", "ALTER", "DROP");
  private static final Set<String> TRANSACTION_WORDS =
      Set.of("BEGIN", "COMMIT", "END", "ROLLBACK", "SAVEPOINT", "RELEASE");

  /** Returns the kind of a statement. */
  public static StatementKind of(SqlStatement statement) {
    List<Token> tokens = statement.tokens();
    return DataVerb.of(tokens)
        .map(verb -> verb.writes() ? WRITE : READ)
        .orElseGet(() -> otherThanData(statement.verb(), tokens));
  }

  /**
   * Says whether a text surely changes nothing: every statement of it only reads. A text without a
   * statement does; one that is no SQL does not.
   */
  public static boolean onlyReads(String text) {
    return SqlScript.split(text).stream().allMatch(statement -> of(statement) == READ);
  }

  /**
   * Says whether a text may take more away than a row that it names: an UPDATE or DELETE of all
   * rows of a table, or a DROP.
   */
  public static boolean sweeps(String text) {
    return SqlScript.split(text).stream().anyMatch(StatementKind::sweeps);
  }

  private static boolean sweeps(SqlStatement statement) {
    List<Token> tokens = statement.tokens();
    return switch (of(statement)) {
      case WRITE ->
          DataVerb.of(tokens).filter(verb -> TAKING_WORDS.contains(verb.word())).isPresent()
              && !hasWordOutsideGroups(tokens, "WHERE");
      case SCHEMA -> !statement.verb().equals("CREATE") && hasWordOutsideGroups(tokens, "DROP");
      case READ, TRANSACTION, OTHER -> false;
    };
  }

  private static boolean hasWordOutsideGroups(List<Token> tokens, String word) {
    int index = 0;
    while (index < tokens.size()) {
      if (tokens.get(index).isWord(word)) {
        return true;
      }
      index = Math.max(index + 1, Tokens.afterGroup(tokens, index));
    }
    return false;
  }

  private static StatementKind otherThanData(String verb, List<Token> tokens) {
    if (SCHEMA_WORDS.contains(verb)) {
      return SCHEMA;
    }
    if (TRANSACTION_WORDS.contains(verb)) {
      return TRANSACTION;
    }
    return verb.equals("PRAGMA") && ReadingPragma.matches(tokens) ? READ : OTHER;
  }
}
