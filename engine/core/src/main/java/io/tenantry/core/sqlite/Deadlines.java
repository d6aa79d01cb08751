package io.tenantry.core.sqlite;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * The one scheduler that interrupts statements at their deadline. It looks at all connections every
 * few milliseconds while something runs, so that a statement pays for its deadline with one memory
 * write, and sleeps while nothing does. Any thread.
 */
final class Deadlines implements AutoCloseable {
  private static final long TICK_NANOS = TimeUnit.MILLISECONDS.toNanos(10);
  private static final int IDLE_TICKS_BEFORE_SLEEP = 100;

  private final Set<Watch> watches = ConcurrentHashMap.newKeySet();
  private final Thread thread;
  private volatile boolean asleep;
  private volatile boolean closed;

  Deadlines() {
    thread = Thread.ofPlatform().daemon().name("sqlite-deadlines").start(this::run);
  }

  void add(Watch watch) {
    watches.add(watch);
  }

  void remove(Watch watch) {
    watches.remove(watch);
  }

  /** To be called after a watch got a deadline. */
  void wake() {
    if (asleep) {
      LockSupport.unpark(thread);
    }
  }

  private void run() {
    int idleTicks = 0;
    while (!closed) {
      idleTicks = look() ? 0 : idleTicks + 1;
      if (idleTicks < IDLE_TICKS_BEFORE_SLEEP) {
        LockSupport.parkNanos(this, TICK_NANOS);
      } else {
        sleep();
        idleTicks = 0;
      }
    }
  }

  /** Announces the sleep before the last look: a statement that starts now is seen or wakes us. */
  private void sleep() {
    asleep = true;
    if (!look() && !closed) {
      LockSupport.park(this);
    }
    asleep = false;
  }

  private boolean look() {
    long now = System.nanoTime();
    boolean anyRunning = false;
    for (Watch watch : watches) {
      anyRunning |= watch.check(now);
    }
    return anyRunning;
  }

  @Override
  public void close() {
    closed = true;
    LockSupport.unpark(thread);
  }
}
