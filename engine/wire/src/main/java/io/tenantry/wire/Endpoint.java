package io.tenantry.wire;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * One call of the API, typed for both sides: the server registers it, the client calls it.
 *
 * @param method HTTP method
 * @param path template, with a name in braces per variable segment, for example {@code
 *     /tenants/{id}/query}
 * @param status HTTP status of a success, 200 or 201
 * @param open whether it needs no credential
 * @param clearance what a credential must have for it
 * @param body how its request body is read and written
 * @param reply what a success answers, beside the envelope
 * @param <B> the request body; {@link Nothing} for none
 * @param <R> the reply
 */
public record Endpoint<B, R>(
    HttpMethod method,
    String path,
    int status,
    boolean open,
    Clearance clearance,
    Body<B> body,
    Class<R> reply) {

  /** Defines a call that reads. */
  public static <R> Endpoint<Nothing, R> get(String path, Class<R> reply) {
    return new Endpoint<>(HttpMethod.GET, path, 200, false, Clearance.READER, Body.none(), reply);
  }

  /** Defines a call that acts and takes a body. */
  public static <B, R> Endpoint<B, R> post(String path, Body<B> body, Class<R> reply) {
    return new Endpoint<>(HttpMethod.POST, path, 200, false, Clearance.READER, body, reply);
  }

  /** Defines a call that acts and takes no body. */
  public static <R> Endpoint<Nothing, R> post(String path, Class<R> reply) {
    return post(path, Body.none(), reply);
  }

  /** Defines a call that changes a part. */
  public static <B, R> Endpoint<B, R> patch(String path, Body<B> body, Class<R> reply) {
    return new Endpoint<>(HttpMethod.PATCH, path, 200, false, Clearance.READER, body, reply);
  }

  /** Defines a call that removes. */
  public static <R> Endpoint<Nothing, R> delete(String path, Class<R> reply) {
    return new Endpoint<>(
        HttpMethod.DELETE, path, 200, false, Clearance.READER, Body.none(), reply);
  }

  /** Returns the same call with 201 on success. */
  public Endpoint<B, R> created() {
    return new Endpoint<>(method, path, 201, open, clearance, body, reply);
  }

  /** Returns the same call without the need of a credential. */
  public Endpoint<B, R> withoutCredential() {
    return new Endpoint<>(method, path, status, true, clearance, body, reply);
  }

  /** Returns the same call for those who have the clearance; without it, for readers. */
  public Endpoint<B, R> needs(Clearance other) {
    return new Endpoint<>(method, path, status, open, other, body, reply);
  }

  /** Returns whether the call takes a body. */
  public boolean hasBody() {
    return !body.isNone();
  }

  /**
   * Fills the variable segments, in order, each percent-encoded.
   *
   * @return the path of one call
   */
  public String path(Object... variables) {
    StringBuilder filled = new StringBuilder();
    int next = 0;
    for (String segment : path.substring(1).split("/", -1)) {
      boolean variable = segment.startsWith("{");
      filled.append('/').append(variable ? encode(variables[next++].toString()) : segment);
    }
    if (next != variables.length) {
      throw new IllegalArgumentException(path + " takes " + next + " variables");
    }
    return filled.toString();
  }

  /** Returns whether a path, without its query, is one of this call. */
  public boolean matches(String candidate) {
    List<String> expected = List.of(path.split("/", -1));
    List<String> given = List.of(candidate.split("/", -1));
    if (expected.size() != given.size()) {
      return false;
    }
    for (int i = 0; i < given.size(); i++) {
      boolean variable = expected.get(i).startsWith("{") && !given.get(i).isEmpty();
      if (!variable && !expected.get(i).equals(given.get(i))) {
        return false;
      }
    }
    return true;
  }

  private static String encode(String segment) {
    return URLEncoder.encode(segment, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
