package io.tenantry.wire.users;

import io.tenantry.contract.error.EngineException;
import io.tenantry.contract.error.ErrorCode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Why a statement failed, taken apart from SQLite's result code and message. */
final class QueryErrorDetail {
  private static final String PREFIX = "query failed: ";
  private static final Pattern UNIQUE =
      Pattern.compile("(?:UNIQUE|NOT NULL) constraint failed: (.+)");
  private static final Pattern CHECK = Pattern.compile("CHECK constraint failed: (.+)");
  private static final Pattern NO_TABLE = Pattern.compile("no such table: (?:main\\.)?(\\S+)");
  private static final Pattern NO_COLUMN =
      Pattern.compile("no such column: (\\S+)|table (\\S+) has no column named (\\S+)");
  private static final Pattern NEAR = Pattern.compile("near \"(.*)\": syntax error");

  private final Map<String, Object> fields = new LinkedHashMap<>();

  private QueryErrorDetail(String kind, String message) {
    fields.put("kind", kind);
    fields.put("message", message);
  }

  /** Returns the detail, or empty when the failure is not that of a statement. */
  static Optional<Map<String, Object>> of(EngineException error) {
    boolean statement =
        error.detail("sqlite_code").isPresent()
            || error.message().startsWith(PREFIX)
            || error.code() == ErrorCode.PERMISSION_DENIED
            || error.detail("word").isPresent();
    if (!statement || error.code() == ErrorCode.INTERNAL_ERROR) {
      return Optional.empty();
    }
    String message =
        error.message().startsWith(PREFIX)
            ? error.message().substring(PREFIX.length())
            : error.message();
    QueryErrorDetail detail =
        new QueryErrorDetail(kind(error, message), message).named(message).hinted();
    Object index = error.details().get("statement");
    if (index != null) {
      detail.fields.put("statementIndex", index);
    }
    return Optional.of(detail.fields);
  }

  private static String kind(EngineException error, String message) {
    if (error.code() == ErrorCode.PERMISSION_DENIED) {
      return "readonly";
    }
    if (error.detail("word").isPresent()) {
      return "syntax_error"; // no statement begins so
    }
    return switch (error.detail("sqlite_code").orElse("")) {
      case "SQLITE_CONSTRAINT_UNIQUE", "SQLITE_CONSTRAINT_PRIMARYKEY", "SQLITE_CONSTRAINT_ROWID" ->
          "unique_violation";
      case "SQLITE_CONSTRAINT_NOTNULL" -> "not_null_violation";
      case "SQLITE_CONSTRAINT_FOREIGNKEY" -> "fk_violation";
      case "SQLITE_CONSTRAINT_CHECK" -> "check_violation";
      case "SQLITE_CONSTRAINT_DATATYPE", "SQLITE_MISMATCH" -> "type_mismatch";
      case "SQLITE_BUSY", "SQLITE_LOCKED" -> "database_locked";
      case "SQLITE_RANGE" -> "too_many_params";
      default -> kindOf(message);
    };
  }

  private static String kindOf(String message) {
    if (NO_TABLE.matcher(message).find()) {
      return "unknown_table";
    }
    if (NO_COLUMN.matcher(message).find()) {
      return "unknown_column";
    }
    if (message.contains("syntax error") || message.contains("incomplete input")) {
      return "syntax_error";
    }
    if (message.contains("too many SQL variables") || message.contains("parameters")) {
      return "too_many_params";
    }
    return message.contains("busy") ? "database_locked" : "unknown";
  }

  private QueryErrorDetail named(String message) {
    Matcher columns = UNIQUE.matcher(message);
    if (columns.find()) {
      columns(columns.group(1));
    }
    Matcher check = CHECK.matcher(message);
    if (check.find()) {
      fields.put("constraint", check.group(1));
    }
    Matcher table = NO_TABLE.matcher(message);
    if (table.find()) {
      fields.put("table", table.group(1));
    }
    Matcher column = NO_COLUMN.matcher(message);
    if (column.find()) {
      if (column.group(2) != null) {
        fields.put("table", column.group(2));
      }
      fields.put("column", Optional.ofNullable(column.group(1)).orElse(column.group(3)));
    }
    Matcher near = NEAR.matcher(message);
    if (near.find()) {
      fields.put("near", near.group(1));
    }
    return this;
  }

  /** Takes {@code users.email, users.tenant} apart. */
  private void columns(String list) {
    List<Map<String, String>> named = new ArrayList<>();
    for (String each : list.split(", ")) {
      int dot = each.indexOf('.');
      if (dot > 0) {
        named.add(Map.of("table", each.substring(0, dot), "column", each.substring(dot + 1)));
      }
    }
    if (!named.isEmpty()) {
      fields.put("table", String.valueOf(named.getFirst().get("table")));
      fields.put("column", String.valueOf(named.getFirst().get("column")));
      fields.put("columns", named);
    }
  }

  private QueryErrorDetail hinted() {
    String hint =
        switch (String.valueOf(fields.get("kind"))) {
          case "unique_violation" ->
              "A row with this value exists. Choose another value, or say what to do with ON"
                  + " CONFLICT.";
          case "not_null_violation" -> "Give the column a value.";
          case "fk_violation" -> "Insert the row it refers to first, or keep that row.";
          case "readonly" ->
              "The token may not do this. Schema changes go through blueprints, writes need the"
                  + " role write.";
          case "database_locked" -> "Another write is taking long. Try again.";
          default -> "";
        };
    if (!hint.isEmpty()) {
      fields.put("hint", hint);
    }
    return this;
  }
}
