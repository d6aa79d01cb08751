package io.tenantry.app.screens.workspaces.edits;

import java.util.List;

/** One staged edit of a schema, as the user meant it: a rename is a rename, never drop and add. */
public sealed interface SchemaEdit {

  /** Returns the table it concerns. */
  Key table();

  /** Says whether it is the same wish: an added column stays itself whatever it looks like. */
  default boolean isSameAs(SchemaEdit other) {
    return this instanceof AddColumn one && other instanceof AddColumn two
        ? one.table().equals(two.table()) && one.column().equals(two.column())
        : equals(other);
  }

  /**
   * A column of a table that is to be added.
   *
   * @param key its identity
   * @param spec what it is
   */
  record Added(Key key, ColumnSpec spec) {}

  /**
   * A new table.
   *
   * @param table its identity
   * @param name its name
   * @param columns its columns in order
   */
  record AddTable(Key table, String name, List<Added> columns) implements SchemaEdit {
    /** Copies the columns. */
    public AddTable {
      columns = List.copyOf(columns);
    }
  }

  /**
   * Another name for a table.
   *
   * @param table which
   * @param to the new name
   */
  record RenameTable(Key table, String to) implements SchemaEdit {}

  /**
   * A table to drop, with its rows.
   *
   * @param table which
   */
  record DropTable(Key table) implements SchemaEdit {}

  /**
   * A new column of a table in the database.
   *
   * @param table where
   * @param column its identity
   * @param spec what it is
   */
  record AddColumn(Key table, Key column, ColumnSpec spec) implements SchemaEdit {}

  /**
   * Another name for a column.
   *
   * @param table where
   * @param column which
   * @param to the new name
   */
  record RenameColumn(Key table, Key column, String to) implements SchemaEdit {}

  /**
   * A column to drop, with its values.
   *
   * @param table where
   * @param column which
   */
  record DropColumn(Key table, Key column) implements SchemaEdit {}

  /**
   * A new index.
   *
   * @param table of which table
   * @param name its name
   * @param columns its columns in order
   * @param unique whether values must differ
   */
  record AddIndex(Key table, String name, List<Key> columns, boolean unique) implements SchemaEdit {
    /** Copies the columns. */
    public AddIndex {
      columns = List.copyOf(columns);
    }
  }

  /**
   * An index to drop.
   *
   * @param table of which table
   * @param name which
   */
  record DropIndex(Key table, String name) implements SchemaEdit {}
}
