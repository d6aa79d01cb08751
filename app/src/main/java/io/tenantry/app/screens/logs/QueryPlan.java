package io.tenantry.app.screens.logs;

import io.tenantry.contract.queries.QueryResult;
import io.tenantry.contract.queries.Value;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** How SQLite goes about a query: the steps of EXPLAIN QUERY PLAN, each below its own. */
final class QueryPlan {
  static final String EXPLAIN = "EXPLAIN QUERY PLAN ";
  private static final int DETAIL = 3;
  private static final String INDENT = "  ";

  private QueryPlan() {}

  /** Writes the answer of {@link #EXPLAIN} as lines. */
  static String of(QueryResult answer) {
    Map<Long, Integer> depths = new HashMap<>();
    return answer.rows().stream().map(row -> line(row, depths)).collect(Collectors.joining("\n"));
  }

  private static String line(List<Value> row, Map<Long, Integer> depths) {
    int depth = depths.getOrDefault(number(row.get(1)), -1) + 1;
    depths.put(number(row.getFirst()), depth);
    return INDENT.repeat(depth)
        + (row.get(DETAIL) instanceof Value.Text(String text) ? text : row.get(DETAIL).toString());
  }

  private static long number(Value value) {
    return value instanceof Value.Integer(long number) ? number : 0;
  }
}
