package io.tenantry.core.oracle;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Makes a table anew with its rows, in one of the spellings of people and tools. */
final class RandomRebuild {
  private final Script script;
  private final RandomDatabase database;
  private final Table table;

  RandomRebuild(Script script, Table table) {
    this.script = script;
    this.database = script.database;
    this.table = table;
  }

  void write() {
    List<Other> kept = keptSearches();
    List<Other> others = script.dropOthers(other -> other.isAbout(table) && !kept.contains(other));
    Map<Column, String> values = change();
    String before = table.name;
    switch (database.below(5)) {
      case 0 -> oldFirst(values);
      case 1 -> overBackup(values);
      case 2 -> underAnotherName(values, kept.isEmpty());
      default -> newFirst(before, values);
    }
    kept.forEach(search -> script.runAll(search.searchTriggers()));
    script.createOthers(others.stream().filter(Other::isWhole).toList());
  }

  /** A search outlives the table whose text it finds, if that comes again under its name. */
  private List<Other> keptSearches() {
    return database.below(2) == 0
        ? List.of()
        : database.others.stream().filter(each -> each.isSearch() && each.isAbout(table)).toList();
  }

  private boolean isSearched(Column column) {
    return database.others.stream().anyMatch(each -> each.isSearch() && each.column == column);
  }

  /** Changes the model; returns what each column that is to be copied is copied from. */
  private Map<Column, String> change() {
    Map<Column, String> values = new LinkedHashMap<>();
    for (Column column : new ArrayList<>(table.columns)) {
      int fate = database.below(9);
      boolean fixed = isSearched(column);
      if (fate == 0 && table.columns.size() > 2 && table.isFree(column) && !fixed) {
        table.columns.remove(column);
        continue;
      }
      if (column.generated()) {
        column.stored ^= fate == 1;
        continue;
      }
      values.put(column, changed(column, fixed ? Math.max(fate, 2) : fate));
    }
    if (database.below(3) == 0) {
      Column added = new Column(database.fresh("made"), "INTEGER");
      table.columns.add(database.below(table.columns.size() + 1), added);
      values.put(added, "id * 3");
    }
    changeOptions();
    return values;
  }

  private String changed(Column column, int fate) {
    String old = column.quoted();
    boolean plain = column.parent.isEmpty() && table.part.filter(column::equals).isEmpty();
    boolean text = plain && column.type.equals("TEXT");
    if (fate == 1) {
      column.name = database.fresh("rebuilt");
    } else if (fate == 2 && text) {
      column.rest = " NOT NULL DEFAULT '-'";
      return "coalesce(" + old + ", '?')";
    } else if (fate == 3 && text) {
      return "upper(" + old + ")";
    } else if (fate == 4 && plain && column.type.equals("INTEGER")) {
      column.type = "TEXT";
      column.numeric = true;
      return "CAST(" + old + " AS TEXT)";
    }
    return old;
  }

  private void changeOptions() {
    if (database.below(6) == 0) {
      table.unique = table.unique.isPresent() ? table.unique.filter(_ -> false) : oneOfTable();
    }
    boolean searched = database.others.stream().anyMatch(each -> each.isAbout(table));
    if (database.below(6) == 0 && !table.isNumbered() && table.hasUniqueKey() && !searched) {
      boolean bare = table.options.contains("WITHOUT ROWID");
      String strict = table.isStrict() ? " STRICT" : "";
      table.options = bare ? strict : strict + (strict.isEmpty() ? " " : ", ") + "WITHOUT ROWID";
    }
  }

  private Optional<Column> oneOfTable() {
    return Optional.of(database.one(table.plain()));
  }

  private static String names(Map<Column, String> values) {
    return values.keySet().stream()
        .map(column -> ", " + column.quoted())
        .collect(Collectors.joining());
  }

  private static String expressions(Map<Column, String> values) {
    return values.values().stream().map(value -> ", " + value).collect(Collectors.joining());
  }

  private void copy(String to, Map<Column, String> values, String from) {
    script.run(
        "INSERT INTO %s (id%s) SELECT id%s FROM %s", to, names(values), expressions(values), from);
  }

  private void newFirst(String name, Map<Column, String> values) {
    String temporary = database.fresh("new");
    script.run("%s", table.sql(temporary));
    copy(temporary, values, table.quoted());
    script.run("DROP TABLE %s", table.quoted());
    table.name = name;
    script.run("ALTER TABLE %s RENAME TO %s", temporary, table.quoted());
  }

  private void oldFirst(Map<Column, String> values) {
    if (database.hasChildren(table)) {
      newFirst(table.name, values);
      return;
    }
    String old = database.fresh("old");
    script.run("ALTER TABLE %s RENAME TO %s", table.quoted(), old);
    script.run("%s", table.sql(table.name));
    copy(table.quoted(), values, old);
    script.run("DROP TABLE %s", old);
  }

  private void overBackup(Map<Column, String> values) {
    String backup = database.fresh("backup");
    script.run("CREATE TABLE %s AS SELECT * FROM %s", backup, table.quoted());
    script.run("DROP TABLE %s", table.quoted());
    script.run("%s", table.sql(table.name));
    copy(table.quoted(), values, backup);
    script.run("DROP TABLE %s", backup);
  }

  private void underAnotherName(Map<Column, String> values, boolean free) {
    boolean moves = free && !database.hasChildren(table);
    newFirst(moves ? database.fresh("moved") : table.name, values);
  }
}
