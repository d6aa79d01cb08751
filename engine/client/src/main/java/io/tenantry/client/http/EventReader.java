package io.tenantry.client.http;

import io.tenantry.contract.error.EngineException;
import io.tenantry.wire.ErrorBody;
import io.tenantry.wire.json.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Function;
import okhttp3.Call;
import okhttp3.Response;
import okio.BufferedSource;

/** Reads server-sent events from a response. One thread; {@link #cancel} any. */
final class EventReader implements AutoCloseable {
  private static final int STATUS_OF_FAILURE = 500;

  private final Call call;
  private final Response response;
  private final BufferedSource lines;
  private final Function<IOException, EngineException> broken;

  EventReader(Call call, Response response, Function<IOException, EngineException> broken) {
    this.call = call;
    this.response = response;
    this.lines = response.body().source();
    this.broken = broken;
  }

  /** One event. */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record Frame(String name, byte[] data) {
    long dropped() {
      return Json.tree(data).path("dropped").asLong(0);
    }

    EngineException failure() {
      return ErrorBody.read(data, STATUS_OF_FAILURE)
          .orElseGet(() -> EngineException.internal("The event stream ended by a failure", null));
    }
  }

  /**
   * Waits for the next event.
   *
   * @return empty when the stream ended
   * @throws EngineException INTERNAL_ERROR when it broke
   */
  Optional<Frame> next() {
    try {
      String name = "message";
      StringBuilder data = new StringBuilder();
      while (true) {
        String line = lines.readUtf8Line();
        if (line == null) {
          return Optional.empty();
        }
        if (line.isEmpty() && !data.isEmpty()) {
          return Optional.of(new Frame(name, bytes(data)));
        }
        name = field(line, "event").orElse(line.isEmpty() ? "message" : name);
        field(line, "data").ifPresent(text -> data.append(data.isEmpty() ? "" : "\n").append(text));
      }
    } catch (IOException e) {
      throw broken.apply(e);
    }
  }

  private static byte[] bytes(StringBuilder data) {
    return data.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static Optional<String> field(String line, String name) {
    if (!line.startsWith(name + ":")) {
      return Optional.empty();
    }
    String value = line.substring(name.length() + 1);
    return Optional.of(value.startsWith(" ") ? value.substring(1) : value);
  }

  void cancel() {
    call.cancel();
  }

  @Override
  public void close() {
    response.close();
  }
}
