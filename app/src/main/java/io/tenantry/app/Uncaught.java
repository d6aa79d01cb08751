package io.tenantry.app;

import io.tenantry.app.errors.ErrorPresenter;
import io.tenantry.app.fx.FxThread;
import io.tenantry.contract.error.EngineException;
import io.tenantry.contract.error.ErrorCode;
import java.util.Map;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Where an error ends that nothing caught: in the log, and as a banner with its incident code. */
final class Uncaught implements Thread.UncaughtExceptionHandler {
  private static final Logger LOG = LoggerFactory.getLogger(Uncaught.class);

  private final ErrorPresenter errors;

  Uncaught(ErrorPresenter errors) {
    this.errors = errors;
  }

  @Override
  public void uncaughtException(Thread thread, Throwable error) {
    String incident = UUID.randomUUID().toString().substring(0, 8);
    LOG.error("Incident {} in thread {}", incident, thread.getName(), error);
    FxThread.later(() -> errors.show(asIncident(error, incident)));
  }

  private static EngineException asIncident(Throwable error, String incident) {
    String message = error.getMessage();
    return new EngineException(
        ErrorCode.INTERNAL_ERROR,
        message == null ? error.getClass().getSimpleName() : message,
        Map.of("incident", incident),
        error);
  }
}
