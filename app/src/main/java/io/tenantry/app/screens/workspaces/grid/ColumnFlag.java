package io.tenantry.app.screens.workspaces.grid;

import io.tenantry.app.screens.workspaces.edits.ColumnSpec;
import io.tenantry.app.screens.workspaces.edits.DraftTable;
import io.tenantry.app.screens.workspaces.edits.Fate;
import io.tenantry.app.text.Text;

/** The fields of a column that are switched in the grid. */
enum ColumnFlag {
  NULLABLE,
  KEY,
  UNIQUE;

  boolean read(DraftTable.Column column) {
    return switch (this) {
      case NULLABLE -> column.spec().nullable();
      case KEY -> column.spec().primaryKey();
      case UNIQUE -> column.spec().unique();
    };
  }

  ColumnSpec write(ColumnSpec spec, boolean on) {
    return switch (this) {
      case NULLABLE -> spec.nullable(on);
      case KEY -> spec.keyed(on);
      case UNIQUE -> spec.unique(on);
    };
  }

  /** A key can be chosen in a new table only; the rest in any new column. */
  boolean isEditable(DraftTable table, DraftTable.Column column) {
    return column.fate() != Fate.DROPPED
        && (this == KEY ? table.key().isAdded() : column.key().isAdded());
  }

  String whyNot(DraftTable.Column column) {
    if (column.fate() == Fate.DROPPED) {
      return Text.of("workspace.why.dropped");
    }
    return switch (this) {
      case NULLABLE -> Text.of("workspace.why.nullable");
      case KEY -> Text.of("workspace.why.key");
      case UNIQUE -> Text.of("workspace.why.unique");
    };
  }
}
