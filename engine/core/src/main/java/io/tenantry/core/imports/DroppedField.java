package io.tenantry.core.imports;

import io.tenantry.contract.error.EngineException;
import io.tenantry.contract.error.ErrorCode;
import io.tenantry.contract.error.SqlFailure;
import io.tenantry.contract.workspaces.WorkspaceSchema;
import io.tenantry.contract.workspaces.WorkspaceSchema.Index;
import io.tenantry.contract.workspaces.WorkspaceSchema.Table;
import io.tenantry.core.schema.SchemaObject;
import io.tenantry.core.schema.SchemaReader;
import io.tenantry.core.schema.SchemaSnapshot;
import io.tenantry.core.sqlite.Profile;
import io.tenantry.core.sqlite.Sqlite;
import io.tenantry.core.sqlite.SqliteDatabase;
import io.tenantry.sql.SqlNames;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Takes the routing field out of a schema, table by table, by SQLite's own ALTER TABLE on an empty
 * copy of it. Where the field is part of something that would mean something else without it, it
 * stays.
 */
final class DroppedField {
  private final SqliteDatabase database;
  private final String field;
  private final List<String> warnings = new ArrayList<>();

  /**
   * A schema that was changed.
   *
   * @param statements in the order in which they can run
   * @param warnings what was changed beside the column, and where it stays
   */
  record Result(List<String> statements, List<String> warnings) {}

  private DroppedField(SqliteDatabase database, String field) {
    this.database = database;
    this.field = field;
  }

  /** Changes the schema of a source. */
  static Result of(Sqlite sqlite, SqliteDatabase source, List<TableWay> ways, String field) {
    try (SqliteDatabase empty = sqlite.openInMemory(Profile.ENGINE)) {
      statements(source).forEach(empty::execute);
      DroppedField dropped = new DroppedField(empty, field);
      ways.stream().filter(TableWay::hasField).map(TableWay::table).forEach(dropped::drop);
      return new Result(statements(empty), List.copyOf(dropped.warnings));
    }
  }

  /** Returns the statements of a schema in the order in which they can run. */
  static List<String> statements(SqliteDatabase database) {
    return SchemaSnapshot.read(database).objects().stream()
        .sorted(Comparator.comparing(SchemaObject::type))
        .map(SchemaObject::sql)
        .toList();
  }

  private void drop(Table table) {
    if (isReferred(table)) {
      keep(table, "other tables refer to it");
      return;
    }
    List<String> changed = new ArrayList<>();
    try {
      database.inTransaction(() -> drop(table, changed));
      warnings.addAll(changed);
    } catch (EngineException e) {
      if (e.code() != ErrorCode.BAD_REQUEST) {
        throw e;
      }
      keep(table, SqlFailure.words(e));
    }
  }

  private void drop(Table table, List<String> changed) {
    for (Index index : table.indexDetails()) {
      if (index.columns().stream().anyMatch(name -> SqlNames.same(name, field))) {
        changed.add(narrow(table, index));
      }
    }
    database.execute(
        "ALTER TABLE %s DROP COLUMN %s"
            .formatted(SqlNames.quote(table.name()), SqlNames.quote(field)));
  }

  private String narrow(Table table, Index index) {
    database.execute("DROP INDEX " + SqlNames.quote(index.name()));
    List<String> left =
        index.columns().stream().filter(column -> !SqlNames.same(column, field)).toList();
    if (left.isEmpty()) {
      return "Index '%s' of table '%s' is left out: it is on '%s' alone"
          .formatted(index.name(), table.name(), field);
    }
    String columns = String.join(", ", left.stream().map(DroppedField::term).toList());
    database.execute(
        "CREATE %sINDEX %s ON %s (%s)%s"
            .formatted(
                index.unique() ? "UNIQUE " : "",
                SqlNames.quoteIfNeeded(index.name()),
                SqlNames.quoteIfNeeded(table.name()),
                columns,
                index.where().isEmpty() ? "" : " WHERE " + index.where()));
    return "Index '%s' of table '%s' is on (%s) only"
        .formatted(index.name(), table.name(), columns);
  }

  /** Expressions come in parentheses. */
  private static String term(String column) {
    return column.startsWith("(") ? column : SqlNames.quoteIfNeeded(column);
  }

  private boolean isReferred(Table table) {
    WorkspaceSchema schema = SchemaReader.read(database);
    return schema.tables().stream()
        .flatMap(other -> other.foreignKeys().stream())
        .filter(key -> SqlNames.same(key.table(), table.name()))
        .anyMatch(key -> key.references().stream().anyMatch(name -> SqlNames.same(name, field)));
  }

  private void keep(Table table, String reason) {
    warnings.add("Table '%s' keeps '%s': %s".formatted(table.name(), field, reason));
  }
}
