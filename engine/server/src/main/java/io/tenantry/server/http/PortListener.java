package io.tenantry.server.http;

import io.helidon.webserver.WebServer;
import io.tenantry.contract.error.EngineException;
import io.tenantry.contract.error.ErrorCode;
import io.tenantry.contract.error.FailureReason;
import java.io.IOException;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.SocketException;
import java.util.function.IntFunction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What listens for connections. The HTTP library gives up listening for good when it cannot take a
 * connection once, as when file descriptors run out; then another one takes its place. Any thread.
 */
final class PortListener implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(PortListener.class);

  private final IntFunction<WebServer> building;
  private final InetSocketAddress address;
  private WebServer server;
  private boolean closed;

  private PortListener(
      IntFunction<WebServer> building, InetSocketAddress address, WebServer server) {
    this.building = building;
    this.address = address;
    this.server = server;
  }

  /**
   * Starts to listen.
   *
   * @param building makes what listens on a port, not yet started
   * @throws EngineException CONFLICT {@code reason=port_in_use} or BAD_REQUEST {@code
   *     reason=cannot_listen}
   */
  static PortListener start(IntFunction<WebServer> building, InetSocketAddress address) {
    probe(address);
    WebServer server = building.apply(address.getPort()).start();
    if (!server.isRunning()) {
      // The library logs why and goes on; after the probe this takes a lost race for the port.
      throw cannotListen(address, new SocketException("see the log"));
    }
    return new PortListener(
        building, new InetSocketAddress(address.getAddress(), server.port()), server);
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

  private static EngineException cannotListen(InetSocketAddress address, IOException failed) {
    String where = address.getPort() + " on " + address.getAddress().getHostAddress();
    String why = String.valueOf(failed.getMessage());
    boolean inUse = failed instanceof BindException && why.contains("in use");
    EngineException error =
        inUse
            ? EngineException.of(
                ErrorCode.CONFLICT,
                FailureReason.PORT_IN_USE,
                "Port " + where + " is already in use",
                failed)
            : EngineException.of(
                ErrorCode.BAD_REQUEST,
                FailureReason.CANNOT_LISTEN,
                "Cannot listen on port " + where + ": " + why,
                failed);
    return error.with("port", address.getPort());
  }

  int port() {
    return address.getPort();
  }

  /** Listens again when nothing does; to be called now and then. */
  synchronized void look() {
    if (closed || !isGone()) {
      return;
    }
    LOG.warn("Nothing listens on port {} any more: listening anew", address.getPort());
    server.stop();
    WebServer next = building.apply(address.getPort()).start();
    if (next.isRunning()) {
      server = next;
    }
  }

  /** Where somebody listens, nobody else can. */
  private boolean isGone() {
    try (ServerSocket socket = new ServerSocket()) {
      socket.bind(address);
      return true;
    } catch (IOException _) {
      return false;
    }
  }

  /** Takes no more connections, and lets running requests end. */
  @Override
  public synchronized void close() {
    closed = true;
    server.stop();
  }
}
