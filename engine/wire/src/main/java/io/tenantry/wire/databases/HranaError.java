package io.tenantry.wire.databases;

import io.tenantry.contract.Coded;
import io.tenantry.contract.error.ConflictKind;
import io.tenantry.contract.error.EngineException;
import io.tenantry.contract.error.ErrorCode;
import io.tenantry.contract.error.FailureReason;
import io.tenantry.contract.error.SqlFailure;
import io.tenantry.contract.error.SqlFailure.Kind;
import io.tenantry.wire.HttpStatusOf;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * Errors as {@code {"message","code"}}. The code is SQLite's own where SQLite spoke; {@code
 * engine_code} is the code of the contract (an extension, as the details beside it).
 */
public final class HranaError {
  private static final Set<String> OWN = Set.of("message", "code", "engine_code");

  private HranaError() {}

  /** Returns an error as the fields of its object. */
  public static Map<String, Object> of(EngineException error) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("message", error.message());
    fields.put("code", code(error));
    fields.put("engine_code", error.code().code());
    error.details().forEach(fields::putIfAbsent);
    return fields;
  }

  private static String code(EngineException error) {
    return SqlFailure.of(error)
        .map(HranaError::bySqlite)
        .or(() -> error.reason().map(HranaError::byReason))
        .orElseGet(() -> byCode(error));
  }

  private static String bySqlite(SqlFailure failure) {
    boolean plain = failure.code().equals("SQLITE_ERROR");
    return plain && failure.kind() == Kind.SYNTAX_ERROR ? "SQL_PARSE_ERROR" : failure.code();
  }

  private static String byReason(FailureReason reason) {
    return switch (reason) {
      case SESSION_EXPIRED -> "STREAM_EXPIRED";
      case SESSION_CLOSED -> "STREAM_CLOSED";
      case TOO_MANY_ROWS -> "RESPONSE_TOO_LARGE";
      case NO_TRANSACTION -> "TRANSACTION_NONE";
      case TIMEOUT, CANCELLED, GIVEN_UP -> "SQLITE_INTERRUPT";
      case STATEMENTS_HELD -> "SQLITE_BUSY";
      case NO_STATEMENT -> "SQL_NO_STATEMENT";
      case MANY_STATEMENTS -> "SQL_MANY_STATEMENTS";
      case DDL_NOT_ALLOWED, STATEMENT_NOT_ALLOWED -> "SQL_NOT_ALLOWED";
      default -> reason.name();
    };
  }

  private static String byCode(EngineException error) {
    return switch (error.code()) {
      case BAD_REQUEST ->
          error.detail("field").filter("params"::equals).isPresent()
              ? "ARGS_INVALID"
              : "BAD_REQUEST";
      case PERMISSION_DENIED -> "SQLITE_READONLY";
      case CONFLICT ->
          error.conflictKind().filter(ConflictKind.BUSY::equals).isPresent()
              ? "SQLITE_BUSY"
              : "CONFLICT";
      default -> error.code().name();
    };
  }

  /**
   * Rebuilds an error.
   *
   * @param status HTTP status of the reply, for errors that no engine of ours made
   */
  public static EngineException read(JsonNode node, int status) {
    String message = node.path("message").asString("");
    ErrorCode code =
        Coded.find(ErrorCode.class, node.path("engine_code").asString(""))
            .orElseGet(() -> HttpStatusOf.errorOf("", status));
    Map<String, Object> details = new LinkedHashMap<>();
    node.forEachEntry(
        (name, value) -> {
          if (!OWN.contains(name)) {
            detail(value).ifPresent(known -> details.put(name, known));
          }
        });
    return new EngineException(code, message, details, null);
  }

  private static Optional<Object> detail(JsonNode value) {
    if (value.isString()) {
      return Optional.of(value.stringValue());
    }
    if (value.isArray()) {
      return Optional.of(value.valueStream().map(each -> each.asString("")).toList());
    }
    return value.isIntegralNumber() && value.canConvertToLong()
        ? Optional.of(value.canConvertToInt() ? (Object) value.intValue() : value.longValue())
        : Optional.empty();
  }
}
