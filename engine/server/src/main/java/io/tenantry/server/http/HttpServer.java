package io.tenantry.server.http;

import io.helidon.http.DirectHandler;
import io.helidon.webserver.WebServer;
import io.helidon.webserver.WebServerConfig;
import io.helidon.webserver.http.DirectHandlers;
import io.tenantry.contract.error.EngineException;
import io.tenantry.contract.error.ErrorCode;
import java.io.IOException;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.SocketException;
import java.time.Duration;
import java.util.Map;

/** The HTTP library, started and stopped. */
public final class HttpServer implements AutoCloseable {
  private static final Duration GRACE = Duration.ofSeconds(15);

  private final WebServer server;
  private final LiveReplies live;

  private HttpServer(WebServer server, LiveReplies live) {
    this.server = server;
    this.live = live;
  }

  /**
   * Binds the address and serves the routes.
   *
   * @param replies keeps the first replies to requests that may be sent again
   * @throws EngineException CONFLICT {@code reason=port_in_use} or BAD_REQUEST {@code
   *     reason=cannot_listen}
   */
  public static HttpServer start(Router router, ReplyStore replies, HttpConfig config) {
    InetSocketAddress address = config.address();
    probe(address);
    LiveReplies live = new LiveReplies(config.readerPatience());
    Exchange exchange = new Exchange(router, replies, live, new Doorkeeper(config));
    WebServerConfig.Builder builder =
        WebServer.builder()
            .address(address.getAddress())
            .port(address.getPort())
            .shutdownHook(false)
            .shutdownGracePeriod(GRACE)
            .directHandlers(directHandlers())
            .routing(routing -> routing.any(exchange::handle));
    config.tls().map(PemTls::read).ifPresent(builder::tls);
    WebServer server = builder.build();
    server.start();
    if (!server.isRunning()) {
      // The library logs why and goes on; after the probe this takes a lost race for the port.
      throw cannotListen(address, new SocketException("see the log"));
    }
    return new HttpServer(server, live);
  }

  /** Binds and releases the address, since the library does not tell why it cannot. */
  private static void probe(InetSocketAddress address) {
    try (ServerSocket socket = new ServerSocket()) {
      socket.setReuseAddress(true);
      socket.bind(address);
    } catch (IOException failed) {
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

  private static EngineException cannotListen(InetSocketAddress address, IOException failed) {
    String where = address.getPort() + " on " + address.getAddress().getHostAddress();
    String why = String.valueOf(failed.getMessage());
    boolean inUse = failed instanceof BindException && why.contains("in use");
    return new EngineException(
        inUse ? ErrorCode.CONFLICT : ErrorCode.BAD_REQUEST,
        inUse
            ? "Port " + where + " is already in use"
            : "Cannot listen on port " + where + ": " + why,
        Map.of("reason", inUse ? "port_in_use" : "cannot_listen", "port", address.getPort()),
        failed);
  }

  /** Returns the port it listens on. */
  public int port() {
    return server.port();
  }

  /** Takes no more requests, ends live replies, and lets other running ones end. */
  @Override
  public void close() {
    live.close();
    server.stop();
  }
}
