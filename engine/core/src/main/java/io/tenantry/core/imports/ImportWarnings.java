package io.tenantry.core.imports;

import io.tenantry.contract.workspaces.WorkspaceSchema;
import java.util.List;
import java.util.Optional;

/** What somebody who imports has to know, in words. */
final class ImportWarnings {
  private ImportWarnings() {}

  static Optional<String> of(TableWay way, long rows, long unassigned) {
    if (!way.isSplit()) {
      return Optional.of(
          "Table '%s' is not connected with the routing field: all its %d rows go to every tenant"
              .formatted(way.name(), rows));
    }
    if (unassigned == 0) {
      return Optional.empty();
    }
    String why =
        way.hops().isEmpty()
            ? "have NULL in '" + way.ownerColumn().orElseThrow() + "'"
            : "lead to no tenant over " + way.reachedBy().orElseThrow();
    return Optional.of(
        "Table '%s': %d of %d rows %s and are not copied"
            .formatted(way.name(), unassigned, rows, why));
  }

  static List<String> virtual(WorkspaceSchema schema) {
    return TableWays.virtual(schema).stream()
        .map(table -> "Table '%s' is virtual: its rows are not copied".formatted(table.name()))
        .toList();
  }
}
