package io.tenantry.core.jobs;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Tells long work that the engine is closing. Work that has seen it ends as soon as it can. */
public final class StopSignal {
  private final CountDownLatch stopped = new CountDownLatch(1);

  /** Returns whether the engine is closing. */
  public boolean isStopped() {
    return stopped.getCount() == 0;
  }

  /** Waits, at most until the engine closes; returns whether it does. */
  public boolean await(Duration time) {
    try {
      return stopped.await(time.toNanos(), TimeUnit.NANOSECONDS);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return true;
    }
  }

  void stop() {
    stopped.countDown();
  }
}
