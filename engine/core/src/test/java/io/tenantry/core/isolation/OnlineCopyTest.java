package io.tenantry.core.isolation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.tenantry.contract.error.EngineException;
import io.tenantry.core.SettableClock;
import io.tenantry.core.databases.DatabaseFile;
import io.tenantry.core.databases.DatabaseLimits;
import io.tenantry.core.databases.TenantDatabases;
import io.tenantry.core.sqlite.Deadline;
import io.tenantry.core.sqlite.OpenMode;
import io.tenantry.core.sqlite.OpenOptions;
import io.tenantry.core.sqlite.Profile;
import io.tenantry.core.sqlite.Sqlite;
import io.tenantry.core.sqlite.SqliteDatabase;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A copy equals its database, whatever happened to the log while it was made. */
class OnlineCopyTest {
  private static final Duration LONG = Duration.ofSeconds(20);

  @TempDir Path temp;

  private final Sqlite sqlite = new Sqlite();
  private final ScheduledExecutorService scheduler = Executors.newSingleThreadScheduledExecutor();
  private TenantDatabases databases;
  private DatabaseFile source;
  private Path target;

  @BeforeEach
  void makeDatabase() {
    databases =
        new TenantDatabases(sqlite, DatabaseLimits.ofThisProcess(), new SettableClock(), scheduler);
    source = new DatabaseFile(temp.resolve("source.db"), Profile.ENGINE, Integer.MAX_VALUE);
    target = temp.resolve("host/copy.db");
  }

  @AfterEach
  void close() {
    databases.close();
    scheduler.shutdownNow();
    sqlite.close();
  }

  @Test
  void nothingWrittenMeanwhile() {
    create(4096, 500);

    copied(_ -> {});
  }

  @Test
  void rowsWrittenMeanwhile() {
    create(4096, 500);

    copied(writer -> insert(writer, 300));
  }

  @Test
  void theLogBeginsAnewBecauseAllOfItWasOlder() {
    create(4096, 500);
    write(writer -> writer.query("PRAGMA wal_checkpoint(PASSIVE)", row -> row.value(0)));

    copied(writer -> insert(writer, 300));
  }

  @Test
  void theLogIsEmptiedBeforeItBeginsAnew() {
    create(4096, 500);
    write(writer -> writer.query("PRAGMA wal_checkpoint(TRUNCATE)", row -> row.value(0)));

    copied(
        writer -> {
          writer.query("PRAGMA wal_checkpoint(TRUNCATE)", row -> row.value(0));
          insert(writer, 300);
        });
  }

  @Test
  void theLogIsRestartedAndStillHasTheFramesOfAnEarlierOne() {
    create(4096, 500);
    write(writer -> writer.query("PRAGMA wal_checkpoint(RESTART)", row -> row.value(0)));

    copied(writer -> insert(writer, 3));
  }

  @Test
  void theLogIsFoldedWhileTheCopyIsMade() {
    create(4096, 500);

    copied(
        writer -> {
          insert(writer, 100);
          writer.query("PRAGMA wal_checkpoint(PASSIVE)", row -> row.value(0));
          insert(writer, 100);
          writer.query("PRAGMA wal_checkpoint(PASSIVE)", row -> row.value(0));
        });
  }

  @Test
  void aTransactionLargerThanTheCacheIsRolledBack() {
    create(4096, 500);

    copied(
        writer -> {
          insert(writer, 10);
          writer.execute("PRAGMA cache_size = 10");
          writer.begin();
          insert(writer, 2000);
          writer.rollback();
          insert(writer, 10);
        });
  }

  @Test
  void theDatabaseShrinks() {
    create(4096, 2000);

    copied(
        writer -> {
          writer.execute("DELETE FROM notes WHERE id > 50");
          writer.execute("VACUUM");
          insert(writer, 5);
        });
    assertThat(target).satisfies(file -> assertThat(Files.size(file)).isLessThan(500_000));
  }

