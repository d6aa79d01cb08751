package io.tenantry.core.jobs;

import java.util.concurrent.atomic.AtomicBoolean;

/** Tells long work that the engine is closing. Work that has seen it ends as soon as it can. */
public final class StopSignal {
  private final AtomicBoolean stopped = new AtomicBoolean();

  /** Returns whether the engine is closing. */
  public boolean isStopped() {
    return stopped.get();
  }

  void stop() {
    stopped.set(true);
  }
}
