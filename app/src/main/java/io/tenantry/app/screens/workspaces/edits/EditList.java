package io.tenantry.app.screens.workspaces.edits;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/**
 * Edits in the order in which they were staged, and what one more wish does to them. Immutable.
 *
 * @param edits the edits
 */
record EditList(List<SchemaEdit> edits) {

  /** Copies the edits. */
  EditList {
    edits = List.copyOf(edits);
  }

  EditList plus(SchemaEdit edit) {
    List<SchemaEdit> all = new ArrayList<>(edits);
    all.add(edit);
    return new EditList(all);
  }

  EditList without(Predicate<SchemaEdit> unwanted) {
    return new EditList(edits.stream().filter(unwanted.negate()).toList());
  }

  /** Takes away the edits of one type on one table. */
  EditList without(Class<? extends SchemaEdit> type, Key table) {
    return without(edit -> type.isInstance(edit) && edit.table().equals(table));
  }

  /** Takes away whatever concerns one column. */
  EditList withoutColumn(Key table, Key column) {
    return without(edit -> isAbout(edit, table, column));
  }

  /** Gives a column that the database has another name; its own name takes the edit back. */
  EditList renamed(Key table, Key column, String to) {
    EditList others =
        without(edit -> edit instanceof SchemaEdit.RenameColumn && isAbout(edit, table, column));
    return to.equals(column.name())
        ? others
        : others.plus(new SchemaEdit.RenameColumn(table, column, to));
  }

  /** Changes a column that is staged for a table that the database has. */
  EditList changed(Key table, Key column, ColumnSpec spec) {
    return mapped(
        edit ->
            edit instanceof SchemaEdit.AddColumn && isAbout(edit, table, column)
                ? new SchemaEdit.AddColumn(table, column, spec)
                : edit);
  }

  /** Gives a staged table another name. */
  EditList renamedAdded(Key table, String name) {
    return added(table, each -> new SchemaEdit.AddTable(table, name, each.columns()));
  }

  /** Adds a column to a staged table. */
  EditList withColumn(Key table, SchemaEdit.Added column) {
    return added(
        table,
        each -> {
          List<SchemaEdit.Added> columns = new ArrayList<>(each.columns());
          columns.add(column);
          return new SchemaEdit.AddTable(table, each.name(), columns);
        });
  }

  /** Changes a column of a staged table. */
  EditList changedAdded(Key table, Key column, ColumnSpec spec) {
    return added(
        table,
        each -> {
          List<SchemaEdit.Added> columns =
              each.columns().stream()
                  .map(one -> one.key().equals(column) ? new SchemaEdit.Added(column, spec) : one)
                  .toList();
          return new SchemaEdit.AddTable(table, each.name(), columns);
        });
  }

  /** Takes a column out of a staged table. */
  EditList withoutAdded(Key table, Key column) {
    return added(
        table,
        each -> {
          List<SchemaEdit.Added> columns =
              each.columns().stream().filter(one -> !one.key().equals(column)).toList();
          return new SchemaEdit.AddTable(table, each.name(), columns);
        });
  }

  private EditList added(Key table, UnaryOperator<SchemaEdit.AddTable> change) {
    return mapped(
        edit ->
            edit instanceof SchemaEdit.AddTable added && added.table().equals(table)
                ? change.apply(added)
                : edit);
  }

  private EditList mapped(UnaryOperator<SchemaEdit> change) {
    return new EditList(edits.stream().map(change).toList());
  }

  private static boolean isAbout(SchemaEdit edit, Key table, Key column) {
    return edit.table().equals(table)
        && switch (edit) {
          case SchemaEdit.AddColumn added -> added.column().equals(column);
          case SchemaEdit.RenameColumn renamed -> renamed.column().equals(column);
          case SchemaEdit.DropColumn dropped -> dropped.column().equals(column);
          case SchemaEdit.AddTable _,
              SchemaEdit.RenameTable _,
              SchemaEdit.DropTable _,
              SchemaEdit.AddIndex _,
              SchemaEdit.DropIndex _ ->
              false;
        };
  }
}
