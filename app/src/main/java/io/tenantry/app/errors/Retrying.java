package io.tenantry.app.errors;

import io.tenantry.app.notices.Retry;

/** Tells a notice how the load that it tries again has ended. UI thread. */
public final class Retrying {
  private Runnable onWorked = () -> {};
  private Runnable onFailed = () -> {};

  /** Returns what tries a load again, whose end is told to this. */
  public Retry of(Runnable load) {
    return (worked, failed) -> {
      failed();
      onWorked = worked;
      onFailed = failed;
      load.run();
    };
  }

  /** It worked; does nothing when nothing is tried again. */
  public void worked() {
    end(onWorked);
  }

  /** It failed, or nobody waits for it any more. */
  public void failed() {
    end(onFailed);
  }

  private void end(Runnable told) {
    onWorked = () -> {};
    onFailed = () -> {};
    told.run();
  }
}
