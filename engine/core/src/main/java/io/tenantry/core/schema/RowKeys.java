package io.tenantry.core.schema;

import io.tenantry.contract.error.EngineException;
import io.tenantry.contract.workspaces.WorkspaceSchema.Column;
import io.tenantry.contract.workspaces.WorkspaceSchema.Table;
import io.tenantry.sql.SqlNames;
import java.util.Comparator;
import java.util.List;

/** What tells the rows of a table apart, in the order in which SQLite stores them. */
public final class RowKeys {
  private static final List<String> ROWIDS = List.of("rowid", "_rowid_", "oid");

  private RowKeys() {}

  /**
   * Returns the name of the hidden number of each row, or the primary key of a table without it.
   *
   * @throws EngineException BAD_REQUEST for a table whose columns hide that number
   */
  public static List<String> of(Table table) {
    if (!table.withoutRowid()) {
      return List.of(rowid(table));
    }
    return table.columns().stream()
        .filter(column -> column.primaryKey() > 0)
        .sorted(Comparator.comparingInt(Column::primaryKey))
        .map(Column::name)
        .toList();
  }

  private static String rowid(Table table) {
    return ROWIDS.stream()
        .filter(name -> table.columns().stream().noneMatch(c -> SqlNames.same(c.name(), name)))
        .findFirst()
        .orElseThrow(
            () ->
                EngineException.badRequest(
                    "Table '%s' has columns named rowid, _rowid_ and oid; rename one of them"
                        .formatted(table.name())));
  }

  /** Returns whether a column is another name of the hidden number. */
  public static boolean hasNamedRowid(Table table) {
    List<Column> keys = table.columns().stream().filter(column -> column.primaryKey() > 0).toList();
    return !table.withoutRowid()
        && keys.size() == 1
        && SqlNames.same(keys.getFirst().type(), "INTEGER");
  }

  /** Returns whether a module of SQLite keeps the rows. */
  public static boolean isVirtual(Table table) {
    return table.sql().regionMatches(true, 0, "CREATE VIRTUAL", 0, 14);
  }
}
