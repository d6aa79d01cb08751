package io.tenantry.server.http;

import io.tenantry.contract.error.EngineException;
import io.tenantry.contract.error.ErrorCode;
import io.tenantry.contract.error.FailureReason;
import java.security.SecureRandom;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Faults, which nobody outside may read: they are logged here, once, under a code that the caller
 * is shown instead of what went wrong. Any thread.
 */
public final class Incidents {
  private static final Logger LOG = LoggerFactory.getLogger(Incidents.class);
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final String LETTERS = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";
  private static final int LENGTH = 8;

  /** What the machine has not enough of, and what callers are told about it. */
  private static final Map<FailureReason, String> SHORTAGES =
      Map.of(
          FailureReason.DISK_FULL,
          "The engine's disk is full. Free some space and try again.",
          FailureReason.NO_DESCRIPTORS,
          "The engine has no file descriptors left. Try again in a moment.");

  private Incidents() {}

  /**
   * Logs a fault and makes the error that is shown.
   *
   * @param request what was asked for, for the log
   * @return INTERNAL_ERROR with detail {@code incident}, and a reason where the machine lacks
   *     something
   */
  public static EngineException of(String request, Throwable failure) {
    String incident = newIncident();
    LOG.error("incident {} in {}", incident, request, failure);
    Optional<FailureReason> shortage =
        failure instanceof EngineException known
            ? known.reason().filter(SHORTAGES::containsKey)
            : Optional.empty();
    EngineException shown = shown(incident, shortage.map(SHORTAGES::get));
    return shortage.map(shown::because).orElse(shown);
  }

  /** As above, of a fault that is no exception. */
  static EngineException of(String request, String message) {
    String incident = newIncident();
    LOG.error("incident {} in {}: {}", incident, request, message);
    return shown(incident, Optional.empty());
  }

  private static EngineException shown(String incident, Optional<String> text) {
    return new EngineException(
        ErrorCode.INTERNAL_ERROR,
        text.orElse("Internal error. The engine's log says more under incident " + incident),
        Map.of("incident", incident),
        null);
  }

  private static String newIncident() {
    StringBuilder code = new StringBuilder(LENGTH);
    for (int i = 0; i < LENGTH; i++) {
      code.append(LETTERS.charAt(RANDOM.nextInt(LETTERS.length())));
    }
    return code.toString();
  }
}
