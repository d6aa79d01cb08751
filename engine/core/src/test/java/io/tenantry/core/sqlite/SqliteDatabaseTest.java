package io.tenantry.core.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tenantry.contract.error.EngineException;
import io.tenantry.contract.error.ErrorCode;
import io.tenantry.contract.queries.Parameters;
import io.tenantry.contract.queries.Value;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SqliteDatabaseTest {
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
              assertThat(e.details()).isEqualTo(Map.of("sqlite_code", "SQLITE_CONSTRAINT_UNIQUE"));
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
  void statementClosedTwiceStaysWhole() {
    SqliteStatement statement = database.prepare("SELECT 1");
    statement.close();
    statement.close();
    assertThat(database.queryLong("SELECT 1")).isOne();
    assertThat(database.queryLong("SELECT 1")).isOne();
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
              assertThat(e.details()).isEqualTo(Map.of("timeout_ms", 100L));
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

  private volatile boolean interrupted;

  private long within(Duration timeout, String sql) {
    return database.within(Deadline.in(timeout), () -> database.queryLong(sql));
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
  void imageBecomesATenantFile() throws IOException {
    byte[] image;
    try (SqliteDatabase compiled = sqlite.openInMemory(Profile.ENGINE)) {
      compiled.executeScript("CREATE TABLE a(x); CREATE INDEX i ON a(x);");
      compiled.userVersion(7);
      compiled.applicationId(0x54454e31);
      image = compiled.image();
    }
    Path file = Files.write(folder.resolve("image.db"), image);
    try (SqliteDatabase reader =
        sqlite.open(new OpenOptions(file, OpenMode.READ_ONLY, Profile.TENANT))) {
      assertThat(reader.userVersion()).isEqualTo(7);
      assertThat(reader.applicationId()).isEqualTo(0x54454e31);
      assertThat(reader.queryText("PRAGMA journal_mode")).isEqualTo("wal");
    }
    try (SqliteDatabase writer =
        sqlite.open(new OpenOptions(file, OpenMode.READ_WRITE, Profile.TENANT))) {
      assertThat(writer.execute("INSERT INTO a VALUES (1)")).isOne();
      assertThat(writer.queryText("PRAGMA integrity_check")).isEqualTo("ok");
    }
    assertThat(folder.resolve("image.db-wal")).doesNotExist();
  }

  @Test
  void backupIsTheDatabaseAsOfNow() {
    database.execute("INSERT INTO t(id) VALUES (1)");
    Path copy = folder.resolve("copy.db");
    try (SqliteDatabase reader =
        sqlite.open(new OpenOptions(database.path(), OpenMode.READ_ONLY, Profile.TENANT))) {
      database.begin();
      reader.backupTo(copy);
      database.rollback();
    }
    database.execute("INSERT INTO t(id) VALUES (2)");
    try (SqliteDatabase restored = create("copy.db")) {
      assertThat(restored.queryLong("SELECT count(*) FROM t")).isOne();
    }
  }

  @Test
  void pathsMayHoldWhatUrlsMayNot() throws IOException {
    Path odd = Files.createDirectories(folder.resolve("a b?mode=memory#%41 ü'\"&"));
    Path file = odd.resolve(":resource:x?cache=shared.db");
    try (SqliteDatabase strange =
        sqlite.open(new OpenOptions(file, OpenMode.CREATE, Profile.TENANT))) {
      strange.execute("CREATE TABLE a(x)");
      strange.backupTo(odd.resolve("copy?.db"));
    }
    assertThat(file).isNotEmptyFile();
    assertThat(odd.resolve("copy?.db")).isNotEmptyFile();
  }

  @Test
  void filesThatAreNoDatabasesAreClearErrors() throws IOException {
    Path text = Files.writeString(folder.resolve("text.db"), "hello ".repeat(500));
    assertThatThrownBy(() -> sqlite.open(OpenOptions.engine(text)))
        .isInstanceOfSatisfying(
            EngineException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.INTERNAL_ERROR))
        .hasMessage("the file is not a database: text.db");
    Path missing = folder.resolve("missing.db");
    assertThatThrownBy(() -> sqlite.open(OpenOptions.engine(missing)))
        .hasMessage("the database file cannot be opened: missing.db");
    assertThat(missing).doesNotExist();
  }

  @Test
  void fullDatabaseIsAClearErrorAndKeepsWhatWas() {
    database.execute("PRAGMA max_page_count=10");
    assertThatThrownBy(
            () -> database.execute("INSERT INTO t(name) VALUES (hex(randomblob(100000)))"))
        .isInstanceOfSatisfying(
            EngineException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.INTERNAL_ERROR))
        .hasMessage("the disk is full or the database reached its size limit: a.db");
    assertThat(database.queryLong("SELECT count(*) FROM t")).isZero();
  }

  @Test
  void damagedFileIsAClearError() throws IOException {
    database.execute("INSERT INTO t(name) VALUES (hex(randomblob(20000)))");
    database.close();
    byte[] bytes = Files.readAllBytes(database.path());
    java.util.Arrays.fill(bytes, 4096, bytes.length, (byte) 0x55);
    Files.write(database.path(), bytes);
    database = create("a.db");
    assertThatThrownBy(() -> database.execute("SELECT sum(length(name)) FROM t"))
        .hasMessage("the database is damaged: a.db");
    assertThat(database.isFailed()).isTrue();
  }

  @Test
  void versionIsThatOfTheLibrary() {
    assertThat(sqlite.version()).startsWith("3.");
  }
}
