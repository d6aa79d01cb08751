package io.tenantry.core.imports;

import io.tenantry.contract.error.EngineException;
import io.tenantry.contract.workspaces.WorkspaceSchema;
import io.tenantry.contract.workspaces.WorkspaceSchema.Column;
import io.tenantry.contract.workspaces.WorkspaceSchema.ForeignKey;
import io.tenantry.contract.workspaces.WorkspaceSchema.Table;
import io.tenantry.core.schema.RowKeys;
import io.tenantry.sql.SqlNames;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Finds the shortest way from each table to the routing field. */
final class TableWays {
  private final String field;
  private final List<Table> tables;
  private final Map<String, TableWay> found = new TreeMap<>();

  private TableWays(WorkspaceSchema schema, String field) {
    this.field = field;
    this.tables = schema.tables().stream().filter(table -> !RowKeys.isVirtual(table)).toList();
  }

  /**
   * Returns a way for each table that has rows of its own, in the order of the schema.
   *
   * @throws EngineException BAD_REQUEST when no table has the field
   */
  static List<TableWay> of(WorkspaceSchema schema, String field) {
    return new TableWays(schema, field).find();
  }

  /** Returns the tables whose rows a module keeps: they cannot be split. */
  static List<Table> virtual(WorkspaceSchema schema) {
    return schema.tables().stream().filter(RowKeys::isVirtual).toList();
  }

  private List<TableWay> find() {
    for (Table table : tables) {
      column(table).ifPresent(column -> put(TableWay.itself(table, column)));
    }
    if (found.isEmpty()) {
      throw EngineException.badField(
          "routing_field", "no table found with routing field '" + field + "'");
    }
    List.copyOf(found.values()).forEach(this::addReferred);
    List<TableWay> reached = List.copyOf(found.values());
    while (!reached.isEmpty()) {
      reached = nextHop();
      reached.forEach(this::put);
    }
    return tables.stream()
        .map(table -> get(table.name()).orElseGet(() -> TableWay.whole(table)))
        .toList();
  }

  private Optional<String> column(Table table) {
    return table.columns().stream()
        .map(Column::name)
        .filter(name -> SqlNames.same(name, field))
        .findFirst();
  }

  /** The table of the tenants themselves: the routing field of others refers to its key. */
  private void addReferred(TableWay way) {
    String column = way.ownerColumn().orElseThrow();
    for (ForeignKey key : way.table().foreignKeys()) {
      boolean refers = key.columns().size() == 1 && SqlNames.same(key.columns().getFirst(), column);
      if (refers && get(key.table()).isEmpty()) {
        table(key.table())
            .ifPresent(
                parent ->
                    put(
                        new TableWay(
                            parent,
                            Optional.of(key.references().getFirst()),
                            List.of(),
                            Optional.of(way.name() + "." + column))));
      }
    }
  }

  private List<TableWay> nextHop() {
    List<TableWay> reached = new ArrayList<>();
    for (Table table : tables) {
      if (get(table.name()).isEmpty()) {
        over(table).ifPresent(reached::add);
      }
    }
    return reached;
  }

  private Optional<TableWay> over(Table table) {
    for (ForeignKey key : table.foreignKeys()) {
      Optional<TableWay> parent = get(key.table());
      if (parent.isPresent() && key.references().size() == key.columns().size()) {
        List<ForeignKey> hops = new ArrayList<>(List.of(key));
        hops.addAll(parent.get().hops());
        String by = table.name() + "." + key.columns().getFirst();
        return Optional.of(
            new TableWay(table, parent.get().ownerColumn(), List.copyOf(hops), Optional.of(by)));
      }
    }
    return Optional.empty();
  }

  private Optional<Table> table(String name) {
    return tables.stream().filter(table -> SqlNames.same(table.name(), name)).findFirst();
  }

  private Optional<TableWay> get(String name) {
    return Optional.ofNullable(found.get(SqlNames.fold(name)));
  }

  private void put(TableWay way) {
    found.put(SqlNames.fold(way.name()), way);
  }
}
