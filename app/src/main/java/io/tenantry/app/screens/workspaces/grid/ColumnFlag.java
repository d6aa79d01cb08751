package io.tenantry.app.screens.workspaces.grid;

import io.tenantry.app.screens.workspaces.edits.ColumnSpec;
import io.tenantry.app.screens.workspaces.edits.DraftTable;

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
}
