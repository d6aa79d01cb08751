package io.tenantry.server.http;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.channels.SocketChannel;
import java.time.Duration;

/**
 * One connection: what it is waiting for, and until when it may. The thread of the connection says
 * so; any thread may look, or drop it.
 */
final class Client {
  /** Slower readers than that, in bytes per second, are taken for stuck. */
  private static final long SLOWEST_READER = 20_000;

  private static final int WHOLE_BODY = 10;

  /** What a connection is waiting for. */
  private enum Phase {
    /** The head of the first request, and the handshake of TLS before it. */
    HEAD,
    /** The next request. */
    IDLE,
    /** The rest of a body. */
    BODY,
    /** Its client takes the reply. */
    REPLY,
    /** The engine works for it. */
    WORK
  }

  private final SocketChannel channel;
  private final InetAddress address;
  private final ConnectionLimits limits;
  private volatile Phase phase = Phase.HEAD;
  private volatile long since = System.nanoTime();
  private volatile long until;
  private long bodyEnd;

  Client(SocketChannel channel, InetAddress address, ConnectionLimits limits) {
    this.channel = channel;
    this.address = address;
    this.limits = limits;
    this.until = since + limits.head().toNanos();
  }

  InetAddress address() {
    return address;
  }

  /** A request came, or all of its body is here. */
  void works() {
    phase = Phase.WORK;
  }

  /** Its body is being read. */
  void sendsBody() {
    long now = System.nanoTime();
    bodyEnd = now + WHOLE_BODY * limits.body().toNanos();
    enter(Phase.BODY, now, limits.body());
  }

  /** More of its body came. */
  void sentMore() {
    long now = System.nanoTime();
    long next = now + limits.body().toNanos();
    until = next - bodyEnd < 0 ? next : bodyEnd;
    since = now;
  }

  /** It takes so many bytes of its reply. */
  void takes(long bytes) {
    enter(
        Phase.REPLY,
        System.nanoTime(),
        limits.reply().plus(Duration.ofSeconds(bytes / SLOWEST_READER)));
  }

  /** Its request is answered. */
  void waits() {
    enter(Phase.IDLE, System.nanoTime(), limits.idle());
  }

  private void enter(Phase next, long now, Duration time) {
    until = now + time.toNanos();
    since = now;
    phase = next;
  }

  /** Returns whether it waits between requests, so that dropping it costs its client little. */
  boolean isIdle() {
    return phase == Phase.IDLE;
  }

  /** Returns when it last got on, by {@link System#nanoTime}. */
  long since() {
    return since;
  }

  /** Returns whether it keeps the server waiting for nothing but a client that may not come. */
  boolean isWaiting() {
    return phase == Phase.HEAD || phase == Phase.IDLE || phase == Phase.BODY;
  }

  boolean isOverdue(long now) {
    return phase != Phase.WORK && now - until >= 0;
  }

  boolean isOpen() {
    return channel.isOpen();
  }

  /** Closes it, whatever it is at. */
  void drop() {
    try {
      channel.close();
    } catch (IOException _) {
      // It is closed as far as we are concerned: the channel itself says so from now on.
    }
  }
}
