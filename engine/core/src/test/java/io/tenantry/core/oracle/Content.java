package io.tenantry.core.oracle;

import io.tenantry.contract.deployments.DataLoss;
import io.tenantry.contract.deployments.Deployment;
import io.tenantry.core.schema.SchemaSnapshot;
import io.tenantry.core.sqlite.OpenMode;
import io.tenantry.core.sqlite.OpenOptions;
import io.tenantry.core.sqlite.Profile;
import io.tenantry.core.sqlite.Sqlite;
import io.tenantry.core.sqlite.SqliteDatabase;
import io.tenantry.sql.SqlNames;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * All that a database holds.
 *
 * @param image a copy of its file
 * @param schema in one spelling
 * @param tables by table the rows by key, each with its values by column
 * @param searches by name
 */
record Content(
    Path image,
    String schema,
    Map<String, Map<String, Map<String, String>>> tables,
    Map<String, Search> searches) {
  private static final String COUNTERS = "sqlite_sequence";
  private static final String TABLES =
      "SELECT name, type FROM pragma_table_list WHERE schema = 'main' AND type <> 'shadow'"
          + " AND name <> 'sqlite_schema' ORDER BY name";
  private static final String KEY =
      "SELECT name FROM pragma_table_info(?) WHERE pk > 0 ORDER BY pk";
  private static final String SEARCHES =
      "SELECT name FROM sqlite_schema WHERE sql LIKE '%USING fts5%' ORDER BY name";

  /** Their rows are those of their tables. */
  private static final String SEARCHES_OF_TABLES =
      "SELECT name FROM sqlite_schema WHERE sql LIKE '%USING fts5%content=%' ORDER BY name";

  /**
   * What a search finds.
   *
   * @param words all of them, each with its places
   * @param sound whether it is what its text says
   */
  record Search(List<String> words, boolean sound) {}

  /** Copies a database and reads the copy. */
  static Content of(Path file, Path copies) {
    try {
      Files.createDirectories(copies);
      Path image = Files.createTempFile(copies, "copy", ".db");
      Files.delete(image);
      try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
          Statement statement = connection.createStatement()) {
        statement.execute("PRAGMA synchronous = OFF");
        statement.execute("VACUUM INTO '" + image + "'");
      }
      return read(image);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Content read(Path image) throws SQLException {
    Map<String, Map<String, Map<String, String>>> tables = new TreeMap<>();
    Map<String, Search> searches = new TreeMap<>();
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + image);
        Statement statement = connection.createStatement();
        Statement list = connection.createStatement();
        ResultSet names = list.executeQuery(TABLES)) {
      while (names.next()) {
        String name = names.getString(1);
        if (!names.getString(2).equals("view")) {
          tables.put(name, rows(statement, name, names.getString(2).equals("virtual")));
        }
      }
      for (String name : texts(statement, SEARCHES)) {
        searches.put(name, search(statement, name));
      }
      tables.keySet().removeAll(texts(statement, SEARCHES_OF_TABLES));
    }
    tables.values().removeIf(rows -> rows.isEmpty());
    return new Content(image, schema(image), tables, searches);
  }

  private static List<String> texts(Statement statement, String query) throws SQLException {
    List<String> texts = new ArrayList<>();
    try (ResultSet found = statement.executeQuery(query)) {
      while (found.next()) {
        texts.add(found.getString(1));
      }
    }
    return texts;
  }

  private static Search search(Statement statement, String name) throws SQLException {
    String words = "temp.words_of_" + name;
    statement.execute(
        "CREATE VIRTUAL TABLE %s USING fts5vocab(main, %s, instance)".formatted(words, name));
    List<String> all =
        texts(statement, "SELECT concat_ws(' ', term, doc, col, offset) FROM " + words);
    try {
      statement.execute(
          "INSERT INTO %s (%s, rank) VALUES ('integrity-check', 1)".formatted(name, name));
      return new Search(all, true);
    } catch (SQLException unsound) {
      return new Search(all, false);
    }
  }

  private static String schema(Path image) {
    try (Sqlite sqlite = new Sqlite();
        SqliteDatabase database =
            sqlite.open(new OpenOptions(image, OpenMode.IMMUTABLE, Profile.ENGINE))) {
      return SchemaSnapshot.read(database).normalised();
    }
  }

  private static Map<String, Map<String, String>> rows(
      Statement statement, String table, boolean virtual) throws SQLException {
    Map<String, Map<String, String>> rows = new TreeMap<>();
    List<String> keys = virtual ? List.of() : keys(statement, table);
    String all = virtual ? "SELECT rowid, * FROM " : "SELECT * FROM ";
    try (ResultSet found = statement.executeQuery(all + SqlNames.quote(table))) {
      int columns = found.getMetaData().getColumnCount();
      while (found.next()) {
        Map<String, String> row = new LinkedHashMap<>();
        for (int i = 1; i <= columns; i++) {
          row.put(found.getMetaData().getColumnName(i), value(found, i));
        }
        String key = keys.stream().map(row::get).collect(Collectors.joining(" "));
        rows.put(keys.isEmpty() ? row.values().iterator().next() : key, row);
      }
    }
    return rows;
  }

  private static List<String> keys(Statement statement, String table) throws SQLException {
    String name = '\'' + table.replace("'", "''") + '\'';
    return texts(statement, KEY.replace("?", name));
  }

  private static String value(ResultSet row, int column) throws SQLException {
    Object value = row.getObject(column);
    return switch (value) {
      case null -> "NULL";
      case byte[] bytes -> "x" + HexFormat.of().formatHex(bytes);
      case String text -> "'" + text + "'";
      default -> value.toString();
    };
  }

  /** Returns what SQLite makes of it by a script; empty when it refuses. */
  Optional<Content> after(List<String> script) {
    try {
      Path copy = Files.createTempFile(image.getParent(), "plain", ".db");
      Files.copy(image, copy, StandardCopyOption.REPLACE_EXISTING);
      try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + copy);
          Statement statement = connection.createStatement()) {
        statement.execute("PRAGMA synchronous = OFF");
        for (String sql : script) {
          statement.execute(sql);
        }
        try (ResultSet broken = statement.executeQuery("PRAGMA foreign_key_check")) {
          if (broken.next()) {
            return Optional.empty();
          }
        }
      } catch (SQLException refused) {
        return Optional.empty();
      }
      return Optional.of(read(copy));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  void requireSame(Content wanted, String script) {
    require(wanted.schema, schema, script);
    if (!withoutCounters().equals(wanted.withoutCounters()) || !goesOnFrom(wanted)) {
      throw new AssertionError("wanted " + wanted.tables + "\nfound  " + tables + "\n" + script);
    }
    require(wanted.searches.toString(), searches.toString(), script);
  }

  private Map<String, Map<String, Map<String, String>>> withoutCounters() {
    Map<String, Map<String, Map<String, String>>> others = new TreeMap<>(tables);
    others.remove(COUNTERS);
    return others;
  }

  /** Counters of tables that are made anew go on, where SQLite alone begins at the last row. */
  private boolean goesOnFrom(Content wanted) {
    Map<String, Map<String, String>> found = tables.getOrDefault(COUNTERS, Map.of());
    Map<String, Map<String, String>> least = wanted.tables.getOrDefault(COUNTERS, Map.of());
    return found.keySet().equals(least.keySet())
        && found.entrySet().stream()
            .allMatch(
                counter ->
                    Long.parseLong(counter.getValue().get("seq"))
                        >= Long.parseLong(least.get(counter.getKey()).get("seq")));
  }

  private static void require(String wanted, String found, String script) {
    if (!wanted.equals(found)) {
      throw new AssertionError("wanted " + wanted + "\nfound " + found + "\n" + script);
    }
  }

  /**
   * Requires what was there before, without what was said to be lost.
   *
   * @param lost what was said, with its numbers
   * @param over whether it was said of names that things had in between
   */
  void requireBack(Content before, List<DataLoss> lost, boolean over, String script) {
    require(before.schema, schema, script);
    List<String> losses = lost.stream().map(DataLoss::what).toList();
    Said said = new Said(losses, over, script);
    long rowsSaid = lost.stream().mapToLong(DataLoss::rows).sum();
    long missing = missing(before);
    if (missing > rowsSaid) {
      throw new AssertionError(
          "%d rows are gone, said %d: %s%n%s".formatted(missing, rowsSaid, lost, script));
    }
    before.tables.forEach(
        (table, rows) -> {
          if (!said.isGone(table)) {
            Map<String, Map<String, String>> now = tables.getOrDefault(table, Map.of());
            rows.forEach(
                (key, row) -> {
                  if (!table.equals(COUNTERS) || !said.isGone(unquoted(key))) {
                    said.requireRow(table, row, now.get(key));
                  }
                });
          }
        });
    before.searches.forEach(
        (name, search) -> {
          if (search.sound() && !searches.get(name).sound()) {
            throw new AssertionError(name + " finds other text than there is\n" + script);
          }
        });
  }

  private long missing(Content before) {
    return before.tables.entrySet().stream()
        .filter(table -> !table.getKey().equals(COUNTERS))
        .mapToLong(
            table ->
                table.getValue().keySet().stream()
                    .filter(key -> !tables.getOrDefault(table.getKey(), Map.of()).containsKey(key))
                    .count())
        .sum();
  }

  /** Requires that as much was said to be lost as there is here. */
  void requireCounted(Deployment deployment, String script) {
    new Counted(tables, script).require(deployment.detail().losses());
  }

  /** Requires a row in tables that got it later, by its number. */
  void requireRow(List<String> names, int number, List<DataLoss> losses, String script) {
    Said said = new Said(losses.stream().map(DataLoss::what).toList(), false, script);
    for (String name : names) {
      boolean there =
          tables.getOrDefault(name, Map.of()).values().stream()
              .anyMatch(row -> String.valueOf(number).equals(row.get("id")));
      if (!there && !said.isGone(name)) {
        throw new AssertionError(
            "%s lost row %d; said %s%n%s".formatted(name, number, losses, script));
      }
    }
  }

  private static String unquoted(String text) {
    return text.substring(1, text.length() - 1);
  }

  private record Said(List<String> losses, boolean over, String script) {
    private static final Set<String> EMPTY = Set.of("NULL", "5", "7", "'7'", "'5'", "'x'y'", "'-'");

    /** Of what got other names in one script, losses name the later ones. */
    Said {
      over |= script.contains(" RENAME ");
    }

    boolean isGone(String table) {
      return losses.stream()
          .anyMatch(
              loss ->
                  loss.equals("drops table " + table + " with its rows")
                      || over && loss.startsWith("drops table")
                      || isCopy(loss, table));
    }

    /** A table that was dropped lives on in its copy, and goes when that is said to go. */
    private boolean isCopy(String loss, String table) {
      String copy = loss.replaceAll("^drops table (.*) with its rows$", "$1");
      return !copy.equals(loss)
          && script.contains("DROP TABLE " + SqlNames.quote(table))
          && Pattern.compile(
                  "INSERT INTO \"?%s\"? [^;]*SELECT [^;]* FROM %s[ ;]"
                      .formatted(Pattern.quote(copy), Pattern.quote(SqlNames.quote(table))))
              .matcher(script)
              .find();
    }

    void requireRow(String table, Map<String, String> before, @Nullable Map<String, String> after) {
      if (after == null) {
        throw new AssertionError(table + " lost " + before + "; said " + losses + "\n" + script);
      }
      before.forEach(
          (column, value) -> {
            String now = after.get(column);
            if (!value.equals(now) && !isSaid(column, value, now)) {
              throw new AssertionError(
                  "%s.%s was %s and is %s; said %s%n%s"
                      .formatted(table, column, value, now, losses, script));
            }
          });
    }

    /** By the name that a column had in between, which may be another one's before. */
    private boolean isChanged() {
      return losses.stream().anyMatch(loss -> loss.startsWith("changes values of "));
    }

    private boolean isSaid(String column, String value, String now) {
      boolean counted = column.equals("seq") && !now.equals("NULL");
      String filled = value.equals("NULL") ? now : value;
      boolean computed = filled.endsWith("#'") && !losses.isEmpty();
      boolean gone = losses.stream().anyMatch(loss -> loss.contains("." + column));
      return counted && Long.parseLong(value) < Long.parseLong(now)
          || computed
          || gone
          || over && !losses.isEmpty() && EMPTY.contains(now)
          || over && script.contains(" RENAME COLUMN ") && isChanged();
    }
  }
}
