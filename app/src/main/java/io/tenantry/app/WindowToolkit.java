package io.tenantry.app;

import io.tenantry.app.text.Text;
import javafx.application.Platform;

/** Starts what draws windows. */
final class WindowToolkit {
  private WindowToolkit() {}

  /**
   * Starts it, and what opens the first window on its thread. Without a display that can be
   * reached, or the system's libraries for windows, it says so on standard error.
   *
   * @return whether it started
   */
  static boolean start(Runnable first) {
    Platform.setImplicitExit(false);
    try {
      Platform.startup(first);
      return true;
    } catch (UnsupportedOperationException e) {
      System.err.println(Text.of("shell.noWindow", String.valueOf(e.getMessage())));
      return false;
    }
  }
}
