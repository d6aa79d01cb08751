package io.tenantry.core.sqlite;

import io.tenantry.sql.StatementKind;

/**
 * A statement that passed a gate.
 *
 * @param sql the one statement, without comments and semicolons around it
 * @param kind what it does, so that readers get READONLY connections
 * @param verb the word that says so, in upper case, behind any EXPLAIN and WITH
 * @param offset where it starts in the text that the gate was given, in UTF-16 units
 */
public record GatedStatement(String sql, StatementKind kind, String verb, int offset) {

  /** A statement that was cut out before. */
  GatedStatement(String sql, StatementKind kind, String verb) {
    this(sql, kind, verb, 0);
  }

  /** Returns the same statement as part of a text. */
  GatedStatement startingAt(int place) {
    return new GatedStatement(sql, kind, verb, place);
  }

  /** Returns the answer to the question whether foreign keys are enforced. */
  public GatedStatement answering(boolean enforced) {
    String answer = "SELECT %d AS foreign_keys".formatted(enforced ? 1 : 0);
    return new GatedStatement(answer, StatementKind.READ, verb, offset);
  }

  /** Returns whether it inserts rows. */
  public boolean inserts() {
    return kind == StatementKind.WRITE && (verb.equals("INSERT") || verb.equals("REPLACE"));
  }
}
