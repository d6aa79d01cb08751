package io.tenantry.wire.queries;

import io.tenantry.contract.queries.QueryResult;
import io.tenantry.contract.queries.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The {@code result} of a SQL statement.
 *
 * @param columns names in order
 * @param types one per column; absent for a statement without rows
 * @param rows values by position
 * @param rowCount number of rows
 * @param rowsAffected rows changed; absent for a statement that only reads
 * @param lastInsertId rowid of the last inserted row
 * @param truncated whether rows beyond the limit were left out
 * @param durationMs milliseconds
 */
public record ResultJson(
    List<String> columns,
    Optional<List<String>> types,
    List<List<Value>> rows,
    int rowCount,
    Optional<Long> rowsAffected,
    Optional<Long> lastInsertId,
    boolean truncated,
    double durationMs) {

  /** Writes a result. */
  public static ResultJson of(QueryResult result) {
    return new ResultJson(
        result.columns(),
        result.columns().isEmpty() ? Optional.empty() : Optional.of(result.types()),
        result.rows(),
        result.rowCount(),
        result.rowsAffected(),
        result.lastInsertId(),
        result.truncated(),
        result.durationMs());
  }

  /** Returns the contract's value. Infinite reals come back as such in columns of real numbers. */
  public QueryResult result() {
    List<String> known = types.orElse(List.of());
    return new QueryResult(
        columns,
        known,
        withInfinities(known),
        rowCount,
        rowsAffected,
        lastInsertId,
        truncated,
        durationMs);
  }

  private List<List<Value>> withInfinities(List<String> known) {
    List<Integer> reals = new ArrayList<>();
    for (int i = 0; i < known.size(); i++) {
      if (isReal(known.get(i))) {
        reals.add(i);
      }
    }
    return reals.isEmpty() ? rows : rows.stream().map(row -> withInfinities(row, reals)).toList();
  }

  private static List<Value> withInfinities(List<Value> row, List<Integer> reals) {
    if (reals.stream().noneMatch(column -> isInfinity(row.get(column)))) {
      return row;
    }
    List<Value> changed = new ArrayList<>(row);
    for (int column : reals) {
      if (isInfinity(row.get(column))) {
        changed.set(column, Value.of(Double.parseDouble(row.get(column).toString())));
      }
    }
    return changed;
  }

  private static boolean isInfinity(Value value) {
    return value instanceof Value.Text(String text)
        && (text.equals("Infinity") || text.equals("-Infinity"));
  }

  /** Tells a column of real affinity, after SQLite's own rule. */
  private static boolean isReal(String type) {
    String upper = type.toUpperCase(Locale.ROOT);
    boolean other = upper.contains("INT") || upper.contains("CHAR") || upper.contains("TEXT");
    return !other && (upper.contains("REAL") || upper.contains("FLOA") || upper.contains("DOUB"));
  }
}
