package io.tenantry.wire.users;

import io.tenantry.contract.queries.QueryResult;
import io.tenantry.contract.queries.Value;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.PropertyNamingStrategies.LowerCamelCaseStrategy;
import tools.jackson.databind.annotation.JsonNaming;

/**
 * The result of one statement.
 *
 * @param columns names in order
 * @param rows values by position
 * @param rowsRead rows of the result
 * @param rowsWritten rows changed
 * @param changes rows changed; absent for a statement that only reads
 * @param lastInsertRowid rowid of the last inserted row
 * @param types declared types, one per column (an extension)
 * @param truncated whether rows beyond the limit were left out (an extension)
 */
@JsonNaming(LowerCamelCaseStrategy.class)
public record UserResult(
    List<String> columns,
    List<List<Value>> rows,
    long rowsRead,
    long rowsWritten,
    Optional<Long> changes,
    Optional<Long> lastInsertRowid,
    List<String> types,
    boolean truncated) {

  static UserResult of(QueryResult result) {
    return new UserResult(
        result.columns(),
        result.rows(),
        result.rowCount(),
        result.rowsAffected().orElse(0L),
        result.rowsAffected(),
        result.lastInsertId(),
        result.types(),
        result.truncated());
  }

  QueryResult result(double durationMs) {
    return new QueryResult(
        columns, types, rows, rows.size(), changes, lastInsertRowid, truncated, durationMs);
  }
}
