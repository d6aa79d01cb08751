package io.tenantry.server.http;

import java.time.Duration;

/**
 * How many connections there may be, and how long each may keep the server waiting.
 *
 * @param most open connections; one more takes the place of that which has been idle longest
 * @param mostPerAddress open connections of one address
 * @param head how long the first request may take from the first byte to the end of its head
 * @param body how long a body may make no progress; a body may take ten times that in all
 * @param idle how long a connection may wait for its next request
 * @param reply how long a reader of a reply may take nothing
 */
public record ConnectionLimits(
    int most, int mostPerAddress, Duration head, Duration body, Duration idle, Duration reply) {
  /** For a server that anybody reaches. */
  public static final ConnectionLimits DEFAULT =
      new ConnectionLimits(
          10_000,
          1_000,
          Duration.ofSeconds(15),
          Duration.ofSeconds(30),
          Duration.ofSeconds(75),
          Duration.ofSeconds(60));

  /** Checks the numbers. */
  public ConnectionLimits {
    if (most < 1 || mostPerAddress < 1) {
      throw new IllegalArgumentException("there must be room for a connection");
    }
  }

  /** Returns a copy for as many connections. */
  public ConnectionLimits withMost(int all, int ofOneAddress) {
    return new ConnectionLimits(all, ofOneAddress, head, body, idle, reply);
  }

  /** Returns a copy with other times to wait for what clients send. */
  public ConnectionLimits withTimes(Duration ofHead, Duration ofBody, Duration ofIdle) {
    return new ConnectionLimits(most, mostPerAddress, ofHead, ofBody, ofIdle, reply);
  }

  /** Returns a copy with another time to wait for readers. */
  public ConnectionLimits withReply(Duration ofReply) {
    return new ConnectionLimits(most, mostPerAddress, head, body, idle, ofReply);
  }
}
