package io.tenantry.core.sqlite;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The deadline of what runs on one connection. An interrupt hits whatever runs, so it is sent only
 * under the lock that also ends the watched work.
 */
final class Watch {
  private final Runnable interrupt;
  private volatile boolean running;
  private volatile boolean expired;
  private volatile boolean cancelled;
  private boolean shielded;
  private long deadlineNanos;
  private @Nullable Duration timeout;

  Watch(Runnable interrupt) {
    this.interrupt = interrupt;
  }

  synchronized void begin(Deadline deadline) {
    if (running) {
      throw new IllegalStateException("a deadline is set already");
    }
    timeout = deadline.timeout();
    deadlineNanos = deadline.nanoTime();
    expired = false;
    cancelled = false;
    running = true;
  }

  synchronized void end() {
    running = false;
    expired = false;
    cancelled = false;
    timeout = null;
  }

  /** Interrupts the watched work when its time is over; returns whether there is any. */
  boolean check(long nowNanos) {
    if (!running) {
      return false;
    }
    synchronized (this) {
      if (running && !shielded && nowNanos - deadlineNanos >= 0) {
        expired = true;
        interrupt.run();
      }
    }
    return true;
  }

  synchronized void cancel() {
    if (running) {
      cancelled = true;
    }
    if (!shielded) {
      interrupt.run();
    }
  }

  /** Runs what must not be interrupted, such as a rollback. */
  void shielded(Runnable work) {
    shield(true);
    try {
      work.run();
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
    return expired ? timeout : null;
  }
}
