package io.tenantry.core.oracle;

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

  final List<Table> tables = new ArrayList<>();
  final List<Other> others = new ArrayList<>();
  private final Random random;
  private int names;

  RandomDatabase(Random random) {
    this.random = random;
    int count = 2 + random.nextInt(3);
    for (int i = 0; i < count; i++) {
      tables.add(table(TABLES.get(i)));
    }
    for (int i = 0; i < 4; i++) {
      addOther();
    }
  }

  /** A column that others name by what it is, so that it can be called otherwise. */
  static final class Column {
    String name;
    String type;
    String rest = "";
    Optional<Column> base = Optional.empty();
    Optional<Table> parent = Optional.empty();
    boolean checked;

    Column(String name, String type) {
      this.name = name;
      this.type = type;
    }

    boolean generated() {
      return base.isPresent();
    }

    String quoted() {
      return RandomDatabase.quoted(name);
    }

    String sql() {
      String sql = quoted() + (type.isEmpty() ? "" : " " + type) + rest;
      if (base.isPresent()) {
        sql += " AS (" + base.get().quoted() + " || '#')";
      }
      if (parent.isPresent()) {
        sql += " REFERENCES " + parent.get().quoted() + " (id) ON DELETE CASCADE";
      }
      return checked ? sql + " CHECK (" + quoted() + " IS NOT 'never')" : sql;
    }
  }

  /** A table whose first column is its key. */
  static final class Table {
    String name;
    String key = "INTEGER PRIMARY KEY";
    String options = "";
    final List<Column> columns = new ArrayList<>();

    Table(String name) {
      this.name = name;
    }

    String quoted() {
      return RandomDatabase.quoted(name);
    }

    String sql(String as) {
      List<String> body = new ArrayList<>(List.of("id " + key));
      columns.forEach(column -> body.add(column.sql()));
      return "CREATE TABLE %s (%s)%s"
          .formatted(RandomDatabase.quoted(as), String.join(", ", body), options);
    }

    List<Column> plain() {
      return columns.stream().filter(column -> !column.generated()).toList();
    }
  }

  /** An index, view or trigger over a column of a table. */
  static final class Other {
    final String kind;
    final String name;
    final Table table;
    final Column column;
    String alias = "Alias";

    Other(String kind, String name, Table table, Column column) {
      this.kind = kind;
      this.name = name;
      this.table = table;
      this.column = column;
    }

    boolean goesWithTable() {
      return kind.equals("INDEX") || kind.equals("TRIGGER");
    }

    String sql() {
      return switch (kind) {
        case "INDEX" ->
            "CREATE INDEX %s ON %s (%s) WHERE %s IS NOT NULL"
                .formatted(name, table.quoted(), column.quoted(), column.quoted());
        case "VIEW" ->
            "CREATE VIEW %s AS SELECT id, %s AS \"%s\" FROM %s"
                .formatted(name, column.quoted(), alias, table.quoted());
        default ->
            "CREATE TRIGGER %s AFTER UPDATE ON %s BEGIN UPDATE %s SET %s = \"Nothing\" WHERE 0; END"
                .formatted(name, table.quoted(), table.quoted(), column.quoted());
      };
    }
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
    table.key =
        one(
            List.of(
                "INTEGER PRIMARY KEY",
                "INTEGER PRIMARY KEY",
                "INTEGER PRIMARY KEY AUTOINCREMENT",
                "INT PRIMARY KEY NOT NULL"));
    List<String> free = new ArrayList<>(COLUMNS);
    int count = 2 + random.nextInt(4);
    boolean strict = random.nextInt(6) == 0;
    for (int i = 0; i < count; i++) {
      String next = free.remove(random.nextInt(free.size()));
      table.columns.add(column(next, strict ? one(List.of("TEXT", "INTEGER", "ANY")) : one(TYPES)));
    }
    boolean bare = table.key.endsWith("KEY NOT NULL") && random.nextBoolean();
    table.options =
        strict ? bare ? " STRICT, WITHOUT ROWID" : " STRICT" : bare ? " WITHOUT ROWID" : "";
    if (!strict && random.nextInt(4) == 0) {
      Column made = new Column("made", "TEXT");
      made.base = Optional.of(table.columns.getFirst());
      table.columns.add(random.nextInt(table.columns.size() + 1), made);
    }
    if (!tables.isEmpty() && !strict && random.nextInt(3) == 0) {
      Column parent = new Column("parent", "INTEGER");
      parent.parent = Optional.of(one(tables));
      table.columns.add(parent);
    }
    return table;
  }

  Column column(String name, String type) {
    Column column = new Column(name, type);
    switch (random.nextInt(6)) {
      case 0 -> column.rest = " DEFAULT " + (type.equals("INTEGER") ? "7" : "'x''y'");
      case 1 -> column.checked = true;
      case 2 -> column.rest = type.equals("TEXT") ? " COLLATE NOCASE" : "";
      default -> {}
    }
    if (type.equals("REAL") || type.equals("BLOB")) {
      column.rest = "";
    }
    return column;
  }

  void addOther() {
    Table table = one(tables);
    Column column = one(table.plain());
    String kind = one(List.of("INDEX", "VIEW", "TRIGGER"));
    others.add(new Other(kind, fresh(kind.toLowerCase(Locale.ROOT)), table, column));
  }

  boolean hasChildren(Table table) {
    return tables.stream()
        .flatMap(each -> each.columns.stream())
        .anyMatch(column -> column.parent.filter(table::equals).isPresent());
  }

  /** Returns the statements that make it. */
  List<String> schema() {
    List<String> all = new ArrayList<>(tables.stream().map(each -> each.sql(each.name)).toList());
    others.forEach(other -> all.add(other.sql()));
    all.add("CREATE VIRTUAL TABLE docs USING fts5(title, body)");
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
    all.add("INSERT INTO docs (rowid, title, body) VALUES (7, 'seven', 'running text')");
    return all;
  }

  private String insert(Table table, int row) {
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
    if (random.nextInt(6) == 0) {
      return "NULL";
    }
    return switch (column.type) {
      case "INTEGER" -> String.valueOf(row * 100 + place);
      case "REAL" -> row + "." + place + "5";
      case "BLOB" -> "x'0%d0%d'".formatted(row, place);
      default -> "'V%d %s'".formatted(row, column.name.replace("'", ""));
    };
  }
}
