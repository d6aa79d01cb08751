package io.tenantry.contract.queries;

import java.util.List;
import java.util.Optional;

/**
 * What a statement answered.
 *
 * @param columns names in order; duplicates stay as they are; empty for a statement without rows
 * @param types declared type of each column, else the storage class of its first value, else {@code
 *     NULL}
 * @param rows values by position, at most as many as the row limit allows
 * @param rowCount number of {@code rows}
 * @param rowsAffected rows inserted, changed or deleted; absent for a statement that only reads
 * @param lastInsertId rowid of the last inserted row; absent unless the statement inserted
 * @param truncated whether rows beyond the limit were left out
 * @param durationMs time of execution and fetching, milliseconds
 */
public record QueryResult(
    List<String> columns,
    List<String> types,
    List<List<Value>> rows,
    int rowCount,
    Optional<Long> rowsAffected,
    Optional<Long> lastInsertId,
    boolean truncated,
    double durationMs) {
  /** Copies the lists. */
  public QueryResult {
    columns = List.copyOf(columns);
    types = List.copyOf(types);
    rows = List.copyOf(rows);
  }
}
