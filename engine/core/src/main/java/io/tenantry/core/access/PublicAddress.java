package io.tenantry.core.access;

import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Where this engine answers HTTP, once it does; until then databases are reached as files. Any
 * thread.
 */
public final class PublicAddress {
  private volatile Optional<URI> published = Optional.empty();

  /**
   * Sets the address.
   *
   * @param base scheme, host and port, for example {@code http://127.0.0.1:8080}
   */
  public void publish(URI base) {
    published = Optional.of(base);
  }

  /** Returns the host name, if there is an address. */
  public Optional<String> host() {
    return published.map(URI::getHost);
  }

  /** Returns the port, if there is an address. */
  public Optional<Integer> port() {
    return published.map(PublicAddress::portOf);
  }

  /**
   * Returns the connection string of a database: {@code http://host:port/db/{database}/}, or {@code
   * file:} and the path.
   *
   * @param database name of the database, for example {@code fintech__wayne}
   * @param file where it lies
   */
  public String connectionString(String database, Path file) {
    return published
        .map(base -> base.resolve("/db/" + database + "/").toString())
        .orElseGet(() -> "file:" + file);
  }

  private static int portOf(URI base) {
    if (base.getPort() >= 0) {
      return base.getPort();
    }
    return "https".equals(base.getScheme()) ? 443 : 80;
  }
}
