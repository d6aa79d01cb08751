package io.tenantry.core.differ;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * A schema that a seed decides: tables whose key column id holds the numbers of their rows, and all
 * that SQLite hangs on tables. Two of a pair share much, so that rows of the one fit the other.
 */
final class RandomSchema {
  /** Is in every schema and keeps its rows' numbers, so that others can refer to it. */
  private static final String ALWAYS = "users";

  private static final List<String> TABLES =
      List.of(ALWAYS, "Orders", "order items", "log", "prices");
  private static final Map<String, String> COLUMNS = new LinkedHashMap<>();
  private static final Map<String, String> DEFAULTS =
      Map.of("INTEGER", "7", "TEXT", "'x''y'", "REAL", "-1.5", "BLOB", "x'00'");

  private static final Map<String, String> COMPUTED =
      Map.of("INTEGER", "id * 2", "TEXT", "'#' || id", "REAL", "id * 1.5", "BLOB", "x'0f'");

  private static final List<Kind> KINDS =
      List.of(
          new Kind("i_", 1, "CREATE INDEX $name ON $table ($column$order)"),
          new Kind("p_", 1, "CREATE UNIQUE INDEX $name ON $table (id) WHERE $column IS NOT NULL"),
          new Kind("e_", 1, "CREATE INDEX $name ON $table (lower($column), id)"),
          new Kind("v_", 2, "CREATE VIEW $name AS SELECT id, $column FROM $table WHERE id > 1"),
          new Kind(
              "w_", 2, "CREATE VIEW $name AS SELECT u.* FROM users u JOIN $table t USING (id)"),
          new Kind(
              "t_",
              3,
              "CREATE TRIGGER $name AFTER $event ON $table"
                  + " BEGIN DELETE FROM \"log\" WHERE id = new.id + 1000; END"));

  static {
    COLUMNS.put("age", "INTEGER");
    COLUMNS.put("name", "TEXT");
    COLUMNS.put("weight", "REAL");
    COLUMNS.put("select", "TEXT");
    COLUMNS.put("data", "BLOB");
    COLUMNS.put("Score", "INTEGER");
    COLUMNS.put("parent", "INTEGER");
  }

  private final Random random;
  private final Map<String, Table> tables = new LinkedHashMap<>();
  private final Map<String, Other> others = new LinkedHashMap<>();

  private RandomSchema(Random random) {
    this.random = random;
  }

  record Column(String name, String type, String rest, boolean generated) {
    String sql() {
      return quoted(name) + " " + type + rest;
    }
  }

  record Table(String name, String key, List<Column> columns, String constraint, String options) {
    String sql() {
      List<String> body = new ArrayList<>(List.of(key));
      columns.forEach(column -> body.add(column.sql()));
      if (!constraint.isEmpty()) {
        body.add(constraint);
      }
      return "CREATE TABLE %s (%s)%s".formatted(quoted(name), String.join(", ", body), options);
    }

    boolean isStrict() {
      return options.contains("STRICT");
    }

    boolean hasRowid() {
      return !options.contains("WITHOUT");
    }

    Optional<Column> column(String wanted) {
      return columns.stream().filter(column -> column.name().equals(wanted)).findFirst();
    }
  }

  /** An index, view, trigger or virtual table over a column of a table. */
  record Other(String name, int rank, String table, String column, String sql) {}

  static String quoted(String name) {
    return '"' + name + '"';
  }

  static RandomSchema first(Random random) {
    RandomSchema schema = new RandomSchema(random);
    for (String name : TABLES) {
      if (name.equals(ALWAYS) || random.nextInt(4) > 0) {
        schema.tables.put(name, schema.table(name));
      }
    }
    schema.addOthers();
    return schema;
  }

  static RandomSchema after(Random random, RandomSchema before) {
    RandomSchema schema = new RandomSchema(random);
    for (String name : TABLES) {
      Table old = before.tables.get(name);
      int fate = random.nextInt(8);
      if (old == null) {
        if (fate < 3) {
          schema.tables.put(name, schema.table(name));
        }
      } else if (fate < 3) {
        schema.tables.put(name, old);
      } else if (fate < 7 || name.equals(ALWAYS)) {
        schema.tables.put(name, schema.changed(old));
      }
    }
    before.others.values().stream()
        .filter(other -> random.nextInt(4) > 0 && schema.fits(other))
        .forEach(other -> schema.others.put(other.name(), other));
    schema.addOthers();
    return schema;
  }

  List<String> statements() {
    List<String> all = new ArrayList<>(tables.values().stream().map(Table::sql).toList());
    IntStream.range(0, 4)
        .forEach(
            rank ->
                others.values().stream()
                    .filter(other -> other.rank() == rank)
                    .forEach(other -> all.add(other.sql())));
    return all;
  }

  Map<String, Table> tables() {
    return tables;
  }

  boolean hasDocs() {
    return others.containsKey("docs");
  }

  /** A view or trigger may name what is no longer there; SQLite lets it. */
  private boolean fits(Other other) {
    boolean there = tables.containsKey(other.table());
    return other.rank() == 2
        || there
            && (other.rank() != 1 || tables.get(other.table()).column(other.column()).isPresent());
  }

  private Table table(String name) {
    boolean strict = random.nextInt(4) == 0;
    List<Column> columns = new ArrayList<>();
    for (String column : COLUMNS.keySet()) {
      if (random.nextInt(2) == 0) {
        columns.add(column(column, name, strict));
      }
    }
    return finished(name, key(), columns, strict);
  }

