package io.tenantry.app.screens.backups;

import io.tenantry.contract.queries.Queries;
import io.tenantry.contract.queries.QueryResult;
import io.tenantry.contract.queries.TenantQuery;
import io.tenantry.contract.queries.Value;
import io.tenantry.contract.tenants.TenantId;
import io.tenantry.contract.workspaces.WorkspaceName;
import io.tenantry.sql.SqlNames;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Counts the rows of each table of a tenant, now or at a moment of its past. Worker thread. */
final class TableCounts {
  private static final int AT_ONCE = 100;
  private static final String TABLES =
      "SELECT name FROM sqlite_schema WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL%'"
          + " AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' ORDER BY name";

  private final Queries queries;
  private final TenantId tenant;

  TableCounts(Queries queries, TenantId tenant) {
    this.queries = queries;
    this.tenant = tenant;
  }

  /** Counts now. */
  Map<String, Long> now(WorkspaceName blueprint) {
    return count(blueprint, Optional.empty());
  }

  /** Counts what there was at a moment. */
  Map<String, Long> at(WorkspaceName blueprint, Instant moment) {
    return count(blueprint, Optional.of(moment));
  }

  private Map<String, Long> count(WorkspaceName blueprint, Optional<Instant> moment) {
    List<String> tables =
        run(blueprint, TABLES, moment).rows().stream()
            .map(row -> row.getFirst().toString())
            .toList();
    Map<String, Long> counts = new LinkedHashMap<>();
    for (int from = 0; from < tables.size(); from += AT_ONCE) {
      List<String> some = tables.subList(from, Math.min(tables.size(), from + AT_ONCE));
      List<Value> row = run(blueprint, counting(some), moment).rows().getFirst();
      for (int at = 0; at < some.size(); at++) {
        counts.put(some.get(at), row.get(at) instanceof Value.Integer(long number) ? number : 0L);
      }
    }
    return counts;
  }

  private static String counting(List<String> tables) {
    return tables.stream()
        .map(table -> "(SELECT count(*) FROM " + SqlNames.quote(table) + ")")
        .collect(Collectors.joining(", ", "SELECT ", ""));
  }

  private QueryResult run(WorkspaceName blueprint, String sql, Optional<Instant> moment) {
    TenantQuery query = new TenantQuery(tenant, blueprint, sql).ofConsole();
    return queries.tenant(moment.map(query::at).orElse(query));
  }
}
