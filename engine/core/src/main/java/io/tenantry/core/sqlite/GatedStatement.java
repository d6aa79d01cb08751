package io.tenantry.core.sqlite;

import io.tenantry.sql.StatementKind;
import java.util.Optional;

/**
 * A statement that passed a gate.
 *
 * @param sql the one statement, without comments and semicolons around it
 * @param kind what it does, so that readers get READONLY connections
 * @param verb the word that says so, in upper case, behind any EXPLAIN and WITH
 * @param offset where it starts in the text that the gate was given, in UTF-16 units
 * @param shadow the table that it writes to, where that must be no part of a virtual table and may
 *     be one by its name
 */
public record GatedStatement(
    String sql, StatementKind kind, String verb, int offset, Optional<String> shadow) {

  /** A statement that was cut out before. */
  GatedStatement(String sql, StatementKind kind, String verb) {
    this(sql, kind, verb, 0, Optional.empty());
  }

  /** Returns the same statement as part of a text. */
  GatedStatement startingAt(int place) {
    return new GatedStatement(sql, kind, verb, place, shadow);
  }

  /**
   * Returns the same statement, which must not write to a table if that is part of a virtual one.
   */
  GatedStatement sparing(Optional<String> table) {
    return new GatedStatement(sql, kind, verb, offset, table);
  }

  /**
   * Prepares it on a database.
   *
   * @throws io.tenantry.contract.error.EngineException BAD_REQUEST when SQLite refuses it, or it
   *     would write to a part of a virtual table
   */
  public SqliteStatement prepareOn(SqliteDatabase database) {
    shadow.ifPresent(table -> ShadowTables.refuse(database, table));
    return database.prepare(sql);
  }

  /** Returns the answer to the question whether foreign keys are enforced. */
  public GatedStatement answering(boolean enforced) {
    String answer = "SELECT %d AS foreign_keys".formatted(enforced ? 1 : 0);
    return new GatedStatement(answer, StatementKind.READ, verb, offset, shadow);
  }

  /** Returns whether it inserts rows. */
  public boolean inserts() {
    return kind == StatementKind.WRITE && (verb.equals("INSERT") || verb.equals("REPLACE"));
  }
}
