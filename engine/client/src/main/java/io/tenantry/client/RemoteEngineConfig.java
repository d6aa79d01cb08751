package io.tenantry.client;

import io.tenantry.contract.error.EngineException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * How a remote engine is reached.
 *
 * @param baseUrl {@code http} or {@code https} address, with or without a final slash
 * @param connectTimeout how long a connection may take to be made
 * @param callTimeout how long the engine may think about an ordinary call
 * @param longCallTimeout the same for queries, imports and many tenants at once
 * @param trustedCertificates PEM file with certificates that are trusted instead of the system's;
 *     empty for the system's
 */
public record RemoteEngineConfig(
    URI baseUrl,
    Duration connectTimeout,
    Duration callTimeout,
    Duration longCallTimeout,
    Optional<Path> trustedCertificates) {

  /**
   * Checks the address.
   *
   * @throws EngineException BAD_REQUEST unless it is an http or https address with a host
   */
  public RemoteEngineConfig {
    boolean http = "http".equals(baseUrl.getScheme()) || "https".equals(baseUrl.getScheme());
    boolean plain =
        baseUrl.getUserInfo() == null
            && baseUrl.getQuery() == null
            && baseUrl.getFragment() == null;
    if (!http || baseUrl.getHost() == null || !plain) {
      throw EngineException.badField("url", "The address must look like http://host:port");
    }
  }

  /** The given address with the usual timeouts and the system's certificates. */
  public static RemoteEngineConfig of(URI baseUrl) {
    return new RemoteEngineConfig(
        baseUrl,
        Duration.ofSeconds(5),
        Duration.ofSeconds(30),
        Duration.ofMinutes(15),
        Optional.empty());
  }

  /**
   * The given address, as typed by a person, with the usual timeouts.
   *
   * @throws EngineException BAD_REQUEST for a text that is no http or https address
   */
  public static RemoteEngineConfig of(String baseUrl) {
    try {
      return of(URI.create(baseUrl.strip()));
    } catch (IllegalArgumentException malformed) {
      throw EngineException.badField("url", "The address must look like http://host:port");
    }
  }

  /** The same with other trusted certificates. */
  public RemoteEngineConfig trusting(Path pemFile) {
    return new RemoteEngineConfig(
        baseUrl, connectTimeout, callTimeout, longCallTimeout, Optional.of(pemFile));
  }
}
