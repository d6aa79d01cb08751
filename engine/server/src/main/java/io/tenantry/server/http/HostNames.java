package io.tenantry.server.http;

import java.net.InetAddress;
import java.util.Collection;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The names this server is known by. A page of another site may have its own name lead here, so
 * that its browser takes us for that site; then only the name tells. Addresses are safe: no name
 * leads to them but their own.
 */
final class HostNames {
  private static final Set<String> LOOPBACK = Set.of("localhost", "ip6-localhost");

  private final Set<String> known;

  HostNames(Collection<String> names) {
    known =
        Stream.concat(LOOPBACK.stream(), names.stream())
            .map(HostNames::plain)
            .collect(Collectors.toUnmodifiableSet());
  }

  /** Returns whether a Host header, a name or an address with or without a port, means us. */
  boolean contains(String host) {
    String name = plain(withoutPort(host.strip()));
    return known.contains(name) || name.endsWith(".localhost") || isAddress(name);
  }

  private static String withoutPort(String host) {
    int bracket = host.lastIndexOf(']');
    int colon = host.lastIndexOf(':');
    return colon > bracket ? host.substring(0, colon) : host;
  }

  private static String plain(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    return lower.endsWith(".") ? lower.substring(0, lower.length() - 1) : lower;
  }

  private static boolean isAddress(String name) {
    boolean bracketed = name.startsWith("[") && name.endsWith("]");
    try {
      InetAddress.ofLiteral(bracketed ? name.substring(1, name.length() - 1) : name);
      return true;
    } catch (IllegalArgumentException _) {
      return false;
    }
  }
}
