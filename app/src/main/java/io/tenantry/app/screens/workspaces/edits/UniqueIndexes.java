package io.tenantry.app.screens.workspaces.edits;

import java.util.ArrayList;
import java.util.List;

/**
 * SQLite cannot add a column as UNIQUE, but a unique index does the same: an added column that must
 * be unique gets one, named after table and column, and loses it when it need not be unique any
 * more.
 */
record UniqueIndexes(List<DraftTable> tables, List<SchemaEdit> all) {

  List<SchemaEdit> follow(Key table, Key column, boolean was, ColumnSpec now) {
    List<SchemaEdit> changed = new ArrayList<>(all);
    if (was && !now.unique()) {
      changed.removeIf(edit -> covers(edit, table, column));
    } else if (now.unique() && all.stream().noneMatch(edit -> covers(edit, table, column))) {
      String name = name(table) + "_" + now.name() + "_unique";
      changed.add(new SchemaEdit.AddIndex(table, name, List.of(column), true));
    }
    return changed;
  }

  /** An added column that lost its unique index is not unique. */
  static SchemaEdit settled(SchemaEdit edit, List<SchemaEdit> all) {
    boolean lost =
        edit instanceof SchemaEdit.AddColumn added
            && added.spec().unique()
            && all.stream().noneMatch(other -> covers(other, added.table(), added.column()));
    return lost && edit instanceof SchemaEdit.AddColumn(Key table, Key column, ColumnSpec spec)
        ? new SchemaEdit.AddColumn(table, column, spec.unique(false))
        : edit;
  }

  private static boolean covers(SchemaEdit edit, Key table, Key column) {
    return edit instanceof SchemaEdit.AddIndex index
        && index.unique()
        && index.table().equals(table)
        && index.columns().equals(List.of(column));
  }

  private String name(Key key) {
    return tables.stream()
        .filter(table -> table.key().equals(key))
        .map(DraftTable::name)
        .findFirst()
        .orElse(key.name());
  }
}
