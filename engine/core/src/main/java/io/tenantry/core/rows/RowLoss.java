package io.tenantry.core.rows;

import io.tenantry.contract.error.EngineException;
import io.tenantry.contract.queries.Value;
import io.tenantry.core.sqlite.BoundStatement;
import io.tenantry.core.sqlite.SqliteDatabase;
import java.util.Optional;

/**
 * Rows or values that a statement loses, or may lose, and how a database counts them.
 *
 * @param place the statement of the walk that loses them
 * @param what what is lost, for people, for example {@code drops column users.age with its values}
 * @param rows a query for the number of lost rows, to be asked right before the statement
 * @param values a query for the number of lost values that are not NULL, likewise
 * @param counts whether the statement itself tells the number, by how many rows it changed
 * @param takesRows whether that is the number of rows; otherwise values of so many are lost
 */
public record RowLoss(
    int place,
    String what,
    Optional<String> rows,
    Optional<String> values,
    boolean counts,
    boolean takesRows) {
  /** No such table, no such column: what SQLite finds while it compiles. */
  private static final String PLAIN_ERROR = "SQLITE_ERROR";

  static RowLoss ofRows(int place, String what, String query) {
    return new RowLoss(place, what, Optional.of(query), Optional.empty(), false, true);
  }

  static RowLoss ofValues(int place, String what, String query) {
    return new RowLoss(place, what, Optional.empty(), Optional.of(query), false, false);
  }

  static RowLoss counted(int place, String what, boolean takesRows) {
    return new RowLoss(place, what, Optional.empty(), Optional.empty(), true, takesRows);
  }

  /** Counts the lost rows before the statement runs. */
  public long countRows(SqliteDatabase database) {
    return count(database, rows);
  }

  /** Counts the lost values before the statement runs. */
  public long countValues(SqliteDatabase database) {
    return count(database, values);
  }

  /** What a database cannot be asked, because its schema differs, is not counted. */
  private static long count(SqliteDatabase database, Optional<String> query) {
    if (query.isEmpty()) {
      return 0;
    }
    try {
      return new BoundStatement(query.get())
          .query(database, row -> row.value(0)).stream()
              .mapToLong(value -> value instanceof Value.Integer(long number) ? number : 0)
              .sum();
    } catch (EngineException e) {
      if (e.detail("sqlite_code").filter(PLAIN_ERROR::equals).isEmpty()) {
        throw e;
      }
      return 0;
    }
  }
}
