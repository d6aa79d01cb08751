package io.tenantry.core.sqlite;

import io.tenantry.contract.error.EngineException;
import java.time.Duration;

/**
 * The moment by which a piece of work must be over, waiting included.
 *
 * @param timeout the whole time it had, for messages
 * @param nanoTime the moment, in terms of {@link System#nanoTime}
 */
public record Deadline(Duration timeout, long nanoTime) {

  /** Returns a deadline that far from now. */
  public static Deadline in(Duration timeout) {
    return new Deadline(timeout, System.nanoTime() + timeout.toNanos());
  }

  /** Returns the nanoseconds left; zero or less when it has passed. */
  public long remainingNanos() {
    return nanoTime - System.nanoTime();
  }

  /** Returns the error for work that was not over: BAD_REQUEST with detail {@code timeout_ms}. */
  public EngineException passed() {
    return SqliteErrors.timeout(timeout);
  }
}
