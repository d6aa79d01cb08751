package io.tenantry.core.sqlite;

import java.time.Duration;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The deadline of what runs on one connection. An interrupt hits whatever runs, so it is sent only
 * under the lock that also ends the watched work.
 */
final class Watch {
  private final Runnable interrupt;
  private volatile @Nullable Deadline current;
  private volatile boolean expired;
  private volatile boolean cancelled;
  private @Nullable Thread owner;
  private boolean shielded;

  Watch(Runnable interrupt) {
    this.interrupt = interrupt;
  }

  /** Starts watching; returns the deadline around this one, which still holds if it is earlier. */
  synchronized @Nullable Deadline begin(Deadline deadline) {
    Deadline outer = current;
    boolean outerFirst = outer != null && outer.nanoTime() - deadline.nanoTime() < 0;
    owner = Thread.currentThread();
    current = outerFirst ? outer : deadline;
    return outer;
  }

  /** Ends what the matching begin started. */
  synchronized void end(@Nullable Deadline outer) {
    current = outer;
    expired = false;
    if (outer == null) {
      cancelled = false;
      owner = null;
    }
  }

  /**
   * Interrupts the watched work when its time is over or its thread is interrupted; returns whether
   * there is any.
   */
  boolean check(long nowNanos) {
    if (current == null) {
      return false;
    }
    synchronized (this) {
      Deadline deadline = current;
      if (deadline == null) {
        return false;
      }
      expired |= nowNanos - deadline.nanoTime() >= 0;
      cancelled |= owner != null && owner.isInterrupted();
      if (!shielded && (expired || cancelled)) {
        interrupt.run();
      }
    }
    return true;
  }

  synchronized void cancel() {
    cancelled |= current != null;
    if (!shielded) {
      interrupt.run();
    }
  }

  /** Runs what must not be interrupted, such as a rollback. */
  boolean shielded(BooleanSupplier work) {
    shield(true);
    try {
      return work.getAsBoolean();
    } finally {
      shield(false);
    }
  }

  private synchronized void shield(boolean on) {
    shielded = on;
  }

  boolean isStopped() {
    return expired || cancelled;
  }

  synchronized @Nullable Duration expiredTimeout() {
    return expired && current != null ? current.timeout() : null;
  }
}
