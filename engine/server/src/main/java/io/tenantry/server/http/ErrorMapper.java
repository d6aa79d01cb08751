package io.tenantry.server.http;

import io.tenantry.contract.error.EngineException;
import io.tenantry.contract.error.ErrorCode;
import io.tenantry.wire.HttpStatusOf;
import io.tenantry.wire.json.Json;
import java.security.SecureRandom;
import java.util.LinkedHashMap;
import java.util.Map;
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
    boolean diskFull =
        failure instanceof EngineException known
            && known.detail("reason").filter("disk_full"::equals).isPresent();
    Map<String, Object> details = new LinkedHashMap<>();
    details.put("incident", incident);
    if (diskFull) {
      details.put("reason", "disk_full");
    }
    EngineException shown =
        new EngineException(
            ErrorCode.INTERNAL_ERROR,
            diskFull
                ? "The engine's disk is full. Free some space and try again."
                : "Internal error. The engine's log says more under incident " + incident,
            details,
            null);
    return reply(shape, shown, HttpStatusOf.error(shown.code()), Map.of());
  }

  private static String newIncident() {
    StringBuilder code = new StringBuilder(INCIDENT_LENGTH);
    for (int i = 0; i < INCIDENT_LENGTH; i++) {
      code.append(INCIDENT_LETTERS.charAt(RANDOM.nextInt(INCIDENT_LETTERS.length())));
    }
    return code.toString();
  }
}
