package io.tenantry.core.imports;

import io.tenantry.contract.error.EngineException;
import io.tenantry.contract.workspaces.WorkspaceName;
import io.tenantry.contract.workspaces.WorkspaceSchema;
import io.tenantry.contract.workspaces.WorkspaceSchema.Column;
import io.tenantry.contract.workspaces.WorkspaceSchema.Table;
import io.tenantry.sql.SqlNames;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Which tables of a source go where, checked against the schema of a blueprint before anything
 * starts.
 *
 * @param copies tables that the blueprint has
 * @param warnings what is left out or kept
 */
record CopyPlan(List<TableCopy> copies, List<String> warnings) {

  /**
   * Makes the plan.
   *
   * @param dropField whether the routing field stays behind where the blueprint does not have it
   * @throws EngineException BAD_REQUEST naming table and column when rows do not fit
   */
  static CopyPlan of(
      List<TableWay> ways,
      WorkspaceName blueprint,
      WorkspaceSchema target,
      String field,
      boolean dropField) {
    List<TableCopy> copies = new ArrayList<>();
    List<String> warnings = new ArrayList<>();
    for (int i = 0; i < ways.size(); i++) {
      TableWay way = ways.get(i);
      Optional<Table> table = find(target, way.name());
      if (table.isEmpty()) {
        warnings.add(
            "Table '%s' is not in blueprint '%s': its rows are not copied"
                .formatted(way.name(), blueprint));
        continue;
      }
      copies.add(copy(i, way, table.get(), blueprint, field, dropField));
      if (dropField && way.hasField() && column(table.get(), field).isPresent()) {
        warnings.add(
            "Table '%s' keeps '%s', because blueprint '%s' has it"
                .formatted(way.name(), field, blueprint));
      }
    }
    if (copies.isEmpty()) {
      throw EngineException.badRequest(
          "Blueprint '%s' has none of the tables of the source".formatted(blueprint));
    }
    return new CopyPlan(List.copyOf(copies), List.copyOf(warnings));
  }

  private static TableCopy copy(
      int number,
      TableWay way,
      Table target,
      WorkspaceName blueprint,
      String field,
      boolean dropField) {
    List<String> columns = new ArrayList<>();
    for (Column column : way.table().columns()) {
      Optional<Column> there = column(target, column.name());
      boolean dropped = dropField && way.hasField() && SqlNames.same(column.name(), field);
      if (there.isEmpty() && !dropped) {
        throw EngineException.badRequest(
            "Table '%s': column '%s' is not in blueprint '%s'"
                .formatted(way.name(), column.name(), blueprint));
      }
      there.filter(found -> !found.generated()).ifPresent(_ -> columns.add(column.name()));
    }
    requireNoGap(way.table(), target, blueprint);
    return new TableCopy(number, way, target, List.copyOf(columns));
  }

  private static void requireNoGap(Table source, Table target, WorkspaceName blueprint) {
    for (Column column : target.columns()) {
      boolean canBeMissing =
          column.nullable()
              || column.generated()
              || column.primaryKey() > 0
              || !column.defaultValue().isEmpty();
      if (!canBeMissing && column(source, column.name()).isEmpty()) {
        throw EngineException.badRequest(
            "Table '%s': blueprint '%s' needs column '%s', which the source does not have"
                .formatted(source.name(), blueprint, column.name()));
      }
    }
  }

  private static Optional<Table> find(WorkspaceSchema schema, String name) {
    return schema.tables().stream().filter(table -> SqlNames.same(table.name(), name)).findFirst();
  }

  private static Optional<Column> column(Table table, String name) {
    return table.columns().stream()
        .filter(column -> SqlNames.same(column.name(), name))
        .findFirst();
  }
}
