package io.tenantry.core.sources;

import io.tenantry.contract.queries.Value;
import io.tenantry.contract.workspaces.WorkspaceSchema;
import io.tenantry.contract.workspaces.WorkspaceSchema.Column;
import io.tenantry.contract.workspaces.WorkspaceSchema.Table;
import io.tenantry.core.schema.RowKeys;
import io.tenantry.core.schema.SchemaReader;
import io.tenantry.core.sqlite.SqliteDatabase;
import io.tenantry.core.sqlite.SqliteStatement;
import io.tenantry.sql.SqlNames;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Copies a database from a libSQL server into an empty one, page by page in one transaction. */
final class LibSqlCopy {
  private static final int PAGE_ROWS = 1000;
  private static final String SCHEMA =
      """
      SELECT sql
      FROM sqlite_schema
      WHERE sql IS NOT NULL AND lower(substr(name, 1, 7)) <> 'sqlite_'
        AND lower(substr(name, 1, 7)) <> 'libsql_' AND name NOT GLOB '_litestream*'
        AND tbl_name NOT IN (SELECT name FROM pragma_table_list WHERE type = 'shadow')
      ORDER BY type = 'trigger', type = 'view', type = 'index', rowid
      """;

  private final HranaSession session;

  LibSqlCopy(HranaSession session) {
    this.session = session;
  }

  /** Makes the schema only. */
  void schema(SqliteDatabase target) {
    for (List<Value> row : session.query(SCHEMA, List.of())) {
      target.execute(row.getFirst().toString());
    }
  }

  /** Fills tables whose schema is there; triggers do not run. */
  void rows(SqliteDatabase target) {
    WorkspaceSchema schema = SchemaReader.read(target);
    target.execute("PRAGMA foreign_keys=OFF");
    target.inTransaction(
        () -> {
          schema.tables().stream()
              .flatMap(table -> table.triggers().stream())
              .forEach(trigger -> drop(target, trigger.name()));
          schema.tables().stream()
              .filter(table -> !RowKeys.isVirtual(table))
              .forEach(table -> copy(target, table));
          schema.tables().stream()
              .flatMap(table -> table.triggers().stream())
              .forEach(trigger -> target.execute(trigger.sql()));
        });
  }

  private static void drop(SqliteDatabase target, String trigger) {
    target.execute("DROP TRIGGER " + SqlNames.quote(trigger));
  }

  private void copy(SqliteDatabase target, Table table) {
    List<String> keys = RowKeys.of(table);
    List<String> columns = new ArrayList<>(keys);
    table.columns().stream()
        .filter(column -> !column.generated())
        .map(Column::name)
        .filter(name -> keys.stream().noneMatch(key -> SqlNames.same(key, name)))
        .forEach(columns::add);
    String insert =
        "INSERT INTO %s (%s) VALUES (%s)"
            .formatted(
                SqlNames.quote(table.name()),
                names(columns),
                columns.stream().map(_ -> "?").collect(Collectors.joining(", ")));
    List<Value> after = List.of();
    boolean more = true;
    while (more) {
      List<List<Value>> page = session.query(select(table, columns, keys, after), after);
      insert(target, insert, page);
      more = page.size() == PAGE_ROWS;
      after = more ? List.copyOf(page.getLast().subList(0, keys.size())) : after;
    }
  }

  private static String select(
      Table table, List<String> columns, List<String> keys, List<Value> after) {
    String where =
        after.isEmpty()
            ? ""
            : " WHERE (%s) > (%s)"
                .formatted(
                    names(keys), keys.stream().map(_ -> "?").collect(Collectors.joining(", ")));
    return "SELECT %s FROM %s%s ORDER BY %s LIMIT %d"
        .formatted(names(columns), SqlNames.quote(table.name()), where, names(keys), PAGE_ROWS);
  }

  private static void insert(SqliteDatabase target, String sql, List<List<Value>> page) {
    try (SqliteStatement statement = target.prepare(sql)) {
      for (List<Value> row : page) {
        statement.bind(row).run();
      }
    }
  }

  private static String names(List<String> columns) {
    return columns.stream().map(SqlNames::quote).collect(Collectors.joining(", "));
  }
}
