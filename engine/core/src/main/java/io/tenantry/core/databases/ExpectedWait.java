package io.tenantry.core.databases;

import io.tenantry.contract.error.EngineException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/**
 * Refuses work that would wait too long before it begins, so that what is let in stays fast. What
 * is ahead, times the mean time that work has taken lately, over the threads that do it (Little's
 * law); and never less than the first in line waits already, for while nothing ends nothing is
 * learnt. Any thread.
 */
final class ExpectedWait {
  /** One piece of work moves the mean by this part of its distance: the last 32 or so count. */
  private static final int INERTIA = 32;

  private final long longest;
  private final LongSupplier nanos;
  private final AtomicLong mean = new AtomicLong();

  /**
   * Knows nothing yet, and lets everything in until something has ended.
   *
   * @param longest how long work may have to wait
   */
  ExpectedWait(Duration longest, LongSupplier nanos) {
    this.longest = longest.toNanos();
    this.nanos = nanos;
  }

  long now() {
    return nanos.getAsLong();
  }

  /** Work has ended; one that took very long says little about the next. */
  void took(long begun) {
    long taken = Math.clamp(now() - begun, 0, longest);
    mean.updateAndGet(known -> known == 0 ? taken : known + (taken - known) / INERTIA);
  }

  /**
   * Lets work in.
   *
   * @param ahead how much waits already
   * @param threads how many work it off
   * @param first since when the first of it waits, in this clock
   * @throws EngineException RATE_LIMITED with details {@code retry_after_seconds}
   */
  void require(int ahead, int threads, long first) {
    long expected = Math.max(ahead * mean.get() / Math.max(1, threads), now() - first);
    if (expected > longest) {
      throw tooLong(expected);
    }
  }

  /** Returns the refusal when there is no room for more. */
  EngineException full(int ahead, int threads) {
    return tooLong(ahead * mean.get() / Math.max(1, threads));
  }

  private static EngineException tooLong(long expected) {
    long seconds = Math.max(1, Duration.ofNanos(expected).plusMillis(999).toSeconds());
    return Waiting.tooMany("the engine is busy; try again in a moment", Math.toIntExact(seconds));
  }
}
