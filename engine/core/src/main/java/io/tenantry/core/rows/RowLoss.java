package io.tenantry.core.rows;

import io.tenantry.contract.error.EngineException;
import io.tenantry.contract.queries.Value;
import io.tenantry.core.sqlite.BoundStatement;
import io.tenantry.core.sqlite.SqliteDatabase;
import java.util.Optional;
import java.util.Set;

/**
 * Rows or values that a statement loses, or may lose, and how a database counts them.
 *
 * @param place the statement of the walk that loses them
 * @param what what is lost, for people, for example {@code drops column users.age with its values}
 * @param rows a query for the number of lost rows, to be asked right before the statement
 * @param values a query for the number of lost values that are not NULL, likewise
 * @param changed what the statement itself tells of the number, when it has run
 */
public record RowLoss(
    int place, String what, Optional<String> rows, Optional<String> values, Changed changed) {
  /** No such table or column, which SQLite finds while it compiles, or a damaged virtual table. */
  private static final Set<String> CANNOT_BE_ASKED = Set.of("SQLITE_ERROR", "SQLITE_CORRUPT_VTAB");

  /** What the number of rows that a statement changed says of a loss. */
  public enum Changed {
    /** Nothing: it is asked for before. */
    NOTHING,
    /** So many rows are lost. */
    ROWS,
    /** Values of so many rows are lost. */
    VALUES,
    /** Rows that its triggers changed are lost, and not its own. */
    BY_TRIGGERS
  }

  static RowLoss ofRows(int place, String what, String query) {
    return new RowLoss(place, what, Optional.of(query), Optional.empty(), Changed.NOTHING);
  }

  static RowLoss ofValues(int place, String what, String query) {
    return new RowLoss(place, what, Optional.empty(), Optional.of(query), Changed.NOTHING);
  }

  static RowLoss counted(int place, String what, Changed changed) {
    return new RowLoss(place, what, Optional.empty(), Optional.empty(), changed);
  }

  /** Counts the lost rows before the statement runs. */
  public long countRows(SqliteDatabase database) {
    return count(database, rows);
  }

  /** Counts the lost values before the statement runs. */
  public long countValues(SqliteDatabase database) {
    return count(database, values);
  }

  /** What a database cannot be asked is not counted. */
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
      if (e.detail("sqlite_code").filter(CANNOT_BE_ASKED::contains).isEmpty()) {
        throw e;
      }
      return 0;
    }
  }
}
