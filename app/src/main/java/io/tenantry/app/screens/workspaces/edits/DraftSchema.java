package io.tenantry.app.screens.workspaces.edits;

import io.tenantry.contract.workspaces.WorkspaceSchema;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Lays staged edits over a schema: the tables as they would be, dropped parts still in place. */
final class DraftSchema {
  private final WorkspaceSchema base;
  private final List<SchemaEdit> edits;

  DraftSchema(WorkspaceSchema base, List<SchemaEdit> edits) {
    this.base = base;
    this.edits = edits;
  }

  List<DraftTable> tables() {
    List<DraftTable> tables = new ArrayList<>();
    for (WorkspaceSchema.Table table : base.tables()) {
      tables.add(existing(table));
    }
    for (SchemaEdit edit : edits) {
      if (edit instanceof SchemaEdit.AddTable added) {
        tables.add(added(added));
      }
    }
    return List.copyOf(tables);
  }

  private DraftTable existing(WorkspaceSchema.Table table) {
    Key key = Key.of(table.name());
    List<DraftTable.Column> columns = new ArrayList<>();
    for (WorkspaceSchema.Column column : table.columns()) {
      columns.add(existing(table, column));
    }
    for (SchemaEdit edit : of(key)) {
      if (edit instanceof SchemaEdit.AddColumn(Key _, Key column, ColumnSpec spec)) {
        columns.add(new DraftTable.Column(column, Fate.ADDED, spec, 0, false));
      }
    }
    return new DraftTable(
        key, name(table), fate(key), columns, indexes(table, columns), Optional.of(table));
  }

  private DraftTable.Column existing(WorkspaceSchema.Table table, WorkspaceSchema.Column column) {
    Key key = Key.of(column.name());
    String name = column.name();
    Fate fate = Fate.KEPT;
    for (SchemaEdit edit : of(Key.of(table.name()))) {
      if (edit instanceof SchemaEdit.RenameColumn rename && rename.column().equals(key)) {
        name = rename.to();
        fate = Fate.RENAMED;
      } else if (edit instanceof SchemaEdit.DropColumn drop && drop.column().equals(key)) {
        fate = Fate.DROPPED;
      }
    }
    ColumnSpec spec =
        new ColumnSpec(
            name,
            column.type(),
            column.nullable(),
            column.defaultValue(),
            column.primaryKey() > 0,
            column.unique(),
            reference(table, column.name()));
    return new DraftTable.Column(key, fate, spec, column.primaryKey(), column.generated());
  }

  private DraftTable added(SchemaEdit.AddTable table) {
    List<DraftTable.Column> columns = new ArrayList<>();
    int place = 0;
    for (SchemaEdit.Added column : table.columns()) {
      int keyPlace = column.spec().primaryKey() ? ++place : 0;
      columns.add(new DraftTable.Column(column.key(), Fate.ADDED, column.spec(), keyPlace, false));
    }
    List<DraftTable.Index> indexes = addedIndexes(table.table(), columns);
    return new DraftTable(
        table.table(), table.name(), Fate.ADDED, columns, indexes, Optional.empty());
  }

  private List<DraftTable.Index> indexes(
      WorkspaceSchema.Table table, List<DraftTable.Column> columns) {
    List<DraftTable.Index> indexes = new ArrayList<>();
    Key key = Key.of(table.name());
    for (WorkspaceSchema.Index index : table.indexDetails()) {
      boolean dropped = edits.contains(new SchemaEdit.DropIndex(key, index.name()));
      List<String> names = index.columns().stream().map(name -> named(columns, name)).toList();
      indexes.add(
          new DraftTable.Index(
              index.name(),
              dropped ? Fate.DROPPED : Fate.KEPT,
              names,
              index.unique(),
              index.where(),
              index.sql()));
    }
    indexes.addAll(addedIndexes(key, columns));
    return indexes;
  }

  private List<DraftTable.Index> addedIndexes(Key table, List<DraftTable.Column> columns) {
    List<DraftTable.Index> indexes = new ArrayList<>();
    for (SchemaEdit edit : of(table)) {
      if (edit instanceof SchemaEdit.AddIndex index) {
        List<String> names = index.columns().stream().map(key -> named(columns, key)).toList();
        indexes.add(new DraftTable.Index(index.name(), Fate.ADDED, names, index.unique(), "", ""));
      }
    }
    return indexes;
  }

  private String name(WorkspaceSchema.Table table) {
    String name = table.name();
    for (SchemaEdit edit : of(Key.of(table.name()))) {
      if (edit instanceof SchemaEdit.RenameTable rename) {
        name = rename.to();
      }
    }
    return name;
  }

  private Fate fate(Key table) {
    Fate fate = Fate.KEPT;
    for (SchemaEdit edit : of(table)) {
      fate =
          switch (edit) {
            case SchemaEdit.DropTable _ -> Fate.DROPPED;
            case SchemaEdit.RenameTable _ -> Fate.RENAMED;
            case SchemaEdit.AddTable _,
                SchemaEdit.AddColumn _,
                SchemaEdit.RenameColumn _,
                SchemaEdit.DropColumn _,
                SchemaEdit.AddIndex _,
                SchemaEdit.DropIndex _ ->
                fate == Fate.RENAMED ? fate : Fate.CHANGED;
          };
    }
    return fate;
  }

  private List<SchemaEdit> of(Key table) {
    return edits.stream().filter(edit -> edit.table().equals(table)).toList();
  }

  private static Optional<Reference> reference(WorkspaceSchema.Table table, String column) {
    for (WorkspaceSchema.ForeignKey key : table.foreignKeys()) {
      if (key.columns().equals(List.of(column))) {
        String action = key.onDelete().equals("NO ACTION") ? "" : key.onDelete();
        String other = key.references().isEmpty() ? "rowid" : key.references().getFirst();
        return Optional.of(new Reference(key.table(), other, action));
      }
    }
    return Optional.empty();
  }

  private static String named(List<DraftTable.Column> columns, String original) {
    return named(columns, Key.of(original), original);
  }

  private static String named(List<DraftTable.Column> columns, Key key) {
    return named(columns, key, key.name());
  }

  private static String named(List<DraftTable.Column> columns, Key key, String otherwise) {
    for (DraftTable.Column column : columns) {
      if (column.key().equals(key)) {
        return column.name();
      }
    }
    return otherwise;
  }
}
