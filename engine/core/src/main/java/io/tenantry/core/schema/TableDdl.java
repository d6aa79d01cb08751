package io.tenantry.core.schema;

import io.tenantry.contract.error.EngineException;
import io.tenantry.contract.workspaces.ColumnDefinition;
import io.tenantry.contract.workspaces.IndexDefinition;
import io.tenantry.contract.workspaces.TableDefinition;
import io.tenantry.sql.SqlNames;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Writes table definitions as CREATE statements. Every name is quoted where it has to be and every
 * other text is checked to be what it claims, so that no definition can smuggle SQL in.
 */
public final class TableDdl {
  private static final int MAX_NAME = 200;

  private final Set<String> knownTables;
  private final Set<String> takenNames;

  private TableDdl(Set<String> knownTables, Set<String> takenNames) {
    this.knownTables = knownTables;
    this.takenNames = takenNames;
  }

  /**
   * Returns the CREATE TABLE statements in the given order, each followed by its indexes.
   *
   * @param tables what to create
   * @param existing names of the tables that are there already and may be referenced
   * @throws EngineException BAD_REQUEST naming the table and the column or index
   */
  public static List<String> statements(List<TableDefinition> tables, Collection<String> existing) {
    if (tables.isEmpty()) {
      throw EngineException.badField("tables", "tables must name at least one table");
    }
    Set<String> known = new HashSet<>();
    existing.forEach(name -> known.add(lower(name)));
    tables.forEach(table -> known.add(lower(table.name())));
    TableDdl writer = new TableDdl(known, new HashSet<>());
    List<String> statements = new ArrayList<>();
    for (int i = 0; i < tables.size(); i++) {
      writer.write(tables.get(i), i, statements);
    }
    return List.copyOf(statements);
  }

  private void write(TableDefinition table, int position, List<String> statements) {
    String where = "Table '" + table.name() + "'";
    checkName(table.name(), "Table " + (position + 1));
    takeName(table.name(), where);
    statements.add(createTable(table, where));
    for (IndexDefinition index : table.indexes()) {
      statements.add(createIndex(table, index, where));
    }
  }

  private String createTable(TableDefinition table, String where) {
    if (table.columns().isEmpty()) {
      throw bad(where, "needs at least one column");
    }
    List<String> keys =
        table.columns().stream()
            .filter(ColumnDefinition::primaryKey)
            .map(ColumnDefinition::name)
            .toList();
    Set<String> names = new HashSet<>();
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < table.columns().size(); i++) {
      ColumnDefinition column = table.columns().get(i);
      checkName(column.name(), where + ", column " + (i + 1));
      if (!names.add(lower(column.name()))) {
        throw bad(where, "has two columns named '" + column.name() + "'");
      }
      String place = where + ", column '" + column.name() + "'";
      lines.add(new ColumnDdl(column, place, knownTables).text(keys.size() == 1));
    }
    if (keys.size() > 1) {
      lines.add("PRIMARY KEY (" + joined(keys) + ")");
    }
    String name = SqlNames.quoteIfNeeded(table.name());
    return "CREATE TABLE " + name + " (\n  " + String.join(",\n  ", lines) + "\n)";
  }

  private String createIndex(TableDefinition table, IndexDefinition index, String where) {
    checkName(index.name(), where + ", index");
    String place = where + ", index '" + index.name() + "'";
    takeName(index.name(), place);
    if (index.columns().isEmpty()) {
      throw bad(place, "needs at least one column");
    }
    Set<String> columns =
        table.columns().stream().map(column -> lower(column.name())).collect(Collectors.toSet());
    for (String column : index.columns()) {
      if (!columns.contains(lower(column))) {
        throw bad(place, "names the unknown column '" + column + "'");
      }
    }
    return (index.unique() ? "CREATE UNIQUE INDEX " : "CREATE INDEX ")
        + SqlNames.quoteIfNeeded(index.name())
        + " ON "
        + SqlNames.quoteIfNeeded(table.name())
        + " ("
        + joined(index.columns())
        + ")";
  }

  /** Tables and indexes share one set of names in SQLite. */
  private void takeName(String name, String where) {
    if (!takenNames.add(lower(name))) {
      throw bad(where, "is defined twice");
    }
  }

  private static void checkName(String name, String where) {
    if (name.isBlank()) {
      throw bad(where, "needs a name");
    }
    if (name.length() > MAX_NAME || name.chars().anyMatch(Character::isISOControl)) {
      throw bad(
          where, "has an invalid name: use at most " + MAX_NAME + " characters, no control ones");
    }
    if (lower(name).startsWith("sqlite_")) {
      throw bad(where, "has the reserved name '" + name + "'");
    }
  }

  static EngineException bad(String where, String problem) {
    return EngineException.badField("tables", where + " " + problem);
  }

  static String lower(String name) {
    return SqlNames.fold(name);
  }

  private static String joined(List<String> names) {
    return names.stream().map(SqlNames::quoteIfNeeded).collect(Collectors.joining(", "));
  }
}
