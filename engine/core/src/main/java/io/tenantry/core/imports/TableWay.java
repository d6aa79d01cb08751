package io.tenantry.core.imports;

import io.tenantry.contract.workspaces.WorkspaceSchema.ForeignKey;
import io.tenantry.contract.workspaces.WorkspaceSchema.Table;
import java.util.List;
import java.util.Optional;

/**
 * How it is found out whose a row of a table is.
 *
 * @param table of the source
 * @param ownerColumn the column that says it, of the table at the end of the hops; empty when no
 *     way leads there and the table belongs to all
 * @param hops references to follow, from child to parent
 * @param reachedBy {@code table.column} of the reference that decides; empty for tables that have
 *     the column themselves
 */
record TableWay(
    Table table, Optional<String> ownerColumn, List<ForeignKey> hops, Optional<String> reachedBy) {

  static TableWay itself(Table table, String column) {
    return new TableWay(table, Optional.of(column), List.of(), Optional.empty());
  }

  static TableWay whole(Table table) {
    return new TableWay(table, Optional.empty(), List.of(), Optional.empty());
  }

  String name() {
    return table.name();
  }

  boolean isSplit() {
    return ownerColumn.isPresent();
  }

  boolean hasField() {
    return isSplit() && reachedBy.isEmpty();
  }
}
