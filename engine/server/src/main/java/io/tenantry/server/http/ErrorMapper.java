package io.tenantry.server.http;

import io.tenantry.contract.error.EngineException;
import io.tenantry.contract.error.ErrorCode;
import io.tenantry.contract.error.FailureReason;
import io.tenantry.wire.HttpStatusOf;
import io.tenantry.wire.json.Json;
import java.security.SecureRandom;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Turns every failure of a request into its reply. Faults are logged here, once, under a code that
 * the reply shows instead of what went wrong.
 */
final class ErrorMapper {
  private static final Logger LOG = LoggerFactory.getLogger(ErrorMapper.class);
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final String INCIDENT_LETTERS = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";
  private static final int INCIDENT_LENGTH = 8;
  private static final int UNAVAILABLE = 503;

  /** What the machine has not enough of, and what callers are told about it. */
  private static final Map<FailureReason, String> SHORTAGES =
      Map.of(
          FailureReason.DISK_FULL,
          "The engine's disk is full. Free some space and try again.",
          FailureReason.NO_DESCRIPTORS,
          "The engine has no file descriptors left. Try again in a moment.");

  private ErrorMapper() {}

  /** How a failure is written. */
  @FunctionalInterface
  interface Shape {
    /** Returns the fields of the body. */
    Map<String, Object> body(EngineException error, int status);
  }

  static Reply reply(Throwable failure, String request, Shape shape) {
    return switch (failure) {
      case HttpRefusal refusal ->
          reply(shape, refusal.error(), refusal.status(), refusal.headers());
      case EngineException known when known.code() != ErrorCode.INTERNAL_ERROR ->
          reply(shape, known, HttpStatusOf.error(known.code()), headers(known));
      default -> incident(shape, failure, request);
    };
  }

  private static Reply reply(
      Shape shape, EngineException error, int status, Map<String, String> headers) {
    return new Reply(status, headers, Json.bytes(shape.body(error, status)));
  }

  private static Map<String, String> headers(EngineException error) {
    return switch (error.code()) {
      case RATE_LIMITED -> Map.of("Retry-After", error.detail("retry_after_seconds").orElse("1"));
      case AUTH_REQUIRED, UNAUTHORIZED -> Map.of("WWW-Authenticate", "Bearer");
      default -> Map.of();
    };
  }

  private static Reply incident(Shape shape, Throwable failure, String request) {
    String incident = newIncident();
    LOG.error("incident {} in {}", incident, request, failure);
    Optional<FailureReason> shortage =
        failure instanceof EngineException known
            ? known.reason().filter(SHORTAGES::containsKey)
            : Optional.empty();
    EngineException shown = shown(incident, shortage.map(SHORTAGES::get));
    boolean passes = shortage.filter(FailureReason.NO_DESCRIPTORS::equals).isPresent();
    return reply(
        shape,
        shortage.map(reason -> shown.because(reason)).orElse(shown),
        passes ? UNAVAILABLE : HttpStatusOf.error(shown.code()),
        passes ? Map.of("Retry-After", "1") : Map.of());
  }

  /**
   * Makes an error of what cannot be told: it goes into the log under a code that is returned with
   * it.
   */
  static EngineException incident(String request, String message) {
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
    StringBuilder code = new StringBuilder(INCIDENT_LENGTH);
    for (int i = 0; i < INCIDENT_LENGTH; i++) {
      code.append(INCIDENT_LETTERS.charAt(RANDOM.nextInt(INCIDENT_LETTERS.length())));
    }
    return code.toString();
  }
}
