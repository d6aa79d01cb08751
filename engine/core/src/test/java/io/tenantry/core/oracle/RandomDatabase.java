package io.tenantry.core.oracle;

import io.tenantry.core.oracle.Other.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A schema with rows that a seed decides: tables, and all that hangs on them. Scripts change it.
 */
final class RandomDatabase {
  static final int ROWS = 4;

  private static final List<String> TABLES =
      List.of("users", "Order Items", "größe", "it's", "log");
  private static final List<String> COLUMNS =
      List.of("name", "Ä", "ä", "select", "Age", "a \"b\"", "value", "key", "note_1", "x y");
  private static final List<String> TYPES = List.of("TEXT", "INTEGER", "REAL", "", "BLOB");
  private static final List<String> STRICT_TYPES = List.of("TEXT", "INTEGER", "ANY");
  private static final List<String> KEYS =
      List.of(
          "INTEGER PRIMARY KEY",
          "INTEGER PRIMARY KEY",
          "INTEGER PRIMARY KEY AUTOINCREMENT",
          "INT PRIMARY KEY NOT NULL",
          "INTEGER NOT NULL",
          "INTEGER");

  final List<Table> tables = new ArrayList<>();
  final List<Other> others = new ArrayList<>();
  final List<Virtual> virtuals = new ArrayList<>();
  private final Random random;
  private int names;

  RandomDatabase(Random random) {
    this.random = random;
    int count = 2 + random.nextInt(3);
    for (int i = 0; i < count; i++) {
      tables.add(table(TABLES.get(i)));
    }
    for (int i = 0; i < 5; i++) {
      addOther();
    }
    virtuals.add(one(List.of(Virtual.docs(), Virtual.notes(), Virtual.boxes())));
  }

  static String quoted(String name) {
    return '"' + name.replace("\"", "\"\"") + '"';
  }

  int below(int bound) {
    return random.nextInt(bound);
  }

  <T> T one(List<T> from) {
    return from.get(random.nextInt(from.size()));
  }

  String fresh(String like) {
    return like + "_" + ++names;
  }

  private Table table(String name) {
    Table table = new Table(name);
    table.key = one(KEYS);
    List<String> free = new ArrayList<>(COLUMNS);
    int count = 2 + random.nextInt(4);
    boolean strict = random.nextInt(6) == 0;
    for (int i = 0; i < count; i++) {
      String next = free.remove(random.nextInt(free.size()));
      table.columns.add(column(next, one(strict ? STRICT_TYPES : TYPES)));
    }
    if (table.key.equals("INTEGER NOT NULL")) {
      addPart(table);
    }
    boolean bare = !table.isNumbered() && table.hasUniqueKey() && random.nextBoolean();
    table.options =
        strict ? bare ? " STRICT, WITHOUT ROWID" : " STRICT" : bare ? " WITHOUT ROWID" : "";
    if (random.nextInt(5) == 0) {
      table.unique = Optional.of(one(table.columns));
    }
    if (random.nextInt(4) == 0) {
      Column made = Column.computed("made", table.columns.getFirst(), random.nextBoolean());
      table.columns.add(random.nextInt(table.columns.size() + 1), made);
    }
    addParent(table, strict);
    return table;
  }

  private void addPart(Table table) {
    Column part = new Column("part", "TEXT");
    part.rest = " NOT NULL";
    table.columns.add(random.nextInt(table.columns.size() + 1), part);
    table.part = Optional.of(part);
  }

  private void addParent(Table table, boolean strict) {
    List<Table> parents = new ArrayList<>(tables.stream().filter(Table::hasUniqueKey).toList());
    if (table.hasUniqueKey() && random.nextInt(3) == 0) {
      parents.add(table);
    }
    if (!parents.isEmpty() && !strict && random.nextInt(3) == 0) {
      Column parent = new Column("parent", "INTEGER");
      parent.parent = Optional.of(one(parents));
      table.columns.add(parent);
    }
  }

  Column column(String name, String type) {
    Column column = new Column(name, type);
    boolean text = type.equals("TEXT");
    switch (random.nextInt(8)) {
      case 0 -> column.rest = " DEFAULT " + (type.equals("INTEGER") ? "7" : "'x''y'");
      case 1 -> column.checked = true;
      case 2 -> column.rest = text ? " COLLATE NOCASE" : "";
      case 3 -> column.rest = text ? "" : " DEFAULT (3 + 4)";
      default -> {}
    }
    if (type.equals("REAL") || type.equals("BLOB")) {
      column.rest = "";
    }
    return column;
  }

  void addOther() {
    Table table = one(tables);
    Kind kind = one(List.of(Kind.values()));
    if (kind == Kind.SEARCH && !table.isNumbered()) {
      kind = Kind.VIEW;
    }
    boolean reads = kind.name().endsWith("INDEX") || kind == Kind.VIEW || kind == Kind.JOIN;
    Column column = one(reads ? table.columns : table.plain());
    Other other = new Other(kind, fresh(kind.name().toLowerCase(Locale.ROOT)), table, column);
    List<Table> seconds = tables.stream().filter(each -> each != table).toList();
    if (kind == Kind.JOIN && !seconds.isEmpty()) {
      other.second = Optional.of(one(seconds));
    }
    others.add(other);
  }

  boolean hasChildren(Table table) {
    return tables.stream()
        .flatMap(each -> each.columns.stream())
        .anyMatch(column -> column.parent.filter(table::equals).isPresent());
  }

  /** Returns the statements that make it. */
  List<String> schema() {
    List<String> all = new ArrayList<>(tables.stream().map(each -> each.sql(each.name)).toList());
    all.add("CREATE TABLE heard (id INTEGER PRIMARY KEY, what TEXT)");
    others.forEach(other -> all.addAll(other.create()));
    virtuals.forEach(each -> all.add(each.sql(each.name)));
    return all;
  }

  /** Returns the statements that fill it. */
  List<String> rows() {
    List<String> all = new ArrayList<>();
    for (Table table : tables) {
      for (int row = 1; row <= ROWS; row++) {
        all.add(insert(table, row));
      }
    }
    virtuals.forEach(each -> all.addAll(each.rows()));
    return all;
  }

  /** Returns a statement that adds a row with a number of its own. */
  String insert(Table table, int row) {
    List<Column> columns = table.plain();
    String names = columns.stream().map(Column::quoted).collect(Collectors.joining(", "));
    String values =
        IntStream.range(0, columns.size())
            .mapToObj(i -> value(columns.get(i), i, row))
            .collect(Collectors.joining(", "));
    return "INSERT INTO %s (id, %s) VALUES (%d, %s)".formatted(table.quoted(), names, row, values);
  }

  private String value(Column column, int place, int row) {
    if (column.parent.isPresent()) {
      return row == 1 ? "NULL" : String.valueOf(row);
    }
    if (random.nextInt(6) == 0 && !column.rest.contains("NOT NULL")) {
      return "NULL";
    }
    if (column.numeric) {
      return String.valueOf(row * 100 + place);
    }
    return switch (column.type) {
      case "INTEGER" -> String.valueOf(row * 100 + place);
      case "REAL" -> row + "." + place + "5";
      case "BLOB" -> "x'0%d0%d'".formatted(row, place);
      default -> "'V%d %s'".formatted(row, column.name.replace("'", ""));
    };
  }
}
