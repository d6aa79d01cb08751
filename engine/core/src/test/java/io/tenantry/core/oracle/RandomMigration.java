package io.tenantry.core.oracle;

import io.tenantry.core.oracle.RandomDatabase.Column;
import io.tenantry.core.oracle.RandomDatabase.Other;
import io.tenantry.core.oracle.RandomDatabase.Table;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Writes scripts as people and tools do, and changes the model of the database with them. */
final class RandomMigration {
  private final RandomDatabase database;
  private final List<String> script = new ArrayList<>();

  private RandomMigration(RandomDatabase database) {
    this.database = database;
  }

  static List<String> next(RandomDatabase database) {
    RandomMigration migration = new RandomMigration(database);
    int steps = 1 + database.below(3);
    for (int i = 0; i < steps || migration.script.isEmpty(); i++) {
      migration.step();
    }
    return List.copyOf(migration.script);
  }

  private void step() {
    Table table = database.one(database.tables);
    switch (database.below(14)) {
      case 0 -> rename(table, database.one(table.columns), "renamed");
      case 1 -> swapColumns(table);
      case 2 -> renameTable(table, database.fresh("table"));
      case 3 -> swapTables(table);
      case 4 -> reuseColumn(table);
      case 5 -> dropColumn(table);
      case 6 -> addColumn(table, database.fresh("added"));
      case 7, 8, 9 -> rebuild(table);
      case 10 -> dropTable(table);
      case 11 -> copyOf(table);
      case 12 -> changeOthers();
      default -> refillText(table);
    }
  }

  private void run(String sql, Object... values) {
    script.add(sql.formatted(values));
  }

  private void rename(Table table, Column column, String like) {
    boolean byCase = database.below(3) == 0 && column.name.equals("name");
    String name = byCase ? "NAME" : database.fresh(like);
    rename(table, column.name, name);
    column.name = name;
  }

  private void rename(Table table, String old, String name) {
    run(
        "ALTER TABLE %s RENAME COLUMN %s TO %s",
        table.quoted(), RandomDatabase.quoted(old), RandomDatabase.quoted(name));
  }

  private void swapColumns(Table table) {
    if (table.columns.size() < 2) {
      return;
    }
    Column one = table.columns.getFirst();
    Column other = table.columns.getLast();
    rename(table, one.name, "for a moment");
    rename(table, other.name, one.name);
    rename(table, "for a moment", other.name);
    String name = one.name;
    one.name = other.name;
    other.name = name;
  }

  private void renameTable(Table table, String name) {
    run("ALTER TABLE %s RENAME TO %s", table.quoted(), RandomDatabase.quoted(name));
    table.name = name;
  }

  private void swapTables(Table table) {
    Table other = database.one(database.tables);
    if (other != table) {
      String one = table.name;
      String second = other.name;
      renameTable(table, "for a moment");
      renameTable(other, one);
      renameTable(table, second);
    }
  }

  private void reuseColumn(Table table) {
    Column column = database.one(table.plain());
    String name = column.name;
    rename(table, column, "old");
    addColumn(table, name);
  }

  private void addColumn(Table table, String name) {
    Column column = new Column(name, database.one(List.of("TEXT", "INTEGER")));
    if (database.below(3) == 0) {
      column.rest = " DEFAULT 5";
    }
    table.columns.add(column);
    run("ALTER TABLE %s ADD COLUMN %s", table.quoted(), column.sql());
    if (database.below(2) == 0) {
      run("UPDATE %s SET %s = id + 40 WHERE id < 4", table.quoted(), column.quoted());
    }
  }

  private void dropColumn(Table table) {
    List<Column> free = table.columns.stream().filter(column -> isFree(table, column)).toList();
    if (table.columns.size() < 2 || free.isEmpty()) {
      return;
    }
    Column column = database.one(free);
    dropOthers(other -> other.column == column);
    run("ALTER TABLE %s DROP COLUMN %s", table.quoted(), column.quoted());
    table.columns.remove(column);
  }

  private static boolean isFree(Table table, Column column) {
    return table.columns.stream().noneMatch(each -> each.base.filter(column::equals).isPresent())
        && column.parent.isEmpty();
  }

  private List<Other> dropOthers(Predicate<Other> which) {
    List<Other> gone = database.others.stream().filter(which).toList();
    gone.forEach(other -> run("DROP %s %s", other.kind, other.name));
    database.others.removeAll(gone);
    return gone;
  }

  private void createOthers(List<Other> others) {
    others.forEach(other -> run("%s", other.sql()));
    database.others.addAll(others);
  }

  private void rebuild(Table table) {
    List<Other> others = dropOthers(other -> other.table == table);
    Map<Column, String> values = change(table);
    switch (database.below(5)) {
      case 0 -> oldFirst(table, values);
      case 1 -> overBackup(table, values);
      case 2 -> underAnotherName(table, values);
      default -> newFirst(table, table.name, values);
    }
    createOthers(others.stream().filter(each -> table.columns.contains(each.column)).toList());
  }

