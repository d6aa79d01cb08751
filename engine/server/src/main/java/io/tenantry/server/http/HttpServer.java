package io.tenantry.server.http;

import io.helidon.http.DirectHandler;
import io.helidon.webserver.WebServer;
import io.helidon.webserver.http.DirectHandlers;
import io.tenantry.contract.error.EngineException;
import io.tenantry.contract.error.ErrorCode;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.SocketException;
import java.time.Duration;
import java.util.Map;

/** The HTTP library, started and stopped. */
public final class HttpServer implements AutoCloseable {
  private static final Duration GRACE = Duration.ofSeconds(15);

  private final WebServer server;

  private HttpServer(WebServer server) {
    this.server = server;
  }

  /**
   * Binds the address and serves the routes.
   *
   * @throws EngineException CONFLICT {@code reason=port_in_use} or BAD_REQUEST {@code
   *     reason=cannot_listen}
   */
  public static HttpServer start(Router router, InetSocketAddress address) {
    Exchange exchange = new Exchange(router);
    WebServer server =
        WebServer.builder()
            .address(address.getAddress())
            .port(address.getPort())
            .shutdownHook(false)
            .shutdownGracePeriod(GRACE)
            .directHandlers(directHandlers())
            .routing(routing -> routing.any(exchange::handle))
            .build();
    try {
      return new HttpServer(server.start());
    } catch (UncheckedIOException | IllegalStateException failed) {
      server.stop();
      throw cannotListen(address, failed);
    }
  }

  private static DirectHandlers directHandlers() {
    DirectHandlers.Builder handlers = DirectHandlers.builder();
    for (DirectHandler.EventType type : DirectHandler.EventType.values()) {
      handlers.addHandler(type, new ProtocolErrors());
    }
    return handlers.build();
  }

  private static EngineException cannotListen(InetSocketAddress address, RuntimeException failed) {
    Throwable root = failed;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    String where = address.getPort() + " on " + address.getAddress().getHostAddress();
    String why = String.valueOf(root.getMessage());
    if (root instanceof SocketException && why.contains("in use")) {
      return new EngineException(
          ErrorCode.CONFLICT,
          "Port " + where + " is already in use",
          Map.of("reason", "port_in_use", "port", address.getPort()),
          failed);
    }
    return new EngineException(
        ErrorCode.BAD_REQUEST,
        "Cannot listen on port " + where + ": " + why,
        Map.of("reason", "cannot_listen", "port", address.getPort()),
        failed);
  }

  /** Returns the port it listens on. */
  public int port() {
    return server.port();
  }

  /** Takes no more requests and lets running ones end. */
  @Override
  public void close() {
    server.stop();
  }
}
