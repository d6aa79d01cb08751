package io.tenantry.server.http;

import io.tenantry.server.limits.IpLimits;
import io.tenantry.server.limits.SenderAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * How HTTP is served.
 *
 * @param address where to listen
 * @param ipLimits how many requests an address may send
 * @param sender whose request it is behind a proxy
 * @param tls certificate and key; empty for plain HTTP
 * @param readerPatience how long the reader of a reply that goes on may take nothing
 * @param connections how many there may be, and how long they may be silent
 * @param hosts names by which clients know the server, besides those of this machine's loopback
 */
public record HttpConfig(
    InetSocketAddress address,
    IpLimits ipLimits,
    SenderAddress sender,
    Optional<PemFiles> tls,
    Duration readerPatience,
    ConnectionLimits connections,
    List<String> hosts) {

  /**
   * The files of TLS, in PEM.
   *
   * @param certificates the server's certificate, then those that lead to its root
   * @param key its private key, PKCS #8 without a passphrase
   */
  public record PemFiles(Path certificates, Path key) {}
}