  /** Changes the model; returns what each column that is to be copied is copied from. */
  private Map<Column, String> change(Table table) {
    Map<Column, String> values = new LinkedHashMap<>();
    for (Column column : new ArrayList<>(table.columns)) {
      int fate = database.below(8);
      if (fate == 0 && table.columns.size() > 2 && isFree(table, column)) {
        table.columns.remove(column);
        continue;
      }
      if (column.generated()) {
        continue;
      }
      String old = column.quoted();
      values.put(column, old);
      if (fate == 1) {
        column.name = database.fresh("rebuilt");
      } else if (fate == 2 && column.parent.isEmpty() && column.type.equals("TEXT")) {
        column.rest = " NOT NULL DEFAULT '-'";
        values.put(column, "coalesce(" + old + ", '?')");
      } else if (fate == 3 && column.type.equals("TEXT") && column.parent.isEmpty()) {
        values.put(column, "upper(" + old + ")");
      }
    }
    if (database.below(3) == 0) {
      Column added = new Column(database.fresh("made"), "INTEGER");
      table.columns.add(database.below(table.columns.size() + 1), added);
      values.put(added, "id * 3");
    }
    return values;
  }

  private static String names(Map<Column, String> values) {
    return values.keySet().stream()
        .map(column -> ", " + column.quoted())
        .collect(Collectors.joining());
  }

  private static String expressions(Map<Column, String> values) {
    return values.values().stream().map(value -> ", " + value).collect(Collectors.joining());
  }

  private void newFirst(Table table, String name, Map<Column, String> values) {
    String temporary = database.fresh("new");
    run("%s", table.sql(temporary));
    run(
        "INSERT INTO %s (id%s) SELECT id%s FROM %s",
        temporary, names(values), expressions(values), table.quoted());
    run("DROP TABLE %s", table.quoted());
    table.name = name;
    run("ALTER TABLE %s RENAME TO %s", temporary, table.quoted());
  }

  private void oldFirst(Table table, Map<Column, String> values) {
    if (database.hasChildren(table)) {
      newFirst(table, table.name, values);
      return;
    }
    String old = database.fresh("old");
    run("ALTER TABLE %s RENAME TO %s", table.quoted(), old);
    run("%s", table.sql(table.name));
    run(
        "INSERT INTO %s (id%s) SELECT id%s FROM %s",
        table.quoted(), names(values), expressions(values), old);
    run("DROP TABLE %s", old);
  }

  private void overBackup(Table table, Map<Column, String> values) {
    String backup = database.fresh("backup");
    run("CREATE TABLE %s AS SELECT * FROM %s", backup, table.quoted());
    run("DROP TABLE %s", table.quoted());
    run("%s", table.sql(table.name));
    run(
        "INSERT INTO %s (id%s) SELECT id%s FROM %s",
        table.quoted(), names(values), expressions(values), backup);
    run("DROP TABLE %s", backup);
  }

  private void underAnotherName(Table table, Map<Column, String> values) {
    boolean moves = !database.hasChildren(table);
    newFirst(table, moves ? database.fresh("moved") : table.name, values);
  }

  private void dropTable(Table table) {
    if (database.tables.size() < 2 || database.hasChildren(table)) {
      return;
    }
    dropOthers(other -> other.table == table);
    run("DROP TABLE %s", table.quoted());
    database.tables.remove(table);
  }

  private void copyOf(Table table) {
    Column from = database.one(table.columns);
    Table copy = new Table(database.fresh("copy"));
    copy.columns.add(new Column("value", ""));
    copy.key = "INTEGER PRIMARY KEY";
    database.tables.add(copy);
    run("%s", copy.sql(copy.name));
    run(
        "INSERT INTO %s SELECT id, %s FROM %s WHERE id <> 2",
        copy.quoted(), from.quoted(), table.quoted());
  }

  private void changeOthers() {
    if (!database.others.isEmpty()) {
      Other other = database.one(database.others);
      List<Other> again = dropOthers(each -> each == other);
      other.alias = database.one(List.of("alias", "ALIAS", "b"));
      createOthers(again);
    }
    database.addOther();
    run("%s", database.others.getLast().sql());
  }

  private void refillText(Table table) {
    Optional<Column> text =
        table.plain().stream().filter(each -> each.type.equals("TEXT")).findFirst();
    if (text.isPresent()) {
      run("DROP TABLE docs");
      run("CREATE VIRTUAL TABLE docs USING fts5(title, body)");
      run(
          "INSERT INTO docs (rowid, title) SELECT id, %s FROM %s",
          text.get().quoted(), table.quoted());
    }
  }
}
