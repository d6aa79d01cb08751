package io.tenantry.app.screens.workspaces.grid;

import io.tenantry.app.screens.workspaces.edits.DraftTable;
import io.tenantry.app.screens.workspaces.edits.Fate;
import io.tenantry.app.screens.workspaces.edits.Reference;
import io.tenantry.app.screens.workspaces.edits.SchemaEdits;
import java.util.ArrayList;
import java.util.List;

/** What the cells of the grid offer: the types of SQLite, and keys that can be referred to. */
final class GridChoices {
  static final List<String> TYPES =
      List.of(
          "INTEGER",
          "TEXT",
          "REAL",
          "NUMERIC",
          "BLOB",
          "BOOLEAN",
          "DATE",
          "DATETIME",
          "DECIMAL(15,2)",
          "VARCHAR(255)");

  private GridChoices() {}

  static List<String> references(SchemaEdits edits) {
    List<String> found = new ArrayList<>();
    for (DraftTable table : edits.tables()) {
      if (table.fate() != Fate.DROPPED) {
        table.live().stream()
            .filter(column -> column.spec().primaryKey() || column.spec().unique())
            .map(column -> new Reference(table.name(), column.name(), "").text())
            .forEach(found::add);
      }
    }
    return found;
  }
}
