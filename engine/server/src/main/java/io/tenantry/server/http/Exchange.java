package io.tenantry.server.http;

import io.helidon.common.socket.SocketWriterException;
import io.helidon.http.HeaderName;
import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import io.helidon.webserver.CloseConnectionException;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import io.tenantry.contract.error.EngineException;
import io.tenantry.contract.error.ErrorCode;
import io.tenantry.server.http.RequestBody.HangUp;
import io.tenantry.wire.Download;
import io.tenantry.wire.Endpoint;
import io.tenantry.wire.Envelope;
import io.tenantry.wire.ErrorBody;
import io.tenantry.wire.HttpStatusOf;
import io.tenantry.wire.OwnStatus;
import io.tenantry.wire.QueryParameters;
import io.tenantry.wire.info.InfoEndpoints;
import io.tenantry.wire.json.Json;
import io.tenantry.wire.users.UserEndpoints;
import io.tenantry.wire.users.UserErrorBody;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.URI;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One request from its first byte to its last: finds the route, reads the body, runs the action on
 * its lane, and writes reply or error. The only place that knows the HTTP library's request.
 */
final class Exchange {
  private static final Logger LOG = LoggerFactory.getLogger(Exchange.class);
  private static final int PIECE = 64 * 1024;

  private static final HeaderName PROJECT = HeaderNames.create("X-Project-ID");
  private static final HeaderName IDEMPOTENCY_KEY = HeaderNames.create("Idempotency-Key");
  private static final HeaderName PLAN_KEY = HeaderNames.create("Plan-Key");
  private static final HeaderName PLAN_STEP = HeaderNames.create("Plan-Step");

  private final Router router;
  private final Repeatable repeatable;
  private final LiveReplies live;
  private final Doorkeeper doorkeeper;
  private final Connections connections;
  private final DateHeader date = new DateHeader(InstantSource.system());

  Exchange(
      Router router,
      ReplyStore replies,
      LiveReplies live,
      Doorkeeper doorkeeper,
      Connections connections) {
    this.router = router;
    this.live = live;
    this.doorkeeper = doorkeeper;
    this.connections = connections;
    this.repeatable = new Repeatable(replies);
  }

  void handle(ServerRequest request, ServerResponse response) {
    Client client =
        connections
            .of(request.remotePeer().address())
            .orElseThrow(() -> new CloseConnectionException("its connection was dropped"));
    client.works();
    Reply reply;
    try {
      reply = answer(request, client);
    } catch (HangUp gone) {
      LOG.debug("{} {}: the client hung up", request.prologue().method(), path(request));
      throw gone;
    } catch (Exception | StackOverflowError failed) {
      reply =
          ErrorMapper.reply(
              failed, request.prologue().method() + " " + path(request), errors(request));
    }
    reply(request, response, reply, client);
    client.waits();
    if (request.headers().containsToken(HeaderValues.CONNECTION_CLOSE)
        || response.headers().containsToken(HeaderValues.CONNECTION_CLOSE)) {
      throw new CloseConnectionException("as was agreed");
    }
  }

  private void reply(ServerRequest request, ServerResponse response, Reply reply, Client client) {
    response.header(HeaderNames.DATE, date.now());
    if (reply.live().isPresent()) {
      live.send(reply.live().get(), response);
      return;
    }
    try {
      send(response, reply, client);
    } catch (SocketWriterException | UncheckedIOException | CloseConnectionException gone) {
      LOG.debug("{} {}: nobody took the reply", request.prologue().method(), path(request));
      throw new HangUp(gone);
    }
  }

  private Reply answer(ServerRequest request, Client client) throws Exception {
    InetAddress sender = doorkeeper.admit(request);
    refuseForeignOrigin(request);
    Optional<Protocol> own = router.protocol(path(request));
    if (own.isPresent()) {
      return own.get()
          .answer(
              request.prologue().method().text(),
              head(request, sender),
              RequestBody.read(request, client));
    }
    Route route = router.find(request.prologue().method().text(), path(request));
    RequestHead head = head(request, sender);
    if (route.needsCredential()) {
      head.bearer();
    }
    try {
      return answer(request, client, route, head);
    } catch (EngineException wrong) {
      if (wrong.code() == ErrorCode.BAD_REQUEST || wrong.code() == ErrorCode.NOT_FOUND) {
        requireClearance(route, head, wrong);
      }
      throw wrong;
    }
  }

  /** Of two things that are not there the call itself names the one that matters. */
  private void requireClearance(Route route, RequestHead head, EngineException wrong)
      throws Exception {
    try {
      router.requireClearance(route, head);
    } catch (EngineException refused) {
      throw refused.code() == ErrorCode.NOT_FOUND && wrong.code() == refused.code()
          ? wrong
          : refused;
    }
  }

