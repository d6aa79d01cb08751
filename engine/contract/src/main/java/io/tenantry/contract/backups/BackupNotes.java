package io.tenantry.contract.backups;

import java.util.List;

/**
 * What was noted about a database when its backup was taken (an extension).
 *
 * @param fingerprint its schema: the number of the way it is told, a colon, 64 hex digits
 * @param tables its tables and how many rows each held, in the order of their names; virtual tables
 *     and SQLite's own left out
 */
public record BackupNotes(String fingerprint, List<TableRows> tables) {
  /** Copies the tables. */
  public BackupNotes {
    tables = List.copyOf(tables);
  }

  /**
   * The rows of a table.
   *
   * @param table its name
   * @param rows how many
   */
  public record TableRows(String table, long rows) {}
}
