package io.tenantry.core.sqlite;

import io.tenantry.contract.error.EngineException;
import io.tenantry.contract.error.ErrorCode;
import io.tenantry.contract.error.FailureReason;

/** What SQLite says of a statement that controls a transaction where none fits it. */
public final class TransactionFailure {
  private TransactionFailure() {}

  /** BEGIN inside of one. */
  public static EngineException isOpen() {
    return of("cannot start a transaction within a transaction", FailureReason.TRANSACTION_OPEN);
  }

  /**
   * Something outside of one.
   *
   * @param what what was wanted, for example {@code commit}
   */
  public static EngineException noneIsOpen(String what) {
    return of("cannot " + what + " - no transaction is active", FailureReason.NO_TRANSACTION);
  }

  static EngineException noSavepoint(String name) {
    return of("no such savepoint: " + name, FailureReason.NO_SUCH_SAVEPOINT);
  }

  private static EngineException of(String message, FailureReason reason) {
    return EngineException.of(ErrorCode.BAD_REQUEST, reason, "query failed: " + message, null);
  }
}
