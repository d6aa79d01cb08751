package io.tenantry.app;

import io.tenantry.app.errors.ErrorPresenter;
import io.tenantry.app.fx.FxThread;
import io.tenantry.app.tasks.IncidentCodes;
import io.tenantry.contract.error.EngineException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where an error ends that nothing caught: in the log, and in the window that was used last, with
 * its incident code.
 */
final class Uncaught implements Thread.UncaughtExceptionHandler {
  private static final Logger LOG = LoggerFactory.getLogger(Uncaught.class);

  private final Deque<ErrorPresenter> windows = new ArrayDeque<>();
  private final AtomicInteger faults = new AtomicInteger();

  @Override
  public void uncaughtException(Thread thread, Throwable error) {
    faults.incrementAndGet();
    EngineException incident = IncidentCodes.of("thread " + thread.getName(), error);
    FxThread.later(() -> show(incident));
  }

  /** Shows an error in the window that was used last. UI thread. */
  void show(EngineException error) {
    if (windows.isEmpty()) {
      LOG.error("No window is there to show it", error);
    } else {
      windows.getFirst().show(error);
    }
  }

  /** Says that a window is used now. UI thread. */
  void used(ErrorPresenter window) {
    windows.remove(window);
    windows.addFirst(window);
  }

  /** Says that a window is closed. UI thread. */
  void closed(ErrorPresenter window) {
    windows.remove(window);
  }

  /** Returns how many errors have ended here. */
  int faults() {
    return faults.get();
  }
}
