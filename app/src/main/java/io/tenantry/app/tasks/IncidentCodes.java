package io.tenantry.app.tasks;

import io.tenantry.contract.error.EngineException;
import io.tenantry.contract.error.ErrorCode;
import java.util.Map;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Turns a fault of the console itself into an error with a code that is also in the log. */
public final class IncidentCodes {
  private static final Logger LOG = LoggerFactory.getLogger(IncidentCodes.class);

  private static final String ORIGIN = "origin";
  private static final String CONSOLE = "console";

  private IncidentCodes() {}

  /** Logs a fault and returns it as an error that can be shown. Any thread. */
  public static EngineException of(String where, Throwable cause) {
    String incident = UUID.randomUUID().toString().substring(0, 8);
    LOG.error("Incident {} in {}", incident, where, cause);
    String message = cause.getMessage();
    return new EngineException(
        ErrorCode.INTERNAL_ERROR,
        message == null ? cause.getClass().getSimpleName() : message,
        Map.of("incident", incident, ORIGIN, CONSOLE),
        cause);
  }

  /** Says whether an error is a fault of the console itself. */
  public static boolean isOurs(EngineException error) {
    return CONSOLE.equals(error.details().get(ORIGIN));
  }
}