  private Table changed(Table old) {
    boolean strict = old.isStrict() ? random.nextInt(3) > 0 : random.nextInt(8) == 0;
    List<Column> columns = new ArrayList<>();
    for (Column column : old.columns()) {
      int fate = random.nextInt(8);
      boolean rewritten = fate == 6 || strict && !old.isStrict();
      if (rewritten) {
        columns.add(column(column.name(), old.name(), strict));
      } else if (fate < 6) {
        columns.add(column);
      }
    }
    for (String name : COLUMNS.keySet()) {
      if (old.column(name).isEmpty() && random.nextInt(4) == 0) {
        int at = random.nextInt(3) == 0 ? 0 : columns.size();
        columns.add(at, column(name, old.name(), strict));
      }
    }
    return random.nextBoolean() && strict == old.isStrict()
        ? new Table(old.name(), old.key(), columns, constraint(columns), old.options())
        : finished(old.name(), key(), columns, strict);
  }

  private Table finished(String name, String key, List<Column> columns, boolean strict) {
    boolean bare = !name.equals(ALWAYS) && key.endsWith("PRIMARY KEY") && random.nextInt(4) == 0;
    String options =
        strict ? bare ? " STRICT, WITHOUT ROWID" : " STRICT" : bare ? " WITHOUT ROWID" : "";
    return new Table(name, key, columns, constraint(columns), options);
  }

  private String key() {
    return one(
        "id INTEGER PRIMARY KEY",
        "id INTEGER PRIMARY KEY",
        "id INTEGER PRIMARY KEY AUTOINCREMENT",
        "id INT NOT NULL PRIMARY KEY",
        "id INTEGER NOT NULL UNIQUE");
  }

  private String constraint(List<Column> columns) {
    return columns.isEmpty()
        ? ""
        : one("", "", "", "UNIQUE (id, %s)", "CONSTRAINT sane CHECK (%s IS NOT 'never')")
            .formatted(quoted(columns.getFirst().name()));
  }

  private Column column(String name, String table, boolean strict) {
    String base = COLUMNS.getOrDefault(name, "TEXT");
    String type =
        strict || random.nextInt(5) > 0 ? base : one("TEXT", "INTEGER", "NUMERIC", "REAL", "");
    if (random.nextInt(8) == 0 && !name.equals("parent")) {
      String expression = COMPUTED.getOrDefault(base, "id");
      String kind = one("VIRTUAL", "STORED");
      return new Column(name, base, " GENERATED ALWAYS AS (" + expression + ") " + kind, true);
    }
    String value = DEFAULTS.getOrDefault(base, "''");
    String rest =
        switch (random.nextInt(9)) {
          case 0 -> " DEFAULT " + value;
          case 1 -> " NOT NULL DEFAULT " + value;
          case 2 -> " COLLATE NOCASE";
          case 3 -> " CHECK (" + quoted(name) + " IS NOT 'never')";
          case 4 -> base.equals("INTEGER") ? " UNIQUE" : "";
          case 5 ->
              base.equals("TEXT")
                  ? " DEFAULT CURRENT_TIMESTAMP"
                  : " NOT NULL DEFAULT (" + value + ")";
          default -> "";
        };
    boolean refers = name.equals("parent") && random.nextBoolean();
    return refers
        ? new Column(
            name,
            base,
            " REFERENCES " + quoted(one(ALWAYS, table)) + " (id) ON DELETE CASCADE",
            false)
        : new Column(name, type, rest, false);
  }

  private void addOthers() {
    for (Table table : tables.values()) {
      for (Column column : table.columns()) {
        if (random.nextInt(4) == 0) {
          add(other(table, column));
        }
      }
    }
    if (random.nextInt(3) == 0) {
      add(
          virtual(
              "docs",
              one(
                  "fts5(title, body)",
                  "fts5(title, body, tokenize='porter')",
                  "fts5(body, title, tag)")));
    }
    if (random.nextInt(4) == 0) {
      add(
          virtual(
              "found", one("fts5(id, content='users')", "fts5(id, content='users', prefix='2')")));
    }
    if (random.nextInt(5) == 0) {
      add(virtual("boxes", one("rtree(id, x0, x1)", "rtree(id, x0, x1, y0, y1)")));
    }
  }

  private static Other virtual(String name, String module) {
    return new Other(name, 0, ALWAYS, "id", "CREATE VIRTUAL TABLE " + name + " USING " + module);
  }

  private void add(Other other) {
    others.put(other.name(), other);
  }

  /** A kind of object over one column. */
  private record Kind(String prefix, int rank, String sql) {}

  private Other other(Table table, Column column) {
    Kind kind = KINDS.get(random.nextInt(KINDS.size()));
    String name = kind.prefix() + (table.name() + "_" + column.name()).replace(' ', '_');
    String sql =
        kind.sql()
            .replace("$name", name)
            .replace("$table", quoted(table.name()))
            .replace("$column", quoted(column.name()))
            .replace("$order", one("", " DESC", " COLLATE NOCASE"))
            .replace("$event", one("INSERT", "UPDATE"));
    return new Other(name, kind.rank(), table.name(), column.name(), sql);
  }

  private String one(String... choices) {
    return choices[random.nextInt(choices.length)];
  }
}
