package io.tenantry.core.databases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tenantry.contract.error.EngineException;
import io.tenantry.contract.error.ErrorCode;
import io.tenantry.contract.queries.Parameters;
import io.tenantry.contract.queries.QueryResult;
import io.tenantry.contract.queries.Value;
import io.tenantry.core.sqlite.OpenMode;
import io.tenantry.core.sqlite.OpenOptions;
import io.tenantry.core.sqlite.Profile;
import io.tenantry.core.sqlite.Sqlite;
import io.tenantry.core.sqlite.SqliteDatabase;
import io.tenantry.core.sqlite.StatementGate;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class QueryRunnerTest {
  @TempDir Path folder;
  private final Sqlite sqlite = new Sqlite();
  private final ScheduledExecutorService scheduler = Executors.newScheduledThreadPool(1);
  private final TenantDatabases databases =
      new TenantDatabases(
          sqlite, DatabaseLimits.ofThisProcess(), InstantSource.system(), scheduler);
  private final QueryRunner runner = new QueryRunner(databases);
  private DatabaseFile file;

  @BeforeEach
  void create() {
    file = DatabaseFile.tenant(folder.resolve("t.db"));
    try (SqliteDatabase database =
        sqlite.open(new OpenOptions(file.path(), OpenMode.CREATE, Profile.ENGINE))) {
      database.executeScript(
          """
          CREATE TABLE users(id INTEGER PRIMARY KEY, name VARCHAR(20), score REAL, note);
          INSERT INTO users VALUES (1, 'Ada', 1.5, NULL), (2, 'Bob', NULL, x'00');
          """);
    }
  }

  @AfterEach
  void close() {
    databases.close();
    scheduler.shutdownNow();
    sqlite.close();
  }

  private QueryResult run(String sql, Access access, int maxRows, Value... values) {
    QueryLimits limits = new QueryLimits(Duration.ofSeconds(30), maxRows);
    return runner.run(file, StatementGate.check(sql), Parameters.of(values), access, limits);
  }

  private QueryResult write(String sql, Value... values) {
    return run(sql, Access.WRITE, 100, values);
  }

  @Test
  void readReturnsColumnsTypesAndRows() {
    QueryResult result =
        run("SELECT id, name, name, note, score * 2, NULL FROM users", Access.READ, 100);
    assertThat(result.columns()).containsExactly("id", "name", "name", "note", "score * 2", "NULL");
    assertThat(result.types())
        .containsExactly("INTEGER", "VARCHAR(20)", "VARCHAR(20)", "BLOB", "REAL", "NULL");
    assertThat(result.rows().getFirst())
        .containsExactly(
            Value.of(1),
            Value.of("Ada"),
            Value.of("Ada"),
            Value.ofNull(),
            Value.of(3.0),
            Value.ofNull());
    assertThat(result.rowCount()).isEqualTo(2);
    assertThat(result.truncated()).isFalse();
    assertThat(result.rowsAffected()).isEmpty();
    assertThat(result.lastInsertId()).isEmpty();
    assertThat(result.durationMs()).isPositive();
  }

  @Test
  void rowLimitCutsAndSaysSo() {
    assertThat(run("SELECT id FROM users", Access.READ, 2).truncated()).isFalse();
    QueryResult cut = run("SELECT id FROM users", Access.READ, 1);
    assertThat(cut.rows()).containsExactly(List.of(Value.of(1)));
    assertThat(cut.truncated()).isTrue();
  }

  @Test
  void hugeAnswersAreCutBeforeMemoryIsFull() {
    QueryResult cut =
        run(
            "WITH RECURSIVE c(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM c WHERE x < 200)"
                + " SELECT zeroblob(1000000) FROM c",
            Access.READ,
            1000);
    assertThat(cut.truncated()).isTrue();
    assertThat(cut.rowCount()).isBetween(60, 80);
  }

  @Test
  void writesReportRowsAndTheInsertedId() {
    QueryResult inserted = write("INSERT INTO users(name) VALUES ('Cy'), (?)", Value.of("Di"));
    assertThat(inserted.rowsAffected()).contains(2L);
    assertThat(inserted.lastInsertId()).contains(4L);
    assertThat(inserted.columns()).isEmpty();
    assertThat(inserted.types()).isEmpty();
    QueryResult updated = write("UPDATE users SET score = 0 WHERE id < 3");
    assertThat(updated.rowsAffected()).contains(2L);
    assertThat(updated.lastInsertId()).isEmpty();
    assertThat(write("DELETE FROM users WHERE id = 99").rowsAffected()).contains(0L);
    assertThat(write("INSERT OR IGNORE INTO users(id) VALUES (1)").lastInsertId()).isEmpty();
  }

  @Test
  void returningGivesRowsAndCounts() {
    QueryResult cut = run("DELETE FROM users RETURNING id, name", Access.WRITE, 1);
    assertThat(cut.rowCount()).isOne();
    assertThat(cut.truncated()).isTrue();
    assertThat(cut.rowsAffected()).contains(2L);
    assertThat(run("SELECT count(*) FROM users", Access.READ, 1).rows())
        .containsExactly(List.of(Value.of(0)));
  }

  @Test
  void explainChangesNothing() {
    QueryResult plan = write("EXPLAIN QUERY PLAN DELETE FROM users WHERE id = 1");
    assertThat(plan.rowCount()).isPositive();
    assertThat(plan.rowsAffected()).isEqualTo(Optional.empty());
    assertThat(write("SELECT id FROM users").rowCount()).isEqualTo(2);
  }

  @Test
  void readAccessCannotWrite() {
    assertThatThrownBy(() -> run("DELETE FROM users", Access.READ, 1))
        .isInstanceOfSatisfying(
            EngineException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.PERMISSION_DENIED))
        .hasMessage("query failed: attempt to write a readonly database");
  }

  @Test
  void namedParametersAreBound() {
    QueryResult result =
        runner.run(
            file,
            StatementGate.check("SELECT name FROM users WHERE id = :id"),
            Parameters.named(Map.of("id", Value.of(2))),
            Access.READ,
            QueryLimits.DEFAULT);
    assertThat(result.rows()).containsExactly(List.of(Value.of("Bob")));
  }

  @Test
  void timeLimitEndsTheQuery() {
    QueryLimits limits = new QueryLimits(Duration.ofMillis(100), 10);
    assertThatThrownBy(
            () ->
                runner.run(
                    file,
                    StatementGate.check(
                        "WITH RECURSIVE c(x) AS (SELECT 1 UNION ALL SELECT x FROM c)"
                            + " SELECT count(*) FROM c"),
                    Parameters.none(),
                    Access.READ,
                    limits))
        .hasMessage("query failed: timeout after 100ms");
    assertThat(run("SELECT 1", Access.READ, 1).rowCount()).isOne();
  }
}