  @ParameterizedTest
  @ValueSource(ints = {512, 1024, 8192, 65536})
  void pagesOfAnySize(int pageSize) {
    create(pageSize, 500);

    copied(writer -> insert(writer, 200));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void anythingAtAll(long seed) {
    Random random = new Random(seed);
    create(4096, random.nextInt(1000));
    if (random.nextBoolean()) {
      write(writer -> writer.query("PRAGMA wal_checkpoint(PASSIVE)", row -> row.value(0)));
    }

    copied(
        writer -> {
          for (int i = 0; i < 20; i++) {
            doAnything(writer, random);
          }
        });
  }

  private static void doAnything(SqliteDatabase writer, Random random) {
    switch (random.nextInt(6)) {
      case 0 -> insert(writer, random.nextInt(200));
      case 1 -> writer.execute("DELETE FROM notes WHERE id % 7 = " + random.nextInt(7));
      case 2 -> writer.execute("UPDATE notes SET body = randomblob(900) WHERE id % 5 = 1");
      case 3 -> writer.query("PRAGMA wal_checkpoint(PASSIVE)", row -> row.value(0));
      case 4 -> writer.execute("CREATE TABLE more" + random.nextInt(1 << 30) + " (a)");
      default -> writer.userVersion(random.nextInt(1000));
    }
  }

  @Test
  void aCommitThatWasNotTakenIsNoticed() {
    create(4096, 100);
    try (OnlineCopy copy = OnlineCopy.begin(databases, source, target, Deadline.in(LONG))) {
      copy.copySnapshot();
      copy.catchUp();
      write(writer -> insert(writer, 1));

      assertThatExceptionOfType(EngineException.class)
          .isThrownBy(() -> write(copy::requireComplete))
          .withMessageContaining("lacks commits");

      copy.catchUp();
      write(copy::requireComplete);
    }
  }

  /** Copies while the work is done: after the snapshot, and again after a first round. */
  private void copied(Consumer<SqliteDatabase> work) {
    try (OnlineCopy copy = OnlineCopy.begin(databases, source, target, Deadline.in(LONG))) {
      write(work);
      copy.copySnapshot();
      copy.catchUp();
      write(work);
      copy.catchUp();
      write(copy::requireComplete);
    }
    assertThat(contents(target)).isEqualTo(contents(source.path()));
  }

  private List<String> contents(Path file) {
    return databases.withEngine(
        file,
        Deadline.in(LONG),
        database -> {
          assertThat(database.queryText("PRAGMA integrity_check")).isEqualTo("ok");
          return List.of(
              database.queryText("SELECT group_concat(sql) FROM sqlite_schema"),
              database
                  .query(
                      "SELECT id, hex(body) FROM notes", row -> row.value(0) + " " + row.value(1))
                  .toString(),
              String.valueOf(database.userVersion()));
        });
  }

  private void create(int pageSize, int rows) {
    try (SqliteDatabase database =
        sqlite.open(new OpenOptions(source.path(), OpenMode.CREATE, Profile.ENGINE))) {
      database.query("PRAGMA journal_mode = DELETE", row -> row.value(0));
      database.execute("PRAGMA page_size = " + pageSize);
      database.execute("VACUUM");
      database.query("PRAGMA journal_mode = WAL", row -> row.value(0));
      database.execute("CREATE TABLE notes (id INTEGER PRIMARY KEY, body BLOB NOT NULL)");
    }
    write(writer -> insert(writer, rows));
  }

  private static void insert(SqliteDatabase writer, int rows) {
    for (int left = rows; left > 0; left -= 50) { // one commit each
      writer.execute(
          "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < "
              + Math.min(left, 50)
              + ") INSERT INTO notes (body) SELECT randomblob(700) FROM n");
    }
  }

  private void write(Consumer<SqliteDatabase> work) {
    databases.withWriter(
        source,
        Deadline.in(LONG),
        writer -> {
          work.accept(writer);
          return true;
        });
  }
}
