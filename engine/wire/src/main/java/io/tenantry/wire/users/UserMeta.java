package io.tenantry.wire.users;

import io.tenantry.contract.queries.QueryResult;
import java.util.List;
import tools.jackson.databind.PropertyNamingStrategies.LowerCamelCaseStrategy;
import tools.jackson.databind.annotation.JsonNaming;

/**
 * What a request took.
 *
 * @param rowsRead rows of all results
 * @param rowsWritten rows changed
 * @param durationMs milliseconds inside the database
 * @param statementCount how many statements ran
 * @param costUsd 0: nothing is billed here
 */
@JsonNaming(LowerCamelCaseStrategy.class)
public record UserMeta(
    long rowsRead, long rowsWritten, double durationMs, int statementCount, int costUsd) {

  static UserMeta of(List<QueryResult> results) {
    return new UserMeta(
        results.stream().mapToLong(QueryResult::rowCount).sum(),
        results.stream().mapToLong(result -> result.rowsAffected().orElse(0L)).sum(),
        results.stream().mapToDouble(QueryResult::durationMs).sum(),
        results.size(),
        0);
  }
}
