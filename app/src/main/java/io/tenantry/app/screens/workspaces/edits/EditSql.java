package io.tenantry.app.screens.workspaces.edits;

import io.tenantry.app.screens.workspaces.edits.SchemaEdits.Step;
import io.tenantry.sql.SqlNames;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Writes staged edits as SQL in an order in which each statement finds what it needs: drops free
 * names, then renames, then what is new.
 */
final class EditSql {
  private final List<DraftTable> tables;
  private final List<SchemaEdit> edits;
  private final List<Step> steps = new ArrayList<>();

  EditSql(List<DraftTable> tables, List<SchemaEdit> edits) {
    this.tables = tables;
    this.edits = edits;
  }

  List<Step> steps() {
    of(SchemaEdit.DropIndex.class).forEach(edit -> add(edit, "DROP INDEX " + quote(edit.name())));
    of(SchemaEdit.DropColumn.class).forEach(this::dropColumn);
    dropTables(new ArrayList<>(of(SchemaEdit.DropTable.class)));
    renameTables();
    renameColumns();
    of(SchemaEdit.AddTable.class).forEach(edit -> add(edit, createTable(edit)));
    of(SchemaEdit.AddColumn.class).forEach(this::addColumn);
    of(SchemaEdit.AddIndex.class).forEach(this::addIndex);
    return List.copyOf(steps);
  }

  private void dropColumn(SchemaEdit.DropColumn edit) {
    String column = quote(edit.column().name());
    add(edit, "ALTER TABLE " + quote(edit.table().name()) + " DROP COLUMN " + column);
  }

  /** Tables that refer to other dropped ones go first, so that no row is left pointing nowhere. */
  private void dropTables(List<SchemaEdit.DropTable> left) {
    while (!left.isEmpty()) {
      SchemaEdit.DropTable next =
          left.stream()
              .filter(table -> left.stream().noneMatch(other -> refers(other, table)))
              .findFirst()
              .orElse(left.getFirst());
      left.remove(next);
      add(next, "DROP TABLE " + quote(next.table().name()));
    }
  }

  private boolean refers(SchemaEdit.DropTable from, SchemaEdit.DropTable to) {
    return !from.equals(to)
        && table(from.table()).source().stream()
            .flatMap(source -> source.foreignKeys().stream())
            .anyMatch(key -> SqlNames.same(key.table(), to.table().name()));
  }

  private void renameTables() {
    List<Rename> renames = new ArrayList<>();
    for (SchemaEdit.RenameTable edit : of(SchemaEdit.RenameTable.class)) {
      renames.add(new Rename(edit, edit.table().name(), edit.to()));
    }
    rename(renames, "ALTER TABLE ", " RENAME TO ");
  }

  private void renameColumns() {
    for (DraftTable table : tables) {
      List<Rename> renames = new ArrayList<>();
      for (SchemaEdit.RenameColumn edit : of(SchemaEdit.RenameColumn.class)) {
        if (edit.table().equals(table.key())) {
          renames.add(new Rename(edit, edit.column().name(), edit.to()));
        }
      }
      rename(renames, "ALTER TABLE " + quote(table.name()) + " RENAME COLUMN ", " TO ");
    }
  }

  private record Rename(SchemaEdit edit, String from, String to) {}

  /** Orders renames so that no target is in use; a ring of names takes a detour over a free one. */
  private void rename(List<Rename> left, String before, String between) {
    Set<String> detours = new HashSet<>();
    while (!left.isEmpty()) {
      Rename next =
          left.stream()
              .filter(rename -> left.stream().noneMatch(other -> blocks(other, rename)))
              .findFirst()
              .orElse(left.getFirst());
      left.remove(next);
      String to = next.to();
      if (left.stream().anyMatch(other -> blocks(other, next))) {
        to = detour(next.from(), detours);
        left.add(new Rename(next.edit(), to, next.to()));
      }
      add(next.edit(), before + quote(next.from()) + between + quote(to));
    }
  }

  private static boolean blocks(Rename other, Rename rename) {
    return other != rename && SqlNames.same(other.from(), rename.to());
  }

  private String detour(String name, Set<String> taken) {
    String free = name + "_old";
    while (taken.contains(free) || isUsed(free)) {
      free += "_";
    }
    taken.add(free);
    return free;
  }

  private boolean isUsed(String name) {
    return tables.stream()
        .anyMatch(
            table ->
                SqlNames.same(table.name(), name)
                    || table.columns().stream()
                        .anyMatch(column -> SqlNames.same(column.name(), name)));
  }

  private String createTable(SchemaEdit.AddTable edit) {
    List<ColumnSpec> columns = edit.columns().stream().map(SchemaEdit.Added::spec).toList();
    List<ColumnSpec> keys = columns.stream().filter(ColumnSpec::primaryKey).toList();
    List<String> lines = new ArrayList<>();
    for (ColumnSpec column : columns) {
      lines.add("  " + column(column, keys.size() == 1));
    }
    if (keys.size() > 1) {
      lines.add("  PRIMARY KEY (" + names(keys.stream().map(ColumnSpec::name).toList()) + ")");
    }
    return "CREATE TABLE " + quote(edit.name()) + " (\n" + String.join(",\n", lines) + "\n)";
  }

  private void addColumn(SchemaEdit.AddColumn edit) {
    String table = quote(table(edit.table()).name());
    add(edit, "ALTER TABLE " + table + " ADD COLUMN " + column(edit.spec().unique(false), false));
  }

  private void addIndex(SchemaEdit.AddIndex edit) {
    DraftTable table = table(edit.table());
    List<String> columns = new ArrayList<>();
    for (Key key : edit.columns()) {
      table.columns().stream()
          .filter(column -> column.key().equals(key))
          .map(DraftTable.Column::name)
          .forEach(columns::add);
    }
    add(
        edit,
        (edit.unique() ? "CREATE UNIQUE INDEX " : "CREATE INDEX ")
            + quote(edit.name())
            + " ON "
            + quote(table.name())
            + " ("
            + names(columns)
            + ")");
  }

  private static String column(ColumnSpec column, boolean soleKey) {
    StringBuilder sql = new StringBuilder(quote(column.name()));
    if (!column.type().isBlank()) {
      sql.append(' ').append(column.type().strip().toUpperCase(Locale.ROOT));
    }
    if (soleKey && column.primaryKey()) {
      sql.append(" PRIMARY KEY");
    }
    if (!column.nullable()) {
      sql.append(" NOT NULL");
    }
    if (column.unique() && !(soleKey && column.primaryKey())) {
      sql.append(" UNIQUE");
    }
    if (!column.defaultValue().isBlank()) {
      sql.append(" DEFAULT ").append(column.defaultValue().strip());
    }
    column.references().ifPresent(reference -> sql.append(' ').append(reference.sql()));
    return sql.toString();
  }

  private DraftTable table(Key key) {
    return tables.stream()
        .filter(table -> table.key().equals(key))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no table " + key));
  }

  private <E extends SchemaEdit> List<E> of(Class<E> type) {
    return edits.stream().filter(type::isInstance).map(type::cast).toList();
  }

  private void add(SchemaEdit edit, String sql) {
    steps.add(new Step(edit, sql + ";"));
  }

  private static String names(List<String> names) {
    return names.stream().map(SqlNames::quoteIfNeeded).collect(Collectors.joining(", "));
  }

  private static String quote(String name) {
    return SqlNames.quoteIfNeeded(name);
  }
}
