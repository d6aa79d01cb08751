package io.tenantry.app.screens.workspaces.grid;

import io.tenantry.app.screens.workspaces.edits.DraftTable;
import io.tenantry.app.screens.workspaces.edits.PreparedSql;

/**
 * Why something cannot be edited where it was tried, and the way that works.
 *
 * @param reason why not
 * @param way what to do instead
 */
record Locked(String reason, Way way) {

  /** What can be done instead. */
  sealed interface Way {}

  /**
   * Change and run SQL.
   *
   * @param sql laid ready
   */
  record InSql(PreparedSql sql) implements Way {}

  /**
   * Stage a unique index over a column.
   *
   * @param column the column
   */
  record ByIndex(DraftTable.Column column) implements Way {}

  /**
   * Stage the drop of an index.
   *
   * @param index the index
   */
  record ByDrop(DraftTable.Index index) implements Way {}

  /**
   * Take the drop of a column back.
   *
   * @param column the column
   */
  record ByRestore(DraftTable.Column column) implements Way {}

  /** Nothing. */
  record None() implements Way {}
}
