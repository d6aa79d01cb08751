package io.tenantry.app.shell;

import java.time.Duration;

/** When the user did something in a window last. UI thread. */
final class Use {
  private static final Duration RECENT = Duration.ofSeconds(8);

  private long last = System.nanoTime();

  /** Says that it is now; returns whether it was long ago before. */
  boolean now() {
    boolean wasLongAgo = !isRecent();
    last = System.nanoTime();
    return wasLongAgo;
  }

  boolean isRecent() {
    return System.nanoTime() - last < RECENT.toNanos();
  }
}
