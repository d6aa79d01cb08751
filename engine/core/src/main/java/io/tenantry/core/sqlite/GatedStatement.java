package io.tenantry.core.sqlite;

import io.tenantry.sql.StatementKind;

/**
 * A statement that passed a gate.
 *
 * @param sql the one statement, without comments and semicolons around it
 * @param kind what it does, so that readers get READONLY connections
 * @param verb the word that says so, in upper case, behind any EXPLAIN and WITH
 */
public record GatedStatement(String sql, StatementKind kind, String verb) {

  /** Returns whether it inserts rows. */
  public boolean inserts() {
    return kind == StatementKind.WRITE && (verb.equals("INSERT") || verb.equals("REPLACE"));
  }
}
