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
    ErrorCode code = ErrorBody.codeOf(status.code());
    String text = code == ErrorCode.BAD_REQUEST ? "Malformed HTTP request" : status.reasonPhrase();
    headers.set(HeaderValues.CONTENT_TYPE_JSON);
    return TransportResponse.builder()
        .status(status)
        .headers(headers)
        .keepAlive(false)
        .entity(Json.bytes(ErrorBody.of(new EngineException(code, text), status.code())))
        .build();
  }
}
