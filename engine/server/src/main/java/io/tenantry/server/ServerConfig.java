package io.tenantry.server;

import io.tenantry.server.http.ConnectionLimits;
import io.tenantry.server.http.HttpConfig;
import io.tenantry.server.limits.IpLimits;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * How a server runs.
 *
 * @param host name or address to listen on; {@code 0.0.0.0} for all
 * @param port TCP port, or 0 for any free one
 * @param ipLimits how many requests an address may send
 * @param trustedHeader header in which a proxy tells the sender's address
 * @param tls certificate and key; empty for plain HTTP
 * @param readerPatience how long the reader of a reply that goes on may take nothing
 * @param connections how many there may be, and how long they may be silent
 * @param hosts names by which clients know the server, besides host and those of this machine
 */
public record ServerConfig(
    String host,
    int port,
    IpLimits ipLimits,
    Optional<String> trustedHeader,
    Optional<HttpConfig.PemFiles> tls,
    Duration readerPatience,
    ConnectionLimits connections,
    List<String> hosts) {
  private static final Duration READER_PATIENCE = Duration.ofSeconds(60);

  /** Plain HTTP with the limits of the reference, no proxy. */
  public static ServerConfig at(String host, int port) {
    return new ServerConfig(
        host,
        port,
        IpLimits.DEFAULT,
        Optional.empty(),
        Optional.empty(),
        READER_PATIENCE,
        ConnectionLimits.DEFAULT,
        List.of());
  }

  /** Returns a copy with other limits. */
  public ServerConfig withIpLimits(IpLimits other) {
    return new ServerConfig(
        host, port, other, trustedHeader, tls, readerPatience, connections, hosts);
  }

  /** Returns a copy that believes a proxy. */
  public ServerConfig withTrustedHeader(String header) {
    return new ServerConfig(
        host, port, ipLimits, Optional.of(header), tls, readerPatience, connections, hosts);
  }

  /** Returns a copy that speaks TLS. */
  public ServerConfig withTls(HttpConfig.PemFiles files) {
    return new ServerConfig(
        host,
        port,
        ipLimits,
        trustedHeader,
        Optional.of(files),
        readerPatience,
        connections,
        hosts);
  }

  /** Returns a copy that waits otherwise for stuck readers. */
  public ServerConfig withReaderPatience(Duration other) {
    return new ServerConfig(host, port, ipLimits, trustedHeader, tls, other, connections, hosts);
  }

  /** Returns a copy with other limits for connections. */
  public ServerConfig withConnections(ConnectionLimits other) {
    return new ServerConfig(host, port, ipLimits, trustedHeader, tls, readerPatience, other, hosts);
  }

  /** Returns a copy that is known by these names too. */
  public ServerConfig withHosts(List<String> others) {
    return new ServerConfig(
        host, port, ipLimits, trustedHeader, tls, readerPatience, connections, others);
  }
}
