package io.tenantry.server.http;

import io.tenantry.contract.Credential;
import io.tenantry.contract.Secret;
import io.tenantry.contract.error.EngineException;
import io.tenantry.contract.error.ErrorCode;
import io.tenantry.contract.projects.ProjectId;
import io.tenantry.wire.Endpoint;
import io.tenantry.wire.QueryParameters;
import java.net.InetAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/**
 * What a request says before its body.
 *
 * @param path raw path, percent-encoded
 * @param query parameters behind the question mark
 * @param authorization the header, if there is one
 * @param projectId the header {@code X-Project-ID}, if there is one
 * @param accept the header that says which kinds of replies are wanted, if there is one
 * @param sender address of who sent it
 */
public record RequestHead(
    String path,
    QueryParameters query,
    Optional<String> authorization,
    Optional<String> projectId,
    Optional<String> accept,
    InetAddress sender) {
  private static final String SESSION_PREFIX = "tdb_sess_";
  private static final String BEARER = "bearer ";

  /**
   * Returns who is asking.
   *
   * @throws EngineException AUTH_REQUIRED without the header; UNAUTHORIZED for another scheme
   */
  Credential credential() {
    Secret secret = bearer();
    if (secret.value().startsWith(Credential.UserToken.PREFIX)) {
      return new Credential.UserToken(secret);
    }
    return secret.value().startsWith(SESSION_PREFIX)
        ? new Credential.Session(secret, projectId.map(ProjectId::new))
        : new Credential.ApiKey(secret);
  }

  /**
   * Returns the secret of the caller.
   *
   * @throws EngineException AUTH_REQUIRED without the header; UNAUTHORIZED for another scheme
   */
  public Secret bearer() {
    String header =
        authorization
            .map(String::strip)
            .filter(value -> !value.isEmpty())
            .orElseThrow(
                () ->
                    new EngineException(ErrorCode.AUTH_REQUIRED, "Authorization header required"));
    String token =
        header.regionMatches(true, 0, BEARER, 0, BEARER.length())
            ? header.substring(BEARER.length()).strip()
            : "";
    if (token.isEmpty()) {
      throw EngineException.unauthorized("Invalid API key");
    }
    return new Secret(token);
  }

  /** Returns whether the caller asks for a media type by its name. */
  boolean accepts(String mediaType) {
    return Arrays.stream(accept.orElse("").split(","))
        .map(wanted -> wanted.split(";", 2)[0].strip())
        .anyMatch(mediaType::equalsIgnoreCase);
  }

  /** Returns the decoded segment of the path that a template calls {@code name}. */
  String variable(Endpoint<?, ?> endpoint, String name) {
    String[] template = endpoint.path().split("/", -1);
    String[] segments = path.split("/", -1);
    for (int i = 0; i < template.length; i++) {
      if (template[i].equals("{" + name + "}")) {
        return decode(segments[i]);
      }
    }
    throw new IllegalArgumentException(endpoint.path() + " has no {" + name + "}");
  }

  private static String decode(String segment) {
    try {
      return URLDecoder.decode(segment.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException malformed) {
      throw EngineException.badRequest("Malformed percent-encoding in the path");
    }
  }
}