  private Reply answer(ServerRequest request, Client client, Route route, RequestHead head)
      throws Exception {
    byte[] body = route.endpoint().hasBody() ? RequestBody.read(request, client) : new byte[0];
    Optional<Repeatable.Wish> wish = wish(request, route);
    return wish.isPresent()
        ? repeatable(request, route, head, body, wish.get())
        : reply(route.endpoint(), route.handling().run(head, body));
  }

  private static Optional<Repeatable.Wish> wish(ServerRequest request, Route route) {
    return UserEndpoints.isRepeatable(route.endpoint())
        ? Repeatable.Wish.of(
            header(request, IDEMPOTENCY_KEY), header(request, PLAN_KEY), header(request, PLAN_STEP))
        : Optional.empty();
  }

  private Reply repeatable(
      ServerRequest request, Route route, RequestHead head, byte[] body, Repeatable.Wish wish)
      throws Exception {
    router.requireCaller(head);
    return repeatable.answer(
        wish,
        head.bearer().value(),
        path(request),
        body,
        () -> {
          try {
            return reply(route.endpoint(), route.handling().run(head, body));
          } catch (Exception failed) {
            return ErrorMapper.reply(failed, "POST " + path(request), errors(request));
          }
        });
  }

  private static Reply reply(Endpoint<?, ?> endpoint, Object result) {
    if (result instanceof Download file) {
      return Reply.of(file);
    }
    if (result instanceof LiveReply live) {
      return Reply.of(live);
    }
    int status = result instanceof OwnStatus own ? own.ownStatus() : endpoint.status();
    Object body =
        InfoEndpoints.isBare(endpoint) || endpoint.path().startsWith(UserEndpoints.PREFIX)
            ? result
            : new Envelope(true, status, HttpStatusOf.success(status), result);
    return new Reply(status, Map.of(), Json.bytes(body));
  }

  private ErrorMapper.Shape errors(ServerRequest request) {
    Optional<Protocol> own = router.protocol(path(request));
    if (own.isPresent()) {
      return (error, _) -> own.get().error(error);
    }
    return path(request).startsWith(UserEndpoints.PREFIX)
        ? (error, status) -> UserErrorBody.of(error)
        : ErrorBody::of;
  }

  private static void send(ServerResponse response, Reply reply, Client client) {
    response.status(reply.status());
    response.header(HeaderNames.CONTENT_TYPE, "application/json");
    response.header(HeaderNames.CACHE_CONTROL, "no-store");
    reply.headers().forEach((name, value) -> response.header(HeaderNames.create(name), value));
    if (reply.stream().isPresent()) {
      stream(response, reply.stream().get(), client);
    } else {
      client.takes(reply.body().length);
      response.send(reply.body());
    }
  }

  /**
   * A failure on the way cannot be told any more: the length that was announced shows the caller
   * that something is missing.
   */
  private static void stream(ServerResponse response, InputStream content, Client client) {
    try (InputStream source = content;
        OutputStream target = response.outputStream()) {
      byte[] piece = new byte[PIECE];
      int read = read(source, piece);
      while (read >= 0) {
        client.takes(read);
        target.write(piece, 0, read);
        read = read(source, piece);
      }
      client.takes(0);
    } catch (IOException broken) {
      throw new UncheckedIOException("the reply broke off", broken);
    }
  }

  private static int read(InputStream source, byte[] piece) throws IOException {
    try {
      return source.read(piece);
    } catch (IOException broken) {
      LOG.error("a reply breaks off", broken);
      throw broken;
    }
  }

  private static String path(ServerRequest request) {
    return request.prologue().uriPath().rawPath();
  }

  private static RequestHead head(ServerRequest request, InetAddress sender) {
    Map<String, String> query = new LinkedHashMap<>();
    for (String name : request.query().names()) {
      query.put(name, request.query().first(name).orElse(""));
    }
    return new RequestHead(
        path(request),
        QueryParameters.of(query),
        header(request, HeaderNames.AUTHORIZATION),
        header(request, PROJECT),
        header(request, HeaderNames.ACCEPT),
        sender);
  }

  private static Optional<String> header(ServerRequest request, HeaderName name) {
    return request.headers().first(name);
  }

  /** A page of another site must not act here through the browser of somebody who can. */
  private static void refuseForeignOrigin(ServerRequest request) {
    String host = header(request, HeaderNames.HOST).orElse("");
    header(request, HeaderNames.ORIGIN)
        .filter(origin -> !isOf(origin, host))
        .ifPresent(
            _ -> {
              throw EngineException.forbidden("Requests from other web sites are not allowed");
            });
  }

  private static boolean isOf(String origin, String host) {
    try {
      return host.equals(URI.create(origin).getAuthority());
    } catch (IllegalArgumentException malformed) {
      return false;
    }
  }
}
