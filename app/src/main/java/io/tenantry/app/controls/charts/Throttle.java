package io.tenantry.app.controls.charts;

import io.tenantry.app.tasks.TaskRunner;
import java.time.Duration;

/**
 * Runs an action at most four times a second: at once when it rested, otherwise when it has, and
 * only once for all that was asked meanwhile. It costs nothing while nobody asks. UI thread.
 */
final class Throttle {
  private static final Duration REST = Duration.ofMillis(250);
  private final TaskRunner tasks;
  private final Runnable action;
  private boolean resting;
  private boolean asked;

  Throttle(TaskRunner tasks, Runnable action) {
    this.tasks = tasks;
    this.action = action;
  }

  void ask() {
    if (resting) {
      asked = true;
      return;
    }
    resting = true;
    action.run();
    tasks.after(REST, this::rested);
  }

  private void rested() {
    resting = false;
    if (asked) {
      asked = false;
      ask();
    }
  }
}
