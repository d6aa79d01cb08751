package io.tenantry.core.sessions;

import io.tenantry.contract.error.EngineException;
import io.tenantry.contract.error.ErrorCode;
import io.tenantry.contract.error.FailureReason;

/** Bounds the memory that the answers of one call take, however many statements it has. */
final class AnswerBudget {
  private static final long BYTES = 64L << 20;

  private long left = BYTES;

  /** Starts another call. */
  void renew() {
    left = BYTES;
  }

  /**
   * Takes room for a row.
   *
   * @throws EngineException BAD_REQUEST when there is none left
   */
  void take(long bytes) {
    left -= bytes;
    if (left < 0) {
      throw tooLarge("query failed: the rows are larger than 64 MB");
    }
  }

  static EngineException tooLarge(String message) {
    return EngineException.of(ErrorCode.BAD_REQUEST, FailureReason.TOO_MANY_ROWS, message, null);
  }
}
