package io.tenantry.wire.databases;

import io.tenantry.contract.Coded;
import io.tenantry.contract.error.EngineException;
import io.tenantry.contract.error.ErrorCode;
import io.tenantry.wire.HttpStatusOf;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * Errors as {@code {"message","code"}}. The code is SQLite's own where SQLite spoke; {@code
 * engine_code} is the code of the contract (an extension, as the details beside it).
 */
public final class HranaError {
  private static final Set<String> PARSE_ERRORS =
      Set.of("syntax error", "incomplete input", "unrecognized token");
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
    Optional<String> sqlite = error.detail("sqlite_code");
    if (sqlite.isPresent()) {
      boolean parse = PARSE_ERRORS.stream().anyMatch(error.message()::contains);
      return parse && sqlite.get().equals("SQLITE_ERROR") ? "SQL_PARSE_ERROR" : sqlite.get();
    }
    Optional<String> reason = error.detail("reason");
    if (reason.isPresent()) {
      return byReason(reason.get());
    }
    return switch (error.code()) {
      case BAD_REQUEST -> badRequest(error);
      case PERMISSION_DENIED -> "SQLITE_READONLY";
      case CONFLICT -> error.message().equals("database is busy") ? "SQLITE_BUSY" : "CONFLICT";
      default -> error.code().name();
    };
  }

  private static String byReason(String reason) {
    return switch (reason) {
      case "session_expired" -> "STREAM_EXPIRED";
      case "session_closed" -> "STREAM_CLOSED";
      case "too_many_rows" -> "RESPONSE_TOO_LARGE";
      case "transaction_lost" -> "TRANSACTION_LOST";
      case "transaction_open" -> "TRANSACTION_OPEN";
      case "no_transaction" -> "TRANSACTION_NONE";
      default -> reason.toUpperCase(Locale.ROOT);
    };
  }

  private static String badRequest(EngineException error) {
    String message = error.message();
    if (error.detail("timeout_ms").isPresent()) {
      return "SQLITE_INTERRUPT";
    }
    if (message.startsWith("DDL not allowed") || error.detail("word").isPresent()) {
      return "SQL_NOT_ALLOWED";
    }
    if (PARSE_ERRORS.stream().anyMatch(message::contains)) {
      return "SQL_PARSE_ERROR";
    }
    return switch (message) {
      case "query is empty" -> "SQL_NO_STATEMENT";
      case "one statement per request" -> "SQL_MANY_STATEMENTS";
      default ->
          error.detail("field").filter("params"::equals).isPresent()
              ? "ARGS_INVALID"
              : "BAD_REQUEST";
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
    return value.isIntegralNumber() && value.canConvertToLong()
        ? Optional.of(value.canConvertToInt() ? (Object) value.intValue() : value.longValue())
        : Optional.empty();
  }
}
