package io.tenantry.server.http;

import io.helidon.common.tls.Tls;
import io.helidon.http.DirectHandler;
import io.helidon.webserver.WebServer;
import io.helidon.webserver.WebServerConfig;
import io.helidon.webserver.http.DirectHandlers;
import io.tenantry.contract.error.EngineException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The HTTP library, started and stopped, and its connections watched over. */
public final class HttpServer implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(HttpServer.class);
  private static final Duration GRACE = Duration.ofSeconds(5); // a container is killed after 10
  private static final long MOST_MILLIS_BETWEEN_LOOKS = 1_000;
  private static final int LOOKS_WITHIN_TIME = 4;

  private final PortListener listener;
  private final LiveReplies live;
  private final Connections connections;
  private final Reception reception;
  private final ScheduledExecutorService watch =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("http-watch").factory());

  private HttpServer(
      PortListener listener, LiveReplies live, Connections connections, Reception reception) {
    this.listener = listener;
    this.live = live;
    this.connections = connections;
    this.reception = reception;
  }

  /**
   * Binds the address and serves the routes.
   *
   * @param replies keeps the first replies to requests that may be sent again
   * @throws EngineException CONFLICT {@code reason=port_in_use} or BAD_REQUEST {@code
   *     reason=cannot_listen}
   */
  public static HttpServer start(Router router, ReplyStore replies, HttpConfig config) {
    Optional<Tls> tls = config.tls().map(PemTls::read);
    LiveReplies live = new LiveReplies(config.readerPatience());
    Connections connections = new Connections(config.connections());
    Reception reception = new Reception(connections, tls.isEmpty());
    Exchange exchange = new Exchange(router, replies, live, new Doorkeeper(config), connections);
    boolean started = false;
    try {
      PortListener listener =
          PortListener.start(
              port -> server(port, config, tls, reception, exchange), config.address());
      started = true;
      HttpServer server = new HttpServer(listener, live, connections, reception);
      server.watch(config.connections());
      return server;
    } finally {
      if (!started) {
        live.close();
        reception.close();
      }
    }
  }

  private static WebServer server(
      int port, HttpConfig config, Optional<Tls> tls, Reception reception, Exchange exchange) {
    WebServerConfig.Builder builder =
        WebServer.builder()
            .address(config.address().getAddress())
            .port(port)
            .shutdownHook(false)
            .shutdownGracePeriod(GRACE)
            .connectionOptions(reception)
            .protocolsDiscoverServices(false)
            .addConnectionSelector(new ChunkedHttp())
            .maxPayloadSize(RequestBody.MAX_DRAINED_BYTES)
            .directHandlers(directHandlers())
            .routing(routing -> routing.any(exchange::handle));
    tls.ifPresent(builder::tls);
    return builder.build();
  }

  private static DirectHandlers directHandlers() {
    DirectHandlers.Builder handlers = DirectHandlers.builder();
    for (DirectHandler.EventType type : DirectHandler.EventType.values()) {
      handlers.addHandler(type, new ProtocolErrors());
    }
    return handlers.build();
  }

  private void watch(ConnectionLimits limits) {
    long shortest =
        Stream.of(limits.head(), limits.body(), limits.idle(), limits.reply())
            .mapToLong(Duration::toMillis)
            .min()
            .orElse(MOST_MILLIS_BETWEEN_LOOKS);
    long every = Math.clamp(shortest / LOOKS_WITHIN_TIME, 1, MOST_MILLIS_BETWEEN_LOOKS);
    watch.scheduleWithFixedDelay(this::look, every, every, TimeUnit.MILLISECONDS);
  }

  private void look() {
    try {
      connections.sweep();
      listener.look();
    } catch (RuntimeException failed) {
      LOG.error("watching over connections", failed); // the next look may fare better
    }
  }

  /** Returns the port it listens on. */
  public int port() {
    return listener.port();
  }

  /** Takes no more requests, ends live replies, and lets other running ones end. */
  @Override
  public void close() {
    live.close();
    listener.close();
    watch.shutdownNow();
    reception.close();
  }
}
