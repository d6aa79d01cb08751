package io.tenantry.core.oracle;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Writes scripts as people and tools do, and changes the model of the database with them. */
final class RandomMigration {
  private final RandomDatabase database;
  private final Script script;

  private RandomMigration(RandomDatabase database) {
    this.database = database;
    this.script = new Script(database);
  }

  static List<String> next(RandomDatabase database) {
    RandomMigration migration = new RandomMigration(database);
    int steps = 1 + database.below(3);
    for (int i = 0; i < steps || migration.script.statements().isEmpty(); i++) {
      migration.step();
    }
    return migration.script.statements();
  }

  private void step() {
    Table table = database.one(database.tables);
    switch (database.below(16)) {
      case 0 -> renameColumn(table);
      case 1 -> swapColumns(table);
      case 2 -> script.withoutSearch(table, () -> renameTable(table, database.fresh("table")));
      case 3 -> swapTables(table);
      case 4 -> reuseColumn(table);
      case 5 -> dropColumn(table);
      case 6 -> addColumn(table, database.fresh("added"));
      case 7, 8, 9 -> new RandomRebuild(script, table).write();
      case 10 -> dropTable(table);
      case 11 -> copyOf(table);
      case 12 -> changeOthers();
      case 13 -> addComputed(table);
      case 14 -> changeVirtual();
      default -> refillVirtual(table);
    }
  }

  private void renameColumn(Table table) {
    Column column = database.one(table.columns);
    boolean byCase = database.below(3) == 0 && column.name.equals("name");
    String name = byCase ? "NAME" : database.fresh("renamed");
    script.withoutSearch(
        table,
        () -> {
          rename(table, column.name, name);
          column.name = name;
        });
  }

  private void rename(Table table, String old, String name) {
    script.run(
        "ALTER TABLE %s RENAME COLUMN %s TO %s",
        table.quoted(), RandomDatabase.quoted(old), RandomDatabase.quoted(name));
  }

  private void swapColumns(Table table) {
    Column one = table.columns.getFirst();
    Column other = table.columns.getLast();
    if (one == other) {
      return;
    }
    script.withoutSearch(
        table,
        () -> {
          rename(table, one.name, "for a moment");
          rename(table, other.name, one.name);
          rename(table, "for a moment", other.name);
          String name = one.name;
          one.name = other.name;
          other.name = name;
        });
  }

  private void renameTable(Table table, String name) {
    script.run("ALTER TABLE %s RENAME TO %s", table.quoted(), RandomDatabase.quoted(name));
    table.name = name;
  }

  private void swapTables(Table table) {
    Table other = database.one(database.tables);
    if (other != table) {
      String one = table.name;
      String second = other.name;
      script.withoutSearch(
          table,
          () ->
              script.withoutSearch(
                  other,
                  () -> {
                    renameTable(table, "for a moment");
                    renameTable(other, one);
                    renameTable(table, second);
                  }));
    }
  }

  private void reuseColumn(Table table) {
    Column column = database.one(table.plain());
    String name = column.name;
    script.withoutSearch(
        table,
        () -> {
          column.name = database.fresh("old");
          rename(table, name, column.name);
        });
    addColumn(table, name);
  }

  private void addColumn(Table table, String name) {
    Column column = new Column(name, database.one(List.of("TEXT", "INTEGER")));
    if (database.below(3) == 0) {
      column.rest = " DEFAULT 5";
    }
    table.columns.add(column);
    script.run("ALTER TABLE %s ADD COLUMN %s", table.quoted(), column.sql());
    if (database.below(2) == 0) {
      script.run("UPDATE %s SET %s = id + 40 WHERE id < 4", table.quoted(), column.quoted());
    }
  }

  private void addComputed(Table table) {
    Column column = Column.computed(database.fresh("computed"), database.one(table.plain()), false);
    table.columns.add(column);
    script.run("ALTER TABLE %s ADD COLUMN %s", table.quoted(), column.sql());
  }

