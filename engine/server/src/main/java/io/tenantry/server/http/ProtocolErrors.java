package io.tenantry.server.http;

import io.helidon.http.DirectHandler;
import io.helidon.http.HeaderValues;
import io.helidon.http.ServerResponseHeaders;
import io.helidon.http.Status;
import io.tenantry.contract.error.EngineException;
import io.tenantry.contract.error.ErrorCode;
import io.tenantry.wire.ErrorBody;
import io.tenantry.wire.json.Json;

/** Answers requests that are no proper HTTP, which never reach a route, in the API's own shape. */
final class ProtocolErrors implements DirectHandler {
  @Override
  public TransportResponse handle(
      TransportRequest request,
      EventType type,
      Status status,
      ServerResponseHeaders headers,
      String message) {
    headers.set(HeaderValues.CONTENT_TYPE_JSON);
    return TransportResponse.builder()
        .status(status)
        .headers(headers)
        .keepAlive(false)
        .entity(Json.bytes(ErrorBody.of(error(request, status, message), status.code())))
        .build();
  }

  private static EngineException error(TransportRequest request, Status status, String message) {
    ErrorCode code = ErrorBody.codeOf(status.code());
    return switch (code) {
      case BAD_REQUEST -> new EngineException(code, "Malformed HTTP request");
      case INTERNAL_ERROR -> Incidents.of(request.method() + " " + request.path(), message);
      default -> new EngineException(code, status.reasonPhrase());
    };
  }
}
