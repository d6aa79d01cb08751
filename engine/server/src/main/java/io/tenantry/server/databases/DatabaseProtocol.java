package io.tenantry.server.databases;

import io.tenantry.contract.Engine;
import io.tenantry.contract.databases.DatabaseLogin;
import io.tenantry.contract.databases.StepOutcome;
import io.tenantry.contract.error.EngineException;
import io.tenantry.contract.error.ErrorCode;
import io.tenantry.server.http.Protocol;
import io.tenantry.server.http.Reply;
import io.tenantry.server.http.RequestHead;
import io.tenantry.wire.databases.HranaCursorWriter;
import io.tenantry.wire.databases.HranaError;
import io.tenantry.wire.databases.HranaReplyWriter;
import io.tenantry.wire.databases.HranaRequest;
import io.tenantry.wire.databases.StreamRequest;
import io.tenantry.wire.json.Json;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Hrana over HTTP, versions 2 and 3 in JSON, at {@code /db/{database}/}. Requests stay on their
 * virtual threads: sessions wait there for their turn, and go to the engine's own threads to work.
 */
public final class DatabaseProtocol implements Protocol, AutoCloseable {
  private static final String PREFIX = "/db/";
  private static final byte[] NOTHING = "{}".getBytes(StandardCharsets.US_ASCII);
  private static final Map<String, String> LINES = Map.of("Content-Type", "application/x-ndjson");

  private final Streams streams;

  /** Serves the databases of an engine. */
  public DatabaseProtocol(Engine engine) {
    this.streams = new Streams(engine);
  }

  @Override
  public String prefix() {
    return PREFIX;
  }

  @Override
  public Map<String, Object> error(EngineException error) {
    return HranaError.of(error);
  }

  @Override
  public Reply answer(String method, RequestHead head, byte[] body) {
    String path = head.path();
    int end = path.indexOf('/', PREFIX.length());
    String database =
        end < 0 ? path.substring(PREFIX.length()) : path.substring(PREFIX.length(), end);
    String rest = end < 0 ? "" : path.substring(end + 1);
    String allowed =
        switch (rest) {
          case "v2", "v3" -> "GET";
          case "v2/pipeline", "v3/pipeline", "v3/cursor" -> "POST";
          default -> throw unknown(rest);
        };
    if (!method.equals(allowed)) {
      return wrongMethod(method, path, allowed);
    }
    if (allowed.equals("GET")) {
      return new Reply(200, Map.of(), NOTHING);
    }
    DatabaseLogin login = new DatabaseLogin(database, head.bearer());
    return rest.endsWith("cursor") ? cursor(login, body) : pipeline(login, body);
  }

  private static EngineException unknown(String rest) {
    return EngineException.notFound(
        rest.startsWith("v3-protobuf")
            ? "Hrana is spoken in JSON here, not in Protobuf. Use v3"
            : "Not found: databases answer at v2/pipeline, v3/pipeline and v3/cursor");
  }

  private static Reply wrongMethod(String method, String path, String allowed) {
    EngineException error =
        EngineException.badRequest(
            "Method " + method + " is not allowed on " + path + ". Use " + allowed);
    return new Reply(405, Map.of("Allow", allowed), Json.bytes(HranaError.of(error)));
  }

  /** Who may not speak here is told that, and not what is wrong with the request. */
  private HranaRequest read(DatabaseLogin login, Supplier<HranaRequest> body) {
    try {
      return body.get();
    } catch (EngineException wrong) {
      streams.take(Optional.empty(), login).close();
      throw wrong;
    }
  }

  private Reply pipeline(DatabaseLogin login, byte[] body) {
    HranaRequest request = read(login, () -> HranaRequest.pipeline(body));
    Stream stream = streams.take(request.baton(), login);
    boolean done = false;
    try {
      HranaReplyWriter writer = new HranaReplyWriter();
      new PipelineRun(stream, writer).run(request.requests());
      byte[] reply = writer.done(streams.keep(stream));
      done = true;
      return new Reply(200, Map.of(), reply);
    } finally {
      if (!done) {
        stream.close();
      }
    }
  }

  private Reply cursor(DatabaseLogin login, byte[] body) {
    HranaRequest request = read(login, () -> HranaRequest.cursor(body));
    Stream stream = streams.take(request.baton(), login);
    boolean done = false;
    try {
      byte[] reply = cursor(stream, request.requests().getFirst());
      done = true;
      return new Reply(200, LINES, reply);
    } finally {
      if (!done) {
        stream.close();
      }
    }
  }

  private byte[] cursor(Stream stream, StreamRequest request) {
    List<StepOutcome> outcomes = List.of();
    Optional<EngineException> failure = Optional.empty();
    try {
      if (request instanceof StreamRequest.Batch(var steps)) {
        outcomes = StepFaults.shown(stream.session().batch(stream.steps(steps)));
      }
    } catch (EngineException e) {
      if (e.code() == ErrorCode.INTERNAL_ERROR || e.code() == ErrorCode.UNAUTHORIZED) {
        throw e;
      }
      failure = Optional.of(e);
    }
    HranaCursorWriter writer = new HranaCursorWriter(streams.keep(stream));
    writer.batch(outcomes, stream.session().recorded());
    failure.ifPresent(writer::failed);
    return writer.done();
  }

  /** Ends all streams. */
  @Override
  public void close() {
    streams.close();
  }
}
