package io.tenantry.core.databases;

import io.tenantry.contract.error.ConflictKind;
import io.tenantry.contract.error.EngineException;
import io.tenantry.contract.error.ErrorCode;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** How threads wait here: never without an end, and interruptibly. */
public final class Waiting {
  private Waiting() {}

  static EngineException busy() {
    return EngineException.conflict(ConflictKind.BUSY, "database is busy");
  }

  /** Returns RATE_LIMITED that asks to come again in a second. */
  public static EngineException tooMany(String message) {
    return new EngineException(
        ErrorCode.RATE_LIMITED, message, Map.of("retry_after_seconds", 1), null);
  }

  /** Keeps the interrupt and returns the error for it: CONFLICT. */
  public static EngineException interrupted(InterruptedException cause) {
    Thread.currentThread().interrupt();
    return new EngineException(
        ErrorCode.CONFLICT, "the operation was interrupted", Map.of(), cause);
  }

  static boolean acquire(Semaphore semaphore, int permits, long nanos) {
    try {
      return semaphore.tryAcquire(permits, nanos, TimeUnit.NANOSECONDS);
    } catch (InterruptedException e) {
      throw interrupted(e);
    }
  }
}
