package io.tenantry.core.sqlite;

import io.tenantry.contract.error.EngineException;
import io.tenantry.sql.SqlStatement;
import java.util.LinkedHashMap;
import java.util.Map;

/** Says where in a script a statement failed. */
public final class ScriptError {
  private static final int SHOWN_CHARACTERS = 200;

  private ScriptError() {}

  /**
   * Returns the error with the place before its message and details {@code line}, {@code statement}
   * (number, from 1), {@code sql} (its beginning), and {@code offset}, if it is known, in terms of
   * the script.
   */
  public static EngineException at(EngineException error, SqlStatement statement, int number) {
    Map<String, Object> details = details(error, statement.offset());
    details.put("line", statement.line());
    details.put("statement", number);
    String sql = statement.text();
    details.put(
        "sql", sql.length() <= SHOWN_CHARACTERS ? sql : sql.substring(0, SHOWN_CHARACTERS) + "…");
    String message =
        "line %d, statement %d: %s".formatted(statement.line(), number, error.message());
    return new EngineException(error.code(), message, details, error);
  }

  /** Returns the details of an error of a statement that starts at a place of a text. */
  public static Map<String, Object> details(EngineException error, int start) {
    Map<String, Object> details = new LinkedHashMap<>(error.details());
    details.computeIfPresent(
        ErrorPlace.OFFSET, (_, offset) -> offset instanceof Integer place ? start + place : offset);
    return details;
  }
}
