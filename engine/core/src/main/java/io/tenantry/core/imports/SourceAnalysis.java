package io.tenantry.core.imports;

import io.tenantry.contract.imports.ImportAnalysis;
import io.tenantry.contract.imports.ImportAnalysis.SourceTable;
import io.tenantry.contract.imports.ImportAnalysis.TenantRows;
import io.tenantry.contract.queries.Value;
import io.tenantry.contract.workspaces.WorkspaceSchema;
import io.tenantry.core.schema.SchemaReader;
import io.tenantry.core.sqlite.SqliteDatabase;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Counts the rows of each tenant in a source, table by table. */
final class SourceAnalysis {
  private final SqliteDatabase source;
  private final String field;
  private final Map<String, Map<String, Long>> rowsByOwner = new TreeMap<>();
  private final List<SourceTable> tables = new ArrayList<>();
  private final List<String> warnings = new ArrayList<>();

  private SourceAnalysis(SqliteDatabase source, String field) {
    this.source = source;
    this.field = field;
  }

  static ImportAnalysis of(SqliteDatabase source, String field) {
    source.execute("BEGIN"); // one snapshot for all counts
    try {
      return new SourceAnalysis(source, field).count();
    } finally {
      source.execute("ROLLBACK");
    }
  }

  private ImportAnalysis count() {
    WorkspaceSchema schema = SchemaReader.read(source);
    TableWays.of(schema, field).forEach(this::count);
    warnings.addAll(ImportWarnings.virtual(schema));
    tables.sort(Comparator.comparing(SourceTable::name));
    Map<String, String> ids = TenantIds.of(rowsByOwner.keySet());
    List<TenantRows> tenants =
        rowsByOwner.entrySet().stream()
            .map(entry -> tenant(entry.getKey(), ids, entry.getValue()))
            .sorted(Comparator.comparing(TenantRows::tenantId))
            .toList();
    return new ImportAnalysis(field, tenants, tables, warnings);
  }

  private static TenantRows tenant(
      String value, Map<String, String> ids, Map<String, Long> rowsByTable) {
    long rows = rowsByTable.values().stream().mapToLong(Long::longValue).sum();
    return new TenantRows(value, ids.getOrDefault(value, ""), rows, rowsByTable);
  }

  private void count(TableWay way) {
    long rows = source.queryLong("SELECT count(*) FROM " + OwnerSql.table("main", way.name()));
    long unassigned = 0;
    if (way.isSplit()) {
      unassigned = Math.max(0, rows - split(way));
    }
    ImportWarnings.of(way, rows, unassigned).ifPresent(warnings::add);
    tables.add(new SourceTable(way.name(), rows, way.hasField(), way.reachedBy(), unassigned));
  }

  private long split(TableWay way) {
    String sql =
        "SELECT %s AS value, count(*) FROM %s WHERE value IS NOT NULL GROUP BY value"
            .formatted(OwnerSql.value(way), OwnerSql.from("main", way));
    return source
        .query(
            sql,
            row -> {
              long rows = row.value(1) instanceof Value.Integer(long number) ? number : 0;
              rowsByOwner
                  .computeIfAbsent(row.value(0).toString(), _ -> new LinkedHashMap<>())
                  .put(way.name(), rows);
              return rows;
            })
        .stream()
        .mapToLong(Long::longValue)
        .sum();
  }
}
