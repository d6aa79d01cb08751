package io.tenantry.app.screens.workspaces.grid;

import io.tenantry.app.screens.workspaces.edits.ColumnSpec;
import io.tenantry.app.screens.workspaces.edits.DraftTable;
import io.tenantry.app.screens.workspaces.edits.Reference;

/** The fields of a column that are typed into the grid: how each is read and written. */
enum ColumnField {
  NAME,
  TYPE,
  DEFAULT,
  REFERENCES;

  String read(DraftTable.Column column) {
    ColumnSpec spec = column.spec();
    return switch (this) {
      case NAME -> spec.name();
      case TYPE -> spec.type();
      case DEFAULT -> spec.defaultValue();
      case REFERENCES -> spec.references().map(Reference::text).orElse("");
    };
  }

  ColumnSpec write(ColumnSpec spec, String text) {
    String clean = text.strip();
    return switch (this) {
      case NAME -> spec.named(clean);
      case TYPE -> spec.typed(clean);
      case DEFAULT -> spec.defaulting(clean);
      case REFERENCES -> spec.referring(clean);
    };
  }

  /** Says whether a text that was typed can be read at all. */
  boolean accepts(String text) {
    return this != REFERENCES || text.isBlank() || Reference.parse(text).isPresent();
  }
}
