package io.tenantry.core.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tenantry.contract.error.EngineException;
import io.tenantry.contract.error.ErrorCode;
import io.tenantry.contract.queries.Value;
import io.tenantry.core.catalog.Catalog;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jdbi.v3.core.JdbiException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Only SQLite's own functions work, on every connection and from everywhere. */
class DriverFunctionsTest {
  private static final String LIST =
      "SELECT DISTINCT name || '/' || max(narg, 0) FROM pragma_function_list ORDER BY 1";

  @TempDir private Path folder;
  private final Sqlite sqlite = new Sqlite();

  @AfterEach
  void close() {
    sqlite.close();
  }

  /** What may be called; a driver that brings another function fails here. */
  private static Set<String> allowed() throws IOException {
    try (InputStream in = DriverFunctionsTest.class.getResourceAsStream("functions.txt")) {
      assertThat(in).isNotNull();
      return new String(in.readAllBytes(), StandardCharsets.US_ASCII)
          .lines()
          .collect(Collectors.toSet());
    }
  }

  private List<SqliteDatabase> everyKind() {
    Path file = folder.resolve("a.db");
    List<SqliteDatabase> all = new ArrayList<>();
    for (Profile profile : Profile.values()) {
      all.add(sqlite.openInMemory(profile));
      all.add(sqlite.open(new OpenOptions(file, OpenMode.CREATE, profile)));
      all.add(sqlite.open(new OpenOptions(file, OpenMode.READ_WRITE, profile)));
      all.add(sqlite.open(new OpenOptions(file, OpenMode.READ_ONLY, profile)));
      all.add(sqlite.open(new OpenOptions(file, OpenMode.IMMUTABLE, profile)));
    }
    return all;
  }

  @Test
  void everyConnectionHasTheFunctionsOfSqliteAndNoOthers() throws IOException {
    Set<String> allowed = allowed();
    List<SqliteDatabase> all = everyKind();
    try {
      for (SqliteDatabase database : all) {
        Set<String> working =
            working(
                database.query(LIST, row -> ((Value.Text) row.value(0)).value()),
                call -> error(database, call));
        assertThat(working).isSubsetOf(allowed);
      }
    } finally {
      all.forEach(SqliteDatabase::close);
    }
  }

  @Test
  void theCatalogHasThemToo() throws IOException {
    Set<String> allowed = allowed();
    try (Catalog catalog = Catalog.open(folder.resolve("catalog.db"))) {
      List<String> names =
          catalog.read(handle -> handle.createQuery(LIST).mapTo(String.class).list());
      assertThat(working(names, call -> error(catalog, call, false))).isSubsetOf(allowed);
      assertThat(working(names, call -> error(catalog, call, true))).isSubsetOf(allowed);
    }
  }

  /** Returns those that are not refused; calls only what the list does not allow. */
  private static Set<String> working(List<String> functions, UnaryOperator<String> error)
      throws IOException {
    Set<String> allowed = allowed();
    Set<String> working = new TreeSet<>();
    for (String function : functions) {
      int slash = function.lastIndexOf('/');
      String name = function.substring(0, slash);
      int arguments = Integer.parseInt(function.substring(slash + 1));
      String call =
          "SELECT \""
              + name
              + "\"("
              + String.join(",", Collections.nCopies(arguments, "NULL"))
              + ")";
      if (allowed.contains(function) || !error.apply(call).contains("no such function: " + name)) {
        working.add(function);
      }
    }
    return working;
  }

  private static String error(SqliteDatabase database, String sql) {
    try {
      database.queryValue(sql);
      return "";
    } catch (EngineException e) {
      return e.message();
    }
  }

  private static String error(Catalog catalog, String sql, boolean writing) {
    try {
      if (writing) {
        catalog.write(handle -> handle.createQuery(sql).mapTo(String.class).list());
      } else {
        catalog.read(handle -> handle.createQuery(sql).mapTo(String.class).list());
      }
      return "";
    } catch (EngineException e) {
      return e.getCause() instanceof JdbiException failed ? failed.getCause().getMessage() : "";
    }
  }

  /** Each of these ended the process, or took gigabytes of memory. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "replicate('x',4294967300)",
        "replicate('abcd',1073741825)",
        "padl('x',4294967300)",
        "padr('x',4294967300)",
        "padc('x',4294967300)",
        "PADC('x',4294967300)",
        "\"replicate\"('x',1500000000)",
        "rightstr('abc',-1)",
        "stdev(1)",
      })
  void whatCorruptsMemoryIsRefused(String call) {
    for (SqliteDatabase database : everyKind()) {
      try (database) {
        assertRefused(database, "SELECT " + call);
        assertRefused(database, "WITH x AS (SELECT " + call + " AS y) SELECT y FROM x");
      }
    }
  }

  @Test
  void noBoundValueBecomesAnAddress() {
    for (SqliteDatabase database : everyKind()) {
      try (database) {
        assertThatThrownBy(
                () -> database.queryValue("SELECT fts3_tokenizer(?)", Value.of("simple")))
            .hasMessageContaining("no such function");
        assertThatThrownBy(
                () ->
                    database.queryValue(
                        "SELECT fts3_tokenizer(?, ?)", Value.of("simple"), Value.of(new byte[8])))
            .hasMessageContaining("no such function");
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "CREATE VIEW v AS SELECT replicate('x',4294967300) AS y",
        "CREATE TABLE v(x, y AS (replicate('x',4294967300)))",
        "CREATE TABLE v(x, y DEFAULT (replicate('x',4294967300)))",
        "CREATE TABLE v(x, y CHECK (replicate('x',4294967300) > ''))",
        "CREATE TABLE v(x, y); CREATE INDEX i ON v(replicate('x',4294967300))",
        "CREATE TABLE v(x, y); CREATE TRIGGER g AFTER INSERT ON v"
            + " BEGIN SELECT replicate('x',4294967300); END",
      })
  void noSchemaReachesThem(String schema) {
    for (Profile profile : Profile.values()) {
      Path file = folder.resolve(profile + ".db");
      try (SqliteDatabase database = sqlite.open(new OpenOptions(file, OpenMode.CREATE, profile))) {
        String made = tried(() -> database.executeScript(schema));
        String written = tried(() -> database.execute("INSERT INTO v(x) VALUES (1)"));
        String read = tried(() -> database.queryValue("SELECT y FROM v"));

        assertThat(made + written + read).containsAnyOf("replicate", "non-deterministic");
      }
    }
  }

  private static String tried(Runnable work) {
    try {
      work.run();
      return "";
    } catch (EngineException e) {
      return e.message();
    }
  }

  private static void assertRefused(SqliteDatabase database, String sql) {
    assertThatThrownBy(() -> database.queryValue(sql))
        .isInstanceOfSatisfying(
            EngineException.class,
            e -> {
              assertThat(e.code()).isEqualTo(ErrorCode.BAD_REQUEST);
              assertThat(e.message()).contains("no such function");
            });
  }
}
