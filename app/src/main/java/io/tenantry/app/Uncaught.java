package io.tenantry.app;

import io.tenantry.app.errors.ErrorPresenter;
import io.tenantry.app.errors.Incidents;
import io.tenantry.app.fx.FxThread;
import io.tenantry.contract.error.EngineException;
import java.util.concurrent.atomic.AtomicInteger;

/** Where an error ends that nothing caught: in the log, and as a banner with its incident code. */
final class Uncaught implements Thread.UncaughtExceptionHandler {
  private final ErrorPresenter errors;
  private final AtomicInteger faults = new AtomicInteger();

  Uncaught(ErrorPresenter errors) {
    this.errors = errors;
  }

  @Override
  public void uncaughtException(Thread thread, Throwable error) {
    faults.incrementAndGet();
    EngineException incident = Incidents.of("thread " + thread.getName(), error);
    FxThread.later(() -> errors.show(incident));
  }

  /** Returns how many errors have ended here. */
  int faults() {
    return faults.get();
  }
}
