package io.tenantry.wire;

import io.tenantry.contract.Coded;
import io.tenantry.contract.error.ErrorCode;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** The one table of codes and HTTP statuses, also answered by {@code GET /errors}. */
public final class HttpStatusOf {
  private HttpStatusOf() {}

  /** Returns the status that carries an error code. */
  public static int error(ErrorCode code) {
    return switch (code) {
      case BAD_REQUEST -> 400;
      case AUTH_REQUIRED, UNAUTHORIZED -> 401;
      case FORBIDDEN, ROLE_REQUIRED, SCOPE_DENIED, PERMISSION_DENIED -> 403;
      case NOT_FOUND -> 404;
      case CONFLICT, OAUTH_MANAGED -> 409;
      case RATE_LIMITED -> 429;
      case INTERNAL_ERROR -> 500;
    };
  }

  /** Returns the code of a success. */
  public static String success(int status) {
    return status == 201 ? "created" : "ok";
  }

  /**
   * Finds the error of a reply: by its code, or by its status where the code is unknown, as in a
   * reply that a proxy made.
   */
  public static ErrorCode errorOf(String code, int status) {
    return Coded.find(ErrorCode.class, code).orElseGet(() -> byStatus(status));
  }

  private static ErrorCode byStatus(int status) {
    return switch (status) {
      case 400, 405, 413, 414, 415, 422 -> ErrorCode.BAD_REQUEST;
      case 401 -> ErrorCode.UNAUTHORIZED;
      case 403 -> ErrorCode.FORBIDDEN;
      case 404 -> ErrorCode.NOT_FOUND;
      case 409 -> ErrorCode.CONFLICT;
      case 429 -> ErrorCode.RATE_LIMITED;
      default -> ErrorCode.INTERNAL_ERROR;
    };
  }

  /** Returns the public table in its documented order and words. */
  public static Map<String, Entry> table() {
    Map<String, Entry> table = new LinkedHashMap<>();
    table.put("ok", new Entry(200, "Request succeeded"));
    table.put("created", new Entry(201, "Resource was created"));
    for (ErrorCode code : ErrorCode.values()) {
      if (code != ErrorCode.OAUTH_MANAGED) {
        table.put(code.code(), new Entry(error(code), describe(code)));
      }
    }
    return Collections.unmodifiableMap(table);
  }

  private static String describe(ErrorCode code) {
    return switch (code) {
      case BAD_REQUEST -> "Invalid input or missing fields";
      case AUTH_REQUIRED -> "Authorization header missing";
      case UNAUTHORIZED -> "Invalid API key";
      case FORBIDDEN -> "Tier limit reached or wrong project";
      case ROLE_REQUIRED -> "API key role insufficient for endpoint";
      case SCOPE_DENIED -> "API key scope excludes this tenant or workspace";
      case PERMISSION_DENIED -> "Database role denied the operation";
      case NOT_FOUND -> "Resource does not exist";
      case CONFLICT -> "Already exists or operation in progress";
      case RATE_LIMITED -> "Too many requests";
      case INTERNAL_ERROR -> "Server error";
      case OAUTH_MANAGED -> "API key is managed by an OAuth connection";
    };
  }

  /**
   * A code in the public table.
   *
   * @param status HTTP status
   * @param description what it means
   */
  public record Entry(int status, String description) {}
}
