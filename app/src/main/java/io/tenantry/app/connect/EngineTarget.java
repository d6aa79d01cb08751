package io.tenantry.app.connect;

import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;

/** Where a connection leads. */
public sealed interface EngineTarget {
  /**
   * An engine inside this console.
   *
   * @param folder its data folder, absolute
   */
  record Local(Path folder) implements EngineTarget {}

  /**
   * An engine behind HTTP.
   *
   * @param url its address, without path
   */
  record Remote(URI url) implements EngineTarget {}

  /** The target of a connection whose address is still to be typed. */
  static EngineTarget untyped() {
    return new Remote(URI.create(""));
  }

  /** Reads an address as a person types it; empty unless it is http or https with a host. */
  static Optional<URI> parse(String text) {
    try {
      String address = text.strip();
      URI url =
          URI.create(address.endsWith("/") ? address.substring(0, address.length() - 1) : address);
      boolean http = "http".equals(url.getScheme()) || "https".equals(url.getScheme());
      return http && url.getHost() != null ? Optional.of(url) : Optional.empty();
    } catch (IllegalArgumentException notAnAddress) {
      return Optional.empty();
    }
  }
}
