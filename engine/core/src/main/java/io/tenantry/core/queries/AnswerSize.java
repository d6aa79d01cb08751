package io.tenantry.core.queries;

import io.tenantry.contract.error.PartFailure;
import io.tenantry.contract.queries.QueryResult;
import io.tenantry.contract.queries.TenantAnswer;
import io.tenantry.contract.queries.Value;
import io.tenantry.core.sqlite.SqliteStatement;
import java.util.List;

/** Estimates how much memory an answer takes. */
final class AnswerSize {
  private static final long EMPTY = 200;

  private AnswerSize() {}

  static long of(TenantAnswer answer) {
    return EMPTY
        + answer.result().map(AnswerSize::rows).orElse(0L)
        + answer.failure().map(AnswerSize::failure).orElse(0L);
  }

  private static long failure(PartFailure failure) {
    return EMPTY + 2L * failure.message().length();
  }

  private static long rows(QueryResult result) {
    long bytes = 0;
    for (List<Value> row : result.rows()) {
      for (Value value : row) {
        bytes += SqliteStatement.sizeOf(value);
      }
    }
    return bytes;
  }
}
