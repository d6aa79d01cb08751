package io.tenantry.contract.databases;

import io.tenantry.contract.queries.Value;
import java.util.List;
import java.util.Optional;

/**
 * What a statement of a session answered; never cut.
 *
 * @param columns in order; duplicates stay; empty for a statement without rows
 * @param rows values by position; empty when the rows were not wanted
 * @param affectedRows rows inserted, changed or deleted; 0 for others
 * @param lastInsertId rowid of the last inserted row; absent unless the statement inserted
 * @param durationMs time of execution and fetching, milliseconds
 */
public record DatabaseResult(
    List<DatabaseColumn> columns,
    List<List<Value>> rows,
    long affectedRows,
    Optional<Long> lastInsertId,
    double durationMs) {
  private static final DatabaseResult NOTHING =
      new DatabaseResult(List.of(), List.of(), 0, Optional.empty(), 0);

  /** Copies the lists. */
  public DatabaseResult {
    columns = List.copyOf(columns);
    rows = List.copyOf(rows);
  }

  /** Returns the answer of a statement that controls a transaction. */
  public static DatabaseResult nothing() {
    return NOTHING;
  }
}
