package io.tenantry.core.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tenantry.contract.error.EngineException;
import io.tenantry.contract.error.ErrorCode;
import io.tenantry.contract.error.FailureReason;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SqliteTransactionsTest {
  private static final String ENDLESS =
      "WITH RECURSIVE c(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM c) SELECT count(*) FROM c";

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

  private volatile boolean interrupted;

  @Test
  void transactionKeepsAllOrNothing() {
    database.inTransaction(() -> database.execute("INSERT INTO t(id) VALUES (1)"));
    assertThatThrownBy(
            () ->
                database.inTransaction(
                    () -> {
                      database.execute("INSERT INTO t(id) VALUES (2)");
                      database.execute("INSERT INTO t(id) VALUES (1)");
                    }))
        .hasMessageContaining("UNIQUE");
    assertThat(database.isInTransaction()).isFalse();
    assertThat(database.queryLong("SELECT count(*) FROM t")).isOne();
  }

  @Test
  void transactionThatSqliteEndedTakesNoMoreStatements() {
    assertThatThrownBy(
            () ->
                database.inTransaction(
                    () -> {
                      database.execute("INSERT INTO t(id) VALUES (1)");
                      assertThatThrownBy(
                              () -> database.execute("INSERT OR ROLLBACK INTO t(id) VALUES (1)"))
                          .hasMessageContaining("UNIQUE");
                      database.execute("INSERT INTO t(id) VALUES (2)");
                    }))
        .hasMessage("query failed: the transaction was rolled back before");
    assertThat(database.queryLong("SELECT count(*) FROM t")).isZero();
  }

  @Test
  void transactionGoesOnAfterAnErrorThatWasHandled() {
    database.inTransaction(
        () -> {
          database.execute("INSERT INTO t(id) VALUES (1)");
          assertThatThrownBy(() -> database.execute("INSERT INTO t(id) VALUES (1)"))
              .hasMessageContaining("UNIQUE");
          database.execute("INSERT INTO t(id) VALUES (2)");
        });
    assertThat(database.queryLong("SELECT count(*) FROM t")).isEqualTo(2);
  }

  @Test
  void lockedDatabaseIsBusy() {
    try (SqliteDatabase other = create("a.db")) {
      other.begin();
      assertThatThrownBy(() -> database.begin())
          .isInstanceOfSatisfying(
              EngineException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.CONFLICT))
          .hasMessage("database is busy");
      other.rollback();
      database.begin();
      database.commit();
    }
  }

  @Test
  void deadlineEndsAnEndlessQuery() {
    assertThatThrownBy(() -> within(Duration.ofMillis(100), ENDLESS))
        .isInstanceOfSatisfying(
            EngineException.class,
            e -> {
              assertThat(e.code()).isEqualTo(ErrorCode.BAD_REQUEST);
              assertThat(e.reason()).contains(FailureReason.TIMEOUT);
              assertThat(e.details()).containsEntry("timeout_ms", 100L);
            })
        .hasMessage("query failed: timeout after 100ms");
    assertThat(within(Duration.ofSeconds(30), "SELECT 1")).isOne();
  }

  @Test
  void deadlineInATransactionLeavesNothingBehind() {
    String endlessInsert = "INSERT INTO t(age) " + ENDLESS;
    assertThatThrownBy(
            () ->
                database.within(
                    Deadline.in(Duration.ofMillis(60)),
                    () ->
                        database.transaction(
                            () -> {
                              database.execute("INSERT INTO t(id) VALUES (1)");
                              return database.execute(endlessInsert);
                            })))
        .hasMessage("query failed: timeout after 60ms");
    assertThat(database.queryLong("SELECT count(*) FROM t")).isZero();
    database.inTransaction(() -> database.execute("INSERT INTO t(id) VALUES (1)"));
  }

  @Test
  void deadlineThatPassedStopsBeforeTheStatement() {
    assertThatThrownBy(() -> within(Duration.ZERO, ENDLESS)).hasMessageContaining("timeout");
  }

  @Test
  void earliestOfNestedDeadlinesHolds() {
    Deadline late = Deadline.in(Duration.ofSeconds(60));
    Deadline soon = Deadline.in(Duration.ofMillis(50));
    assertThatThrownBy(
            () ->
                database.within(
                    soon, () -> database.within(late, () -> database.queryLong(ENDLESS))))
        .hasMessage("query failed: timeout after 50ms");
    long after =
        database.within(
            late,
            () -> {
              assertThatThrownBy(() -> within(Duration.ofMillis(20), ENDLESS))
                  .hasMessage("query failed: timeout after 20ms");
              return database.queryLong("SELECT 1");
            });
    assertThat(after).isOne();
  }

  @Test
  void interruptedThreadStopsItsQuery() {
    Thread.currentThread().interrupt();
    assertThatThrownBy(() -> within(Duration.ofSeconds(60), ENDLESS))
        .hasMessage("query failed: cancelled");
    assertThat(Thread.interrupted()).isTrue();
    assertThat(within(Duration.ofSeconds(60), "SELECT 1")).isOne();
  }

  @Test
  void anotherThreadCanInterrupt() {
    CompletableFuture<Void> interrupting =
        CompletableFuture.runAsync(
            () -> {
              while (!Thread.currentThread().isInterrupted() && !interrupted) {
                database.interrupt();
                Thread.onSpinWait();
              }
            });
    assertThatThrownBy(() -> within(Duration.ofSeconds(60), ENDLESS))
        .hasMessage("query failed: cancelled");
    interrupted = true;
    interrupting.join();
    assertThat(database.queryLong("SELECT 1")).isOne();
  }

  private long within(Duration timeout, String sql) {
    return database.within(Deadline.in(timeout), () -> database.queryLong(sql));
  }
}
