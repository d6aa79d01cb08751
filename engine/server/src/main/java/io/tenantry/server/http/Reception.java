package io.tenantry.server.http;

import io.helidon.common.socket.SocketOptions;
import io.tenantry.contract.error.EngineException;
import io.tenantry.contract.error.ErrorCode;
import io.tenantry.contract.error.FailureReason;
import io.tenantry.wire.ErrorBody;
import io.tenantry.wire.json.Json;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketOption;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes connections in as the listener accepts them: the HTTP library has each one's socket set up
 * before anything else. One that cannot be taken in is told why, as far as it can be without TLS.
 */
final class Reception implements SocketOptions, AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Reception.class);
  private static final long SAY_AGAIN_NANOS = TimeUnit.SECONDS.toNanos(10);
  private static final int REFUSED = 503;
  private static final int SCRAP = 8 * 1024;
  private static final int DROPPED_AT_ONCE = 16;

  private final SocketOptions options = SocketOptions.create();
  private final Connections connections;
  private final boolean plain;
  private final SpareDescriptors spare = new SpareDescriptors();
  private long saidNanos = System.nanoTime() - SAY_AGAIN_NANOS;

  Reception(Connections connections, boolean plain) {
    this.connections = connections;
    this.plain = plain;
  }

  @Override
  public void configureSocket(SocketChannel channel) {
    options.configureSocket(channel);
    try {
      receive(channel);
    } catch (IOException gone) {
      throw new Unreceived(gone);
    }
  }

  /** Where descriptors run out, those who keep the server waiting give theirs. */
  private void receive(SocketChannel channel) throws IOException {
    if (spare.areUsedUp()) {
      say("No file descriptors are left: new connections are refused until some are free");
      for (int i = 0; i < DROPPED_AT_ONCE; i++) {
        connections.dropLongestWaiting();
      }
      refuse(channel, FailureReason.NO_DESCRIPTORS, "The engine has no file descriptors left");
    } else if (connections.admit(channel).isEmpty()) {
      say("There are too many connections: new ones are refused until some end");
      refuse(channel, FailureReason.TOO_MANY_CONNECTIONS, "The engine has too many connections");
    }
  }

  private void say(String what) {
    long now = System.nanoTime();
    if (now - saidNanos >= SAY_AGAIN_NANOS) {
      saidNanos = now;
      LOG.warn("{} ({} are open)", what, connections.size());
    }
  }

  private void refuse(SocketChannel channel, FailureReason reason, String message)
      throws IOException {
    if (plain) {
      channel.configureBlocking(false);
      channel.read(ByteBuffer.allocate(SCRAP)); // what is left unread would take the reply along
      channel.write(ByteBuffer.wrap(refusal(reason, message)));
    }
    throw new Unreceived(new IOException(message));
  }

  private static byte[] refusal(FailureReason reason, String message) {
    EngineException error =
        EngineException.of(
                ErrorCode.RATE_LIMITED, reason, message + ". Try again in a moment.", null)
            .with("retry_after_seconds", 1);
    String body = new String(Json.bytes(ErrorBody.of(error, REFUSED)), StandardCharsets.ISO_8859_1);
    return ("HTTP/1.1 503 Service Unavailable\r\nContent-Type: application/json\r\n"
            + "Retry-After: 1\r\nConnection: close\r\nContent-Length: "
            + body.length()
            + "\r\n\r\n"
            + body)
        .getBytes(StandardCharsets.ISO_8859_1);
  }

  /** Has the library close the connection and go on to the next. */
  private static final class Unreceived extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Unreceived(IOException cause) {
      super(cause);
    }
  }

  @Override
  public void close() {
    spare.close();
  }

  @Override
  public void configureSocket(Socket socket) {
    options.configureSocket(socket);
  }

  @Override
  public Map<SocketOption<?>, Object> socketOptions() {
    return options.socketOptions();
  }

  @Override
  public Duration connectTimeout() {
    return options.connectTimeout();
  }

  @Override
  public Duration readTimeout() {
    return options.readTimeout();
  }

  @Override
  public Optional<Integer> socketReceiveBufferSize() {
    return options.socketReceiveBufferSize();
  }

  @Override
  public Optional<Integer> socketSendBufferSize() {
    return options.socketSendBufferSize();
  }

  @Override
  public boolean socketReuseAddress() {
    return options.socketReuseAddress();
  }

  @Override
  public boolean socketKeepAlive() {
    return options.socketKeepAlive();
  }

  @Override
  public boolean tcpNoDelay() {
    return options.tcpNoDelay();
  }
}
