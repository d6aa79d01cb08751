package io.tenantry.core.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tenantry.contract.error.EngineException;
import io.tenantry.contract.error.ErrorCode;
import io.tenantry.contract.error.SqlFailure;
import io.tenantry.contract.queries.Parameters;
import io.tenantry.contract.queries.Value;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SqliteDatabaseTest {
  @TempDir Path folder;
  private final Sqlite sqlite = new Sqlite();
  private SqliteDatabase database;

  @BeforeEach
  void open() {
    database = create("a.db");
    database.execute("CREATE TABLE t(id INTEGER PRIMARY KEY, name TEXT UNIQUE, age INT)");
  }

  @AfterEach
  void close() {
    database.close();
    sqlite.close();
  }

  private SqliteDatabase create(String name) {
    return sqlite.open(
        new OpenOptions(folder.resolve(name), OpenMode.CREATE, Profile.TENANT, Duration.ZERO));
  }

  @Test
  void allStorageClassesComeBackAsTheyWere() {
    List<Value> values =
        List.of(
            Value.ofNull(),
            Value.of(Long.MIN_VALUE),
            Value.of(0.1),
            Value.of(Double.NEGATIVE_INFINITY),
            Value.of("Grüße 🦉"),
            Value.of(new byte[] {0, -1}),
            Value.of(new byte[0]),
            Value.of(""));
    try (SqliteStatement statement = database.prepare("SELECT ?,?,?,?,?,?,?,?")) {
      assertThat(statement.bind(values).step()).isTrue();
      assertThat(statement.row()).isEqualTo(values);
      assertThat(statement.step()).isFalse();
    }
  }

  @Test
  void columnsKnowNamesAndDeclaredTypes() {
    try (SqliteStatement statement = database.prepare("SELECT id, name AS n, age + 1 FROM t")) {
      assertThat(statement.columns()).containsExactly("id", "n", "age + 1");
      assertThat(statement.declaredTypes())
          .containsExactly(Optional.of("INTEGER"), Optional.of("TEXT"), Optional.empty());
    }
  }

  @Test
  void aSchemaChangeAnswersNothing() {
    try (SqliteStatement statement =
        database.prepare("ALTER TABLE t ADD COLUMN seen TEXT NOT NULL DEFAULT (datetime('now'))")) {
      assertThat(statement.columns()).isEmpty();
      assertThat(statement.step()).isFalse();
      assertThat(statement.columns()).isEmpty();
    }
  }

  @Test
  void valuesAreBoundByNameWithSqliteNumbering() {
    try (SqliteStatement statement =
        database.prepare("SELECT :b, @a, $c, :b || ':no', '@no' -- :no")) {
      statement.bind(
          Parameters.named(Map.of("a", Value.of(1), "b", Value.of("x"), "$c", Value.of(3))));
      assertThat(statement.step()).isTrue();
      assertThat(statement.row()).hasToString("[x, 1, 3, x:no, @no]");
    }
  }

  @Test
  void numberedParametersAreBoundByPosition() {
    assertThat(database.queryText("SELECT ?2 || ?1 || ?2", Value.of("a"), Value.of("b")))
        .isEqualTo("bab");
  }

  @Test
  void wrongParametersAreBadRequests() {
    assertThatThrownBy(() -> database.execute("SELECT ?, ?", Value.of(1)))
        .hasMessage("query has 2 parameters, 1 values were given");
    assertThatThrownBy(() -> database.execute("SELECT 1", Value.of(1)))
        .hasMessage("query has 0 parameters, 1 values were given");
    assertThatThrownBy(() -> named("SELECT :a", Map.of("b", Value.of(1))))
        .hasMessage("no value for parameter :a");
    assertThatThrownBy(() -> named("SELECT :a", Map.of("a", Value.of(1), "b", Value.of(1))))
        .hasMessage("query has no parameter named b");
    assertThatThrownBy(() -> named("SELECT ?", Map.of("a", Value.of(1))))
        .hasMessageContaining("positional");
  }

  private void named(String sql, Map<String, Value> values) {
    try (SqliteStatement statement = database.prepare(sql)) {
      statement.bind(Parameters.named(values)).step();
    }
  }

  @Test
  void textBehindTheFirstStatementIsNeverIgnored() {
    assertThatThrownBy(() -> database.prepare("SELECT 1; DROP TABLE t"))
        .hasMessage("one statement per request");
    assertThatThrownBy(() -> database.prepare("SELECT 1 \u0000; DROP TABLE t"))
        .hasMessageContaining("NUL");
  }

  @Test
  void errorsCarrySqlitesOwnWords() {
    database.execute("INSERT INTO t(name) VALUES ('a')");
    assertThatThrownBy(() -> database.execute("INSERT INTO t(name) VALUES ('a')"))
        .isInstanceOfSatisfying(
            EngineException.class,
            e -> {
              assertThat(e.code()).isEqualTo(ErrorCode.BAD_REQUEST);
              assertThat(SqlFailure.of(e))
                  .hasValueSatisfying(
                      failure -> {
                        assertThat(failure.kind()).isEqualTo(SqlFailure.Kind.UNIQUE_VIOLATION);
                        assertThat(failure.code()).isEqualTo("SQLITE_CONSTRAINT_UNIQUE");
                        assertThat(failure.table()).contains("t");
                        assertThat(failure.columns()).containsExactly("name");
                      });
            })
        .hasMessage("query failed: UNIQUE constraint failed: t.name");
    assertThatThrownBy(() -> database.execute("SELECT * FROM missing"))
        .hasMessage("query failed: no such table: missing");
    assertThatThrownBy(() -> database.execute("SELECT FROM"))
        .hasMessage("query failed: near \"FROM\": syntax error");
    assertThatThrownBy(() -> database.execute("SELECT 'open"))
        .hasMessage("query failed: unrecognized token: \"'open\"");
    assertThat(database.isFailed()).isFalse();
  }

  @Test
  void failedStatementCanBePreparedAgain() {
    database.execute("INSERT INTO t(id) VALUES (1)");
    for (int i = 0; i < 3; i++) {
      assertThatThrownBy(() -> database.execute("INSERT INTO t(id) VALUES (?)", Value.of(1)))
          .hasMessageContaining("UNIQUE");
    }
    assertThat(database.execute("INSERT INTO t(id) VALUES (?)", Value.of(2))).isOne();
  }

  @Test
  void statementClosedTwiceStaysWhole() {
    SqliteStatement statement = database.prepare("SELECT 1");
    statement.close();
    statement.close();
    assertThat(database.queryLong("SELECT 1")).isOne();
    assertThat(database.queryLong("SELECT 1")).isOne();
  }

  @Test
  void statementsOutliveASchemaChangeOfAnotherConnection() {
    assertThat(columnsOf("SELECT * FROM t")).hasSize(3);
    try (SqliteDatabase other = create("a.db")) {
      other.execute("ALTER TABLE t ADD COLUMN extra");
      assertThat(other.takeSchemaChanged()).isTrue();
      assertThat(other.takeSchemaChanged()).isFalse();
    }
    assertThat(columnsOf("SELECT * FROM t")).containsExactly("id", "name", "age", "extra");
    database.forgetStatements();
    assertThat(columnsOf("SELECT * FROM t")).hasSize(4);
  }

  private List<String> columnsOf(String sql) {
    try (SqliteStatement statement = database.prepare(sql)) {
      statement.step();
      return statement.columns();
    }
  }

  @Test
  void moreStatementsThanTheCacheHoldsStayUsable() {
    for (int round = 0; round < 2; round++) {
      for (int i = 0; i < 200; i++) {
        assertThat(database.queryLong("SELECT " + i)).isEqualTo(i);
      }
    }
  }

  @Test
  void scriptErrorNamesLineAndStatement() {
    String script = "INSERT INTO t(id) VALUES (7);\n\n-- bad\n  INSERT INTO nowhere\nVALUES (1);";
    assertThatThrownBy(() -> database.inTransaction(() -> database.executeScript(script)))
        .isInstanceOfSatisfying(
            EngineException.class,
            e ->
                assertThat(e.details())
                    .containsEntry("line", 4)
                    .containsEntry("statement", 2)
                    .containsEntry("sql", "INSERT INTO nowhere\nVALUES (1)"))
        .hasMessage("line 4, statement 2: query failed: no such table: nowhere");
    assertThat(database.queryLong("SELECT count(*) FROM t")).isZero();
  }

  @Test
  void usedUpRowIdsAreNoFullDisk() {
    database.execute("CREATE TABLE u(id INTEGER PRIMARY KEY AUTOINCREMENT, b)");
    database.execute("INSERT INTO u(id) VALUES (9223372036854775807)");

    assertThatThrownBy(() -> database.execute("INSERT INTO u(b) VALUES ('x')"))
        .isInstanceOfSatisfying(
            EngineException.class,
            e -> {
              assertThat(e.code()).isEqualTo(ErrorCode.BAD_REQUEST);
              assertThat(e.message()).contains("row id");
              assertThat(e.detail("reason")).isEmpty();
            });
    assertThat(database.isFailed()).isFalse();
    assertThat(database.execute("INSERT INTO u(id) VALUES (1)")).isOne();
  }
}
