package io.tenantry.core.sqlite;

import io.tenantry.contract.queries.Parameters;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * One statement with the values of its parameters, to be run as often as it is wanted.
 *
 * @param sql the statement alone
 * @param parameters exactly the values it was given
 */
public record BoundStatement(String sql, Parameters parameters) {

  /** A statement without parameters. */
  public BoundStatement(String sql) {
    this(sql, Parameters.none());
  }

  /** Returns statements without parameters. */
  public static List<BoundStatement> all(List<String> statements) {
    return statements.stream().map(BoundStatement::new).toList();
  }

  /** Runs it to its end; returns the number of rows changed. */
  public long run(SqliteDatabase database) {
    try (SqliteStatement statement = database.prepare(sql)) {
      return statement.bind(parameters).run();
    }
  }

  /** Runs it and maps each row. */
  public <T> List<T> query(SqliteDatabase database, Function<SqliteStatement, T> row) {
    List<T> rows = new ArrayList<>();
    try (SqliteStatement statement = database.prepare(sql)) {
      statement.bind(parameters);
      while (statement.step()) {
        rows.add(row.apply(statement));
      }
    }
    return rows;
  }
}
