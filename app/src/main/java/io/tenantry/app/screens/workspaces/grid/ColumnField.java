package io.tenantry.app.screens.workspaces.grid;

import io.tenantry.app.screens.workspaces.edits.ColumnSpec;
import io.tenantry.app.screens.workspaces.edits.DraftTable;
import io.tenantry.app.screens.workspaces.edits.Fate;
import io.tenantry.app.screens.workspaces.edits.Reference;
import io.tenantry.app.text.Text;

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

  boolean isEditable(DraftTable.Column column) {
    return column.fate() != Fate.DROPPED && (this == NAME || column.key().isAdded());
  }

  /** Returns why it cannot be edited and what to do instead. */
  String whyNot(DraftTable.Column column) {
    if (column.fate() == Fate.DROPPED) {
      return Text.of("workspace.why.dropped");
    }
    return switch (this) {
      case NAME -> "";
      case TYPE -> Text.of("workspace.why.type");
      case DEFAULT -> Text.of("workspace.why.default");
      case REFERENCES -> Text.of("workspace.why.references");
    };
  }
}
