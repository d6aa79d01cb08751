package io.tenantry.core.databases;

import io.tenantry.core.sqlite.Deadline;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** The bound on open connections: who opens takes a slot, if need be from an idle database. */
final class ConnectionSlots {
  private static final long RETRY_NANOS = TimeUnit.MILLISECONDS.toNanos(20);

  private final Semaphore free;
  private final int all;

  ConnectionSlots(int all) {
    this.all = all;
    this.free = new Semaphore(all, true);
  }

  /**
   * Takes a slot; as long as there is none, asks for an idle connection to be closed.
   *
   * @param closeOneIdle closes idle connections somewhere, returns whether it could
   */
  void take(Deadline deadline, BooleanSupplier closeOneIdle) {
    while (!Waiting.acquire(free, 1, 0)) {
      boolean mayRetryAtOnce = closeOneIdle.getAsBoolean();
      if (!mayRetryAtOnce && waitForOne(deadline)) {
        return;
      }
    }
  }

  private boolean waitForOne(Deadline deadline) {
    long nanos = Math.min(deadline.remainingNanos(), RETRY_NANOS);
    if (nanos <= 0) {
      throw Waiting.busy();
    }
    return Waiting.acquire(free, 1, nanos);
  }

  void release() {
    free.release();
  }

  int used() {
    return all - free.availablePermits();
  }

  int all() {
    return all;
  }
}
