package io.tenantry.core.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tenantry.contract.error.EngineException;
import io.tenantry.contract.error.ErrorCode;
import io.tenantry.contract.queries.Value;
import io.tenantry.sql.StatementKind;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every tricky input goes to the gate and, when that lets it pass, to a real database. */
final class StatementGateTest {
  @TempDir Path folder;
  private final Sqlite sqlite = new Sqlite();
  private Path file;

  @BeforeEach
  void createDatabase() {
    file = folder.resolve("tenant.db");
    try (SqliteDatabase database =
        sqlite.open(new OpenOptions(file, OpenMode.CREATE, Profile.ENGINE))) {
      database.executeScript(
          """
          CREATE TABLE t(id INTEGER PRIMARY KEY, name TEXT);
          INSERT INTO t VALUES (1, 'Ada'), (2, 'Bob');
          CREATE INDEX t_name ON t(name);
          CREATE VIRTUAL TABLE f USING fts5(body);
          INSERT INTO f VALUES ('hello world');
          CREATE VIRTUAL TABLE r USING rtree(id, x1, x2);
          INSERT INTO r VALUES (1, 0, 5);
          """);
    }
  }

  @AfterEach
  void closeSqlite() {
    sqlite.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      quoteCharacter = '\0',
      value = {
        "SELECT 1 ~ READ ~ SELECT",
        "/* d */ ; select 1 ; -- e ~ READ ~ SELECT",
        "VALUES (1), (2) ~ READ ~ VALUES",
        "EXPLAIN QUERY PLAN DELETE FROM t ~ READ ~ DELETE",
        "EXPLAIN QUERY PLAN SELECT 1 ~ READ ~ SELECT",
        "WITH a AS (SELECT 1) SELECT * FROM a ~ READ ~ SELECT",
        "WITH RECURSIVE a(x) AS NOT MATERIALIZED (SELECT 1), b AS MATERIALIZED (SELECT 2)"
            + " INSERT INTO t(name) SELECT x FROM a ~ WRITE ~ INSERT",
        "WITH delete_me AS (SELECT id FROM t) DELETE FROM t ~ WRITE ~ DELETE",
        "WITH \"select\"(a) AS (VALUES (1)) UPDATE t SET name = 'x' ~ WRITE ~ UPDATE",
        "with replace as (select 1) select * from replace ~ READ ~ SELECT",
        "REPLACE INTO t VALUES (1, 'x') ~ WRITE ~ REPLACE",
        "insert into t default values ~ WRITE ~ INSERT",
        "UPDATE t SET name = 'DROP TABLE t; --' ~ WRITE ~ UPDATE",
        "DELETE FROM t RETURNING id ~ WRITE ~ DELETE",
        "SELECT replace('a', 'b', 'c') ~ READ ~ SELECT",
      })
  void dataStatementsPassAndRun(String sql, StatementKind kind, String verb) {
    GatedStatement gated = StatementGate.check(sql);
    assertThat(gated.kind()).isEqualTo(kind);
    assertThat(gated.verb()).isEqualTo(verb);
    OpenMode mode = kind == StatementKind.READ ? OpenMode.READ_ONLY : OpenMode.READ_WRITE;
    try (SqliteDatabase database = open(mode)) {
      assertThat(database.execute(gated.sql())).isNotNegative();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "CREATE TABLE x(a)",
        "create/**/temp table x(a)",
        "CREATE TEMPORARY VIEW x AS SELECT 1",
        "CREATE VIRTUAL TABLE x USING fts5(a)",
        "CREATE TRIGGER x AFTER INSERT ON t BEGIN DELETE FROM t; SELECT 1; END;",
        "ALTER TABLE t ADD COLUMN x",
        "DROP TABLE IF EXISTS t",
        "TRUNCATE t",
        "RENAME TABLE t TO u",
        "COMMENT ON TABLE t IS 'x'",
        "EXPLAIN CREATE TABLE x(a)",
        "EXPLAIN QUERY PLAN DROP TABLE t",
        "\uFEFF; -- x\n DROP TABLE t",
      })
  void schemaChangesGetTheDocumentedText(String sql) {
    assertThatThrownBy(() -> StatementGate.check(sql))
        .isInstanceOfSatisfying(
            EngineException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.BAD_REQUEST))
        .hasMessage(
            "DDL not allowed on tenant databases. Deploy schema through blueprints. See:"
                + " https://docs.tenantsdb.com/getting-started.html#schema-evolution");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      quoteCharacter = '\0',
      value = {
        "PRAGMA query_only=0 ~ PRAGMA",
        "EXPLAIN PRAGMA query_only=0 ~ PRAGMA",
        "EXPLAIN QUERY PLAN PRAGMA writable_schema=1 ~ PRAGMA",
        "EXPLAIN EXPLAIN SELECT 1 ~ EXPLAIN",
        "EXPLAIN DELETE FROM t ~ EXPLAIN of DELETE",
        "explain with x as (select 1) insert into t select * from x ~ EXPLAIN of INSERT",
        "explain ~ EXPLAIN of nothing",
        "/* x */ pragma journal_mode=delete ~ PRAGMA",
        "ATTACH 'other.db' AS o ~ ATTACH",
        "DETACH o ~ DETACH",
        "VACUUM ~ VACUUM",
        "VACUUM INTO '/tmp/x.db' ~ VACUUM",
        "BEGIN ~ BEGIN",
        "COMMIT ~ COMMIT",
        "END ~ END",
        "ROLLBACK ~ ROLLBACK",
        "SAVEPOINT a ~ SAVEPOINT",
        "RELEASE a ~ RELEASE",
        "REINDEX ~ REINDEX",
        "ANALYZE ~ ANALYZE",
        "GRANT ALL ON t TO x ~ GRANT",
        "REVOKE ALL ON t FROM x ~ REVOKE",
        "backup to 'stolen.db' ~ BACKUP",
        "restore from 'other.db' ~ RESTORE",
        "SELEC 1 ~ SELEC",
        ".schema ~ .",
        "(SELECT 1) ~ (",
        ":x ~ :X",
        "\"SELECT\" 1 ~ \"SELECT\"",
        "'DELETE' FROM t ~ 'DELETE'",
        "SELECT * FROM pragma_database_list ~ pragma_database_list",
        "SELECT * FROM \"PRAGMA_database_list\" ~ PRAGMA_database_list",
        "SELECT * FROM 'pragma_database_list'() ~ pragma_database_list",
        "SELECT * FROM [pragma_optimize] ~ pragma_optimize",
      })
  void otherStatementsAreRefusedByName(String sql, String word) {
    assertThatThrownBy(() -> StatementGate.check(sql))
        .isInstanceOfSatisfying(
            EngineException.class,
            e -> {
              assertThat(e.code()).isEqualTo(ErrorCode.BAD_REQUEST);
              assertThat(e.details()).containsEntry("word", word);
            })
        .hasMessageStartingWith(word + " is not allowed");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT 1; DROP TABLE t",
        "SELECT 1; SELECT 2",
        "SELECT ';' ; -- x\n DELETE FROM t",
        "INSERT INTO t VALUES (9, '--'); DELETE FROM t",
      })
  void secondStatementIsRefused(String sql) {
    assertThatThrownBy(() -> StatementGate.check(sql)).hasMessage("one statement per request");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " \n\t", ";", "-- only a comment", "/* open", ";;/**/;"})
  void emptyTextIsRefused(String sql) {
    assertThatThrownBy(() -> StatementGate.check(sql)).hasMessage("query is empty");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "INSERT INTO t(name) VALUES ('x')",
        "REPLACE INTO t VALUES (1, 'x')",
        "UPDATE t SET name = 'x'",
        "DELETE FROM t WHERE 0",
        "DELETE FROM t RETURNING id",
        "INSERT INTO t VALUES (1, 'x') ON CONFLICT DO UPDATE SET name = 'x'",
        "WITH a AS (SELECT 1 AS i) DELETE FROM t WHERE id IN (SELECT i FROM a)",
        "; /* */ DELETE FROM t",
        "INSERT INTO f(f) VALUES ('rebuild')",
        "INSERT INTO f VALUES ('x')",
        "UPDATE r SET x1 = 2 WHERE id = 1",
      })
  void readRoleCannotWriteWhatTheGateLetsPass(String sql) {
    GatedStatement gated = StatementGate.check(sql);
    assertThat(gated.kind()).isEqualTo(StatementKind.WRITE);
    byte[] before = image();
    try (SqliteDatabase database = open(OpenMode.READ_ONLY)) {
      assertThatThrownBy(() -> database.execute(gated.sql()))
          .isInstanceOfSatisfying(
              EngineException.class,
              e -> assertThat(e.code()).isEqualTo(ErrorCode.PERMISSION_DENIED))
          .hasMessage("query failed: attempt to write a readonly database");
    }
    assertThat(image()).isEqualTo(before);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT body FROM f WHERE f MATCH 'hello'",
        "SELECT id FROM r WHERE x1 < 3 AND x2 > 3",
        "SELECT name FROM pragma_table_info('t')",
        "SELECT sql FROM sqlite_schema",
        "EXPLAIN QUERY PLAN DELETE FROM t WHERE id = 1",
      })
  void readRoleCanReadVirtualTablesAndTheSchema(String sql) {
    try (SqliteDatabase database = open(OpenMode.READ_ONLY)) {
      assertThat(database.queryValue(StatementGate.check(sql).sql())).isPresent();
    }
  }

  static Stream<String> unreachable() {
    return Stream.of(
        "SELECT load_extension('x')",
        "SELECT load_extension('x', 'y')",
        "SELECT readfile('/etc/passwd')",
        "SELECT writefile('x', 'y')",
        "SELECT edit('x')",
        "SELECT fts3_tokenizer('simple', x'00')",
        "INSERT INTO sqlite_schema VALUES ('table','x','x',2,'CREATE TABLE x(a)')",
        "UPDATE sqlite_schema SET sql = ''",
        "DELETE FROM sqlite_master",
        "SELECT * FROM sqlite_dbpage",
        "SELECT zeroblob(100000000)",
        "SELECT * FROM fsdir('/')",
        "SELECT * FROM csv");
  }

  @ParameterizedTest
  @MethodSource("unreachable")
  void sqliteItselfRefusesWhatTheGateCannotSee(String sql) {
    GatedStatement gated = StatementGate.check(sql);
    byte[] before = image();
    try (SqliteDatabase database = open(OpenMode.READ_WRITE)) {
      assertThatThrownBy(() -> database.execute(gated.sql()))
          .isInstanceOfSatisfying(
              EngineException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.BAD_REQUEST))
          .hasMessageStartingWith("query failed: ");
    }
    assertThat(image()).isEqualTo(before);
  }

  /** Even without the gate, a tenant's connection reaches no other file and keeps its tables. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "ATTACH 'other.db' AS o",
        "ATTACH ':memory:' AS o",
        "VACUUM INTO 'other.db'",
        "VACUUM",
        "backup to 'other.db'",
        "restore from 'other.db'",
        "CREATE VIEW v AS SELECT load_extension('x')",
      })
  void connectionIsASecondWall(String sql) throws java.io.IOException {
    try (SqliteDatabase database = open(OpenMode.READ_ONLY)) {
      assertThatThrownBy(() -> database.execute(sql)).isInstanceOf(EngineException.class);
    }
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files.filter(found -> !found.getFileName().toString().startsWith("tenant.db")))
          .isEmpty();
    }
    assertThat(Path.of("other.db")).doesNotExist();
  }

  @Test
  void pragmasThatATableFunctionOffersOnlyRead() {
    try (SqliteDatabase database = open(OpenMode.READ_WRITE)) {
      List<String> names =
          database.query("SELECT name FROM pragma_pragma_list", row -> row.value(0).toString());
      assertThat(names).contains("table_info", "journal_mode", "user_version");
      byte[] before = image();
      for (String name : names) {
        for (String arguments : List.of("", "(1)", "('t')", "(0)")) {
          String sql = "SELECT * FROM pragma_" + name + arguments;
          if (passes(sql)) {
            runIgnoringQueryErrors(database, sql);
          }
        }
      }
      database.execute("INSERT INTO t(name) VALUES (?)", Value.of("still writable"));
      assertThat(database.queryText("PRAGMA journal_mode")).isEqualTo("wal");
      assertThat(database.queryLong("PRAGMA trusted_schema")).isZero();
      assertThat(database.queryLong("PRAGMA foreign_keys")).isOne();
      database.execute("DELETE FROM t WHERE name = 'still writable'");
      assertThat(image()).hasSameSizeAs(before);
    }
  }

  private static boolean passes(String sql) {
    try {
      return StatementGate.check(sql).kind() == StatementKind.READ;
    } catch (EngineException e) {
      assertThat(e).hasMessageContaining("is not allowed");
      return false;
    }
  }

  private static void runIgnoringQueryErrors(SqliteDatabase database, String sql) {
    try {
      database.execute(sql);
    } catch (EngineException e) {
      assertThat(e.code()).isEqualTo(ErrorCode.BAD_REQUEST);
    }
  }

  private SqliteDatabase open(OpenMode mode) {
    return sqlite.open(new OpenOptions(file, mode, Profile.TENANT));
  }

  private byte[] image() {
    try (SqliteDatabase database = sqlite.open(OpenOptions.engine(file))) {
      return database.image();
    }
  }
}
