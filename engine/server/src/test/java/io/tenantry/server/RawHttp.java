package io.tenantry.server;

import io.tenantry.wire.json.Json;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Requests as any HTTP client would send them, for tests of the exact JSON. */
final class RawHttp implements AutoCloseable {
  private final HttpClient client = HttpClient.newHttpClient();
  private final URI base;
  private final Optional<String> key;

  RawHttp(URI base, Optional<String> key) {
    this.base = base;
    this.key = key;
  }

  /** Returns the same caller at another address; this one is still to be closed. */
  RawHttp at(URI other) {
    return new RawHttp(other, key);
  }

  /** What came back. */
  record Reply(int status, String body, HttpResponse<String> response) {
    JsonNode json() {
      return Json.tree(body.getBytes(StandardCharsets.UTF_8));
    }

    String header(String name) {
      return response.headers().firstValue(name).orElse("");
    }
  }

  Reply get(String path) {
    return send("GET", path, "");
  }

  Reply post(String path, String body) {
    return send("POST", path, body);
  }

  Reply send(String method, String path, String body, String... headers) {
    HttpRequest.Builder request = HttpRequest.newBuilder(base.resolve(path));
    request.method(
        method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
    key.ifPresent(secret -> request.header("Authorization", "Bearer " + secret));
    if (headers.length > 0) {
      request.headers(headers);
    }
    try {
      HttpResponse<String> response = client.send(request.build(), BodyHandlers.ofString());
      return new Reply(response.statusCode(), response.body(), response);
    } catch (IOException failed) {
      throw new AssertionError(method + " " + path, failed);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new AssertionError(stopped);
    }
  }

  @Override
  public void close() {
    client.close();
  }
}
