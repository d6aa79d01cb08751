package io.tenantry.wire.users;

import io.tenantry.contract.error.EngineException;
import io.tenantry.contract.error.ErrorCode;
import io.tenantry.contract.error.FailureReason;
import io.tenantry.contract.error.SqlFailure;
import io.tenantry.contract.error.SqlFailure.Kind;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Why a statement failed, in the shape of {@code errorDetail}. */
final class QueryErrorDetail {
  /** Reasons that are those of a statement, though no database has seen it. */
  private static final Set<FailureReason> OF_STATEMENTS =
      EnumSet.of(
          FailureReason.STATEMENT_NOT_ALLOWED,
          FailureReason.TIMEOUT,
          FailureReason.CANCELLED,
          FailureReason.GIVEN_UP,
          FailureReason.TOO_MANY_ROWS,
          FailureReason.TRANSACTION_LOST,
          FailureReason.TRANSACTION_OPEN,
          FailureReason.NO_TRANSACTION,
          FailureReason.NO_SUCH_SAVEPOINT);

  private QueryErrorDetail() {}

  /** Returns the detail, or empty when the failure is not that of a statement. */
  static Optional<Map<String, Object>> of(EngineException error) {
    Optional<SqlFailure> failure = SqlFailure.of(error);
    boolean statement =
        failure.isPresent()
            || error.reason().filter(OF_STATEMENTS::contains).isPresent()
            || error.code() == ErrorCode.PERMISSION_DENIED;
    if (!statement || error.code() == ErrorCode.INTERNAL_ERROR) {
      return Optional.empty();
    }
    Kind kind = kind(error, failure);
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("kind", kind.code());
    fields.put(
        "message", failure.map(SqlFailure::message).orElseGet(() -> SqlFailure.words(error)));
    failure.ifPresent(known -> name(fields, known));
    hint(kind).ifPresent(hint -> fields.put("hint", hint));
    Object index = error.details().get("statement");
    if (index != null) {
      fields.put("statementIndex", index);
    }
    return Optional.of(fields);
  }

  private static Kind kind(EngineException error, Optional<SqlFailure> failure) {
    if (error.code() == ErrorCode.PERMISSION_DENIED) {
      return Kind.READONLY;
    }
    if (error.isBecause(FailureReason.STATEMENT_NOT_ALLOWED)) {
      return Kind.SYNTAX_ERROR; // no statement begins so
    }
    return failure.map(SqlFailure::kind).orElse(Kind.UNKNOWN);
  }

  private static void name(Map<String, Object> fields, SqlFailure failure) {
    failure.table().ifPresent(table -> fields.put("table", table));
    failure.columns().stream().findFirst().ifPresent(column -> fields.put("column", column));
    failure
        .table()
        .filter(_ -> failure.kind() != Kind.UNKNOWN_COLUMN && !failure.columns().isEmpty())
        .ifPresent(table -> fields.put("columns", columns(table, failure.columns())));
    failure.constraint().ifPresent(check -> fields.put("constraint", check));
    failure.near().ifPresent(near -> fields.put("near", near));
  }

  private static List<Map<String, String>> columns(String table, List<String> columns) {
    return columns.stream().map(column -> Map.of("table", table, "column", column)).toList();
  }

  private static Optional<String> hint(Kind kind) {
    return switch (kind) {
      case UNIQUE_VIOLATION ->
          Optional.of(
              "A row with this value exists. Choose another value, or say what to do with ON"
                  + " CONFLICT.");
      case NOT_NULL_VIOLATION -> Optional.of("Give the column a value.");
      case FK_VIOLATION -> Optional.of("Insert the row it refers to first, or keep that row.");
      case READONLY ->
          Optional.of(
              "The token may not do this. Schema changes go through blueprints, writes need the"
                  + " role write.");
      case DATABASE_LOCKED -> Optional.of("Another write is taking long. Try again.");
      case CHECK_VIOLATION,
          TYPE_MISMATCH,
          UNKNOWN_TABLE,
          UNKNOWN_COLUMN,
          SYNTAX_ERROR,
          TOO_MANY_PARAMS,
          UNKNOWN ->
          Optional.empty();
    };
  }
}