  private void dropColumn(Table table) {
    List<Column> free = table.columns.stream().filter(table::isFree).toList();
    if (table.columns.size() < 2 || free.isEmpty()) {
      return;
    }
    Column column = database.one(free);
    script.dropOthers(other -> other.column == column);
    script.run("ALTER TABLE %s DROP COLUMN %s", table.quoted(), column.quoted());
    table.columns.remove(column);
  }

  private void dropTable(Table table) {
    if (database.tables.size() < 2 || database.hasChildren(table)) {
      return;
    }
    script.dropOthers(other -> other.isAbout(table));
    script.run("DROP TABLE %s", table.quoted());
    database.tables.remove(table);
  }

  private void copyOf(Table table) {
    Column from = database.one(table.columns);
    Table copy = new Table(database.fresh("copy"));
    copy.columns.add(new Column("value", ""));
    database.tables.add(copy);
    script.run("%s", copy.sql(copy.name));
    script.run(
        "INSERT INTO %s SELECT id, %s FROM %s WHERE id <> 2",
        copy.quoted(), from.quoted(), table.quoted());
  }

  private void changeOthers() {
    if (!database.others.isEmpty()) {
      Other other = database.one(database.others);
      List<Other> again = script.dropOthers(each -> each == other);
      other.alias = database.one(List.of("alias", "ALIAS", "b"));
      script.createOthers(again);
    }
    database.addOther();
    script.runAll(database.others.getLast().create());
  }

  /** Names a virtual table otherwise, or makes it anew with its rows. */
  private void changeVirtual() {
    if (database.virtuals.isEmpty()) {
      return;
    }
    Virtual virtual = database.one(database.virtuals);
    if (database.below(3) == 0) {
      String name = database.fresh("virtual");
      script.run("ALTER TABLE %s RENAME TO %s", virtual.name, name);
      virtual.name = name;
    } else {
      rebuildVirtual(virtual);
    }
  }

  private void rebuildVirtual(Virtual virtual) {
    String values = virtual.names();
    if (virtual.isText() && database.below(2) == 0) {
      virtual.options = ", prefix=\"2 3\"";
    } else if (virtual.columns.size() > 2 && database.below(2) == 0) {
      virtual.columns.removeLast();
      values = virtual.names();
    } else {
      virtual.columns.add(database.fresh("more"));
      values += ", 'more text'";
    }
    String temporary = database.fresh("anew");
    script.run("%s", virtual.sql(temporary));
    script.run(
        "INSERT INTO %s (%s%s) SELECT %s%s FROM %s",
        temporary, virtual.number(), virtual.names(), virtual.number(), values, virtual.name);
    script.run("DROP TABLE %s", virtual.name);
    script.run("ALTER TABLE %s RENAME TO %s", temporary, virtual.name);
  }

  /** Makes a virtual table anew with rows of a table, or drops it for good. */
  private void refillVirtual(Table table) {
    Optional<Column> text =
        table.plain().stream().filter(each -> each.type.equals("TEXT")).findFirst();
    if (text.isEmpty() || database.virtuals.isEmpty()) {
      return;
    }
    Virtual virtual = database.one(database.virtuals);
    script.run("DROP TABLE %s", virtual.name);
    if (database.below(4) == 0) {
      database.virtuals.remove(virtual);
      return;
    }
    script.run("%s", virtual.sql(virtual.name));
    String values =
        virtual.isText()
            ? ", " + text.get().quoted()
            : ", id, id + 1"
                + virtual.columns.stream()
                    .skip(2)
                    .map(_ -> ", " + text.get().quoted())
                    .collect(Collectors.joining());
    String names = virtual.isText() ? ", " + virtual.columns.getFirst() : virtual.names();
    script.run(
        "INSERT INTO %s (%s%s) SELECT id%s FROM %s",
        virtual.name, virtual.number(), names, values, table.quoted());
  }
}
