package io.tenantry.core.databases;

import io.tenantry.contract.error.EngineException;
import io.tenantry.core.sqlite.Deadline;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Those who wait for a reader of one database. They wait for nobody but other readers, so how long
 * it takes tells how much there is to do, and who would wait too long is refused. Any thread.
 */
final class ReaderLine {
  private final Semaphore permits;
  private final int readers;
  private final ExpectedWait wait;
  private final AtomicInteger waiting = new AtomicInteger();

  ReaderLine(Semaphore permits, int readers, ExpectedWait wait) {
    this.permits = permits;
    this.readers = readers;
    this.wait = wait;
  }

  /**
   * Waits for a permit.
   *
   * @param after what is to be done when it was given back
   * @return what is to be done then instead
   * @throws EngineException RATE_LIMITED when it would take too long; CONFLICT when there is none
   *     before the deadline
   */
  Runnable take(Deadline deadline, Runnable after) {
    if (!permits.tryAcquire()) {
      wait.require(waiting.get(), readers, wait.now());
      waiting.incrementAndGet();
      try {
        Waiting.require(permits, 1, deadline);
      } finally {
        waiting.decrementAndGet();
      }
    }
    long begun = wait.now();
    return () -> {
      wait.took(begun);
      after.run();
    };
  }

  /** Returns how many wait now. */
  int waiting() {
    return waiting.get();
  }
}
