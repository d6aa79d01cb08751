package io.tenantry.server.http;

import io.tenantry.contract.error.EngineException;
import java.io.Serial;
import java.util.Map;

/** A request that HTTP itself refuses, with a status that its error code would not have. */
final class HttpRefusal extends RuntimeException {
  @Serial private static final long serialVersionUID = 1L;

  private final int status;
  private final transient EngineException error;
  private final transient Map<String, String> headers;

  private HttpRefusal(int status, EngineException error, Map<String, String> headers) {
    super(error.message(), null, false, false);
    this.status = status;
    this.error = error;
    this.headers = headers;
  }

  static HttpRefusal methodNotAllowed(String method, String path, String allowed) {
    return new HttpRefusal(
        405,
        EngineException.badRequest(
            "Method " + method + " is not allowed on " + path + ". Use " + allowed),
        Map.of("Allow", allowed));
  }

  static HttpRefusal tooLarge(long limitBytes) {
    return new HttpRefusal(
        413,
        EngineException.badRequest("Request body is larger than " + limitBytes / 1_000_000 + " MB"),
        Map.of("Connection", "close"));
  }

  static HttpRefusal misdirected() {
    return new HttpRefusal(
        421,
        EngineException.forbidden(
            "This server is not known by the name in the Host header. Add it to server.hosts, or"
                + " set public-url."),
        Map.of());
  }

  static HttpRefusal malformed() {
    return new HttpRefusal(
        400, EngineException.badRequest("Malformed HTTP request"), Map.of("Connection", "close"));
  }

  int status() {
    return status;
  }

  EngineException error() {
    return error;
  }

  Map<String, String> headers() {
    return headers;
  }
}
