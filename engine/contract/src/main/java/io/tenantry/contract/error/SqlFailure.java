package io.tenantry.contract.error;

import io.tenantry.contract.Coded;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a database said about a statement that it refused. It travels as details of an {@link
 * EngineException}: {@code sqlite_code}, {@code sqlite_message}, {@code failure} and, where they
 * are known, {@code table}, {@code columns}, {@code constraint} and {@code near}.
 *
 * @param kind what is wrong
 * @param code SQLite's extended result code, for example {@code SQLITE_CONSTRAINT_UNIQUE}
 * @param message SQLite's own message
 * @param table the table it names
 * @param columns the columns it names, in its order; all of one table
 * @param constraint the name or the expression of the check that failed
 * @param near the word at which the text is no SQL any more
 */
public record SqlFailure(
    Kind kind,
    String code,
    String message,
    Optional<String> table,
    List<String> columns,
    Optional<String> constraint,
    Optional<String> near) {
  /** What the API puts before the message of a statement that failed. */
  private static final String PREFIX = "query failed: ";

  private static final String CODE = "sqlite_code";
  private static final String MESSAGE = "sqlite_message";
  private static final String KIND = "failure";
  private static final String TABLE = "table";
  private static final String COLUMNS = "columns";
  private static final String CONSTRAINT = "constraint";
  private static final String NEAR = "near";

  /** Copies the list. */
  public SqlFailure {
    columns = List.copyOf(columns);
  }

  /** What is wrong with a statement. */
  public enum Kind implements Coded {
    /** A row with these values exists. */
    UNIQUE_VIOLATION,
    /** A column has to have a value. */
    NOT_NULL_VIOLATION,
    /** A row refers to one that does not exist. */
    FK_VIOLATION,
    /** A check of the table says no. */
    CHECK_VIOLATION,
    /** A value of this type has no place in the column. */
    TYPE_MISMATCH,
    /** There is no such table or view. */
    UNKNOWN_TABLE,
    /** There is no such column. */
    UNKNOWN_COLUMN,
    /** The text is no SQL. */
    SYNTAX_ERROR,
    /** There are more values than parameters, or more parameters than SQLite takes. */
    TOO_MANY_PARAMS,
    /** Another writer holds the database. */
    DATABASE_LOCKED,
    /** The database may only be read. */
    READONLY,
    /** None of these. */
    UNKNOWN
  }

  /** Returns what an error knows of the statement; empty when no database refused it. */
  public static Optional<SqlFailure> of(EngineException error) {
    return error
        .detail(CODE)
        .map(
            code ->
                new SqlFailure(
                    error
                        .detail(KIND)
                        .flatMap(kind -> Coded.find(Kind.class, kind))
                        .orElse(Kind.UNKNOWN),
                    code,
                    error.detail(MESSAGE).orElseGet(() -> words(error)),
                    error.detail(TABLE),
                    strings(error.details().get(COLUMNS)),
                    error.detail(CONSTRAINT),
                    error.detail(NEAR)));
  }

  /** Returns the message of an error of a statement, without what the API puts before it. */
  public static String words(EngineException error) {
    String message = error.message();
    return message.startsWith(PREFIX) ? message.substring(PREFIX.length()) : message;
  }

  /** Returns the details that carry it. */
  public Map<String, Object> details() {
    Map<String, Object> details = new LinkedHashMap<>();
    details.put(CODE, code);
    details.put(MESSAGE, message);
    details.put(KIND, kind.code());
    table.ifPresent(name -> details.put(TABLE, name));
    if (!columns.isEmpty()) {
      details.put(COLUMNS, columns);
    }
    constraint.ifPresent(name -> details.put(CONSTRAINT, name));
    near.ifPresent(word -> details.put(NEAR, word));
    return details;
  }

  private static List<String> strings(@Nullable Object value) {
    return value instanceof List<?> list ? list.stream().map(String::valueOf).toList() : List.of();
  }
}
