package io.tenantry.server.http;

import io.tenantry.contract.error.EngineException;
import io.tenantry.contract.error.ErrorCode;
import io.tenantry.contract.error.FailureReason;
import io.tenantry.wire.HttpStatusOf;
import io.tenantry.wire.json.Json;
import java.util.Map;

/** Turns every failure of a request into its reply; faults become incidents. */
final class ErrorMapper {
  private static final int UNAVAILABLE = 503;

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
    EngineException shown = Incidents.of(request, failure);
    boolean passes = shown.isBecause(FailureReason.NO_DESCRIPTORS);
    return reply(
        shape,
        shown,
        passes ? UNAVAILABLE : HttpStatusOf.error(shown.code()),
        passes ? Map.of("Retry-After", "1") : Map.of());
  }
}
