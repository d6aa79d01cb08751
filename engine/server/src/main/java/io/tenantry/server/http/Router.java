package io.tenantry.server.http;

import io.tenantry.contract.Credential;
import io.tenantry.contract.Engine;
import io.tenantry.contract.Project;
import io.tenantry.contract.error.EngineException;
import io.tenantry.wire.Endpoint;
import io.tenantry.wire.Nothing;
import io.tenantry.wire.json.Fields;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Which action answers which endpoint. Filled once at start; afterwards any thread. */
public final class Router {
  private final Engine engine;
  private final RequestLanes lanes;
  private final RequestMeter meter;
  private final RouteTree routes = new RouteTree();
  private final Clearances clearances = new Clearances();
  private final List<Protocol> protocols = new ArrayList<>();

  /** Creates an empty router. */
  public Router(Engine engine, RequestLanes lanes) {
    this(engine, lanes, RequestMeter.NONE);
  }

  /**
   * As {@link #Router(Engine, RequestLanes)}.
   *
   * @param meter counts the requests of those who are known
   */
  public Router(Engine engine, RequestLanes lanes, RequestMeter meter) {
    this.engine = engine;
    this.lanes = lanes;
    this.meter = meter;
  }

  private Project open(RequestHead head) {
    Credential credential = head.credential();
    meter.count(credential);
    return engine.open(credential);
  }

  /** What an endpoint does in a project. */
  @FunctionalInterface
  public interface Action<B, R> {
    /** Runs the call and returns its reply. */
    R run(Call call, B body);
  }

  /** What an endpoint does that needs no project. */
  @FunctionalInterface
  public interface OpenAction<B, R> {
    /** Runs the call and returns its reply. */
    R run(Engine engine, RequestHead head, B body);
  }

  /** Registers an endpoint that works in the project of the caller's credential. */
  public <B, R> void on(Endpoint<B, R> endpoint, RequestLane lane, Action<B, R> action) {
    routes.add(
        new Route(
            endpoint,
            true,
            (head, body) ->
                lanes.call(
                    lane,
                    () -> {
                      Project project = open(head);
                      return action.run(new Call(project, endpoint, head), read(endpoint, body));
                    })));
  }

  /** What an endpoint does for a caller who wants its reply to go on. */
  @FunctionalInterface
  public interface LiveAction<B> {
    /** Starts the call and returns its reply; empty when this one cannot go on. */
    Optional<LiveReply> start(Call call, B body);
  }

  /**
   * Registers an endpoint whose reply goes on when the caller accepts a media type; the lane is
   * held until it has begun.
   */
  public <B, R> void onEither(
      Endpoint<B, R> endpoint,
      RequestLane lane,
      Action<B, R> action,
      String mediaType,
      LiveAction<B> live) {
    routes.add(
        new Route(
            endpoint,
            true,
            (head, body) ->
                lanes.call(
                    lane,
                    () -> {
                      Call call = new Call(open(head), endpoint, head);
                      B read = read(endpoint, body);
                      Optional<LiveReply> reply =
                          head.accepts(mediaType) ? live.start(call, read) : Optional.empty();
                      return reply.isPresent() ? reply.get() : action.run(call, read);
                    })));
  }

  /** Registers an endpoint whose reply goes on; the lane is held until the stream has begun. */
  public void onEvents(Endpoint<Nothing, ?> endpoint, Function<Call, EventStream> action) {
    routes.add(
        new Route(
            endpoint,
            true,
            (head, _) ->
                lanes.call(
                    RequestLane.FAST,
                    () -> action.apply(new Call(engine.open(head.credential()), endpoint, head)))));
  }

  /** Registers an endpoint that needs no project. */
  public <B, R> void onOpen(Endpoint<B, R> endpoint, RequestLane lane, OpenAction<B, R> action) {
    routes.add(
        new Route(
            endpoint,
            false,
            (head, body) ->
                lanes.call(lane, () -> action.run(engine, head, read(endpoint, body)))));
  }

  /** Registers what answers the paths below a prefix in its own way. */
  public void on(Protocol protocol) {
    protocols.add(protocol);
  }

  /** Finds what answers a path in its own way, if anything does. */
  Optional<Protocol> protocol(String path) {
    for (Protocol protocol : protocols) {
      if (path.startsWith(protocol.prefix())) {
        return Optional.of(protocol);
      }
    }
    return Optional.empty();
  }

  /** Makes sure that the caller is known, whatever they ask for. */
  void requireCaller(RequestHead head) throws Exception {
    lanes.call(RequestLane.FAST, () -> engine.open(head.credential()));
  }

  /**
   * Says what the paths below a template are about.
   *
   * @param look finds it as the caller; fails when they cannot see it
   */
  public void subject(String template, Consumer<Call> look) {
    clearances.subject(template, look);
  }

  /**
   * Lets those pass who may make a call that turned out to be wrong.
   *
   * @throws EngineException with what keeps the others from making it
   */
  void requireClearance(Route route, RequestHead head) throws Exception {
    if (!route.needsCredential()) {
      return;
    }
    Endpoint<?, ?> endpoint = route.endpoint();
    lanes.call(
        RequestLane.FAST,
        () -> {
          clearances.require(new Call(engine.open(head.credential()), endpoint, head), endpoint);
          return true;
        });
  }

  private static <B> B read(Endpoint<B, ?> endpoint, byte[] body) {
    return endpoint.body().reader().apply(endpoint.hasBody() ? Fields.of(body) : Fields.none());
  }

  /**
   * Finds the route of a request.
   *
   * @param path raw path, percent-encoded
   * @throws EngineException NOT_FOUND for an unknown path
   * @throws HttpRefusal 405 for a method that the path does not have
   */
  Route find(String method, String path) {
    Collection<Route> here = routes.find(path);
    if (here.isEmpty()) {
      throw EngineException.notFound("Not found: " + path);
    }
    for (Route route : here) {
      if (route.endpoint().method().name().equals(method)) {
        return route;
      }
    }
    throw wrongMethod(method, path, here);
  }

  private static HttpRefusal wrongMethod(String method, String path, Collection<Route> here) {
    String allowed =
        here.stream()
            .map(route -> route.endpoint().method().name())
            .distinct()
            .sorted()
            .collect(Collectors.joining(", "));
    return HttpRefusal.methodNotAllowed(method, path, allowed);
  }
}
