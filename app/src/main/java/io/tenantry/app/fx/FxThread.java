package io.tenantry.app.fx;

import javafx.application.Platform;

/** The one door onto the UI thread, so that no other class calls the toolkit for it. Any thread. */
public final class FxThread {
  private FxThread() {}

  /** Runs now when already on the UI thread, otherwise soon on it. */
  public static void run(Runnable action) {
    if (Platform.isFxApplicationThread()) {
      action.run();
    } else {
      Platform.runLater(action);
    }
  }

  /** Runs on the UI thread after the current event. */
  public static void later(Runnable action) {
    Platform.runLater(action);
  }

  /** Says whether the caller is on the UI thread. */
  public static boolean isCurrent() {
    return Platform.isFxApplicationThread();
  }
}
