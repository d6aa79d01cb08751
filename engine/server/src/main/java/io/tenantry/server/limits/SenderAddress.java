package io.tenantry.server.limits;

import java.net.InetAddress;
import java.util.Optional;

/**
 * Whose request it is. Behind a proxy the connection says only who the proxy is; which header tells
 * the sender is a matter of configuration, since anybody can send any header.
 *
 * @param trustedHeader name of the header that the proxy sets; empty when there is no proxy
 */
public record SenderAddress(Optional<String> trustedHeader) {

  /**
   * Returns the address that the proxy noted last, or else that of the connection.
   *
   * @param connected address of the connection
   * @param header value of the trusted header
   */
  public InetAddress of(InetAddress connected, Optional<String> header) {
    return header.map(SenderAddress::last).flatMap(SenderAddress::parse).orElse(connected);
  }

  /** A proxy appends what it sees; what stands before it may be the sender's invention. */
  private static String last(String header) {
    return header.substring(header.lastIndexOf(',') + 1).strip();
  }

  /** Literals only: a name would be looked up. */
  private static Optional<InetAddress> parse(String text) {
    try {
      return Optional.of(InetAddress.ofLiteral(text));
    } catch (IllegalArgumentException noAddress) {
      return Optional.empty();
    }
  }
}
