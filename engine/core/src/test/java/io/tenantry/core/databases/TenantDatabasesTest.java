package io.tenantry.core.databases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tenantry.contract.error.EngineException;
import io.tenantry.contract.error.ErrorCode;
import io.tenantry.core.sqlite.Deadline;
import io.tenantry.core.sqlite.OpenMode;
import io.tenantry.core.sqlite.OpenOptions;
import io.tenantry.core.sqlite.Profile;
import io.tenantry.core.sqlite.Sqlite;
import io.tenantry.core.sqlite.SqliteDatabase;
import io.tenantry.core.sqlite.SqliteStatement;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class TenantDatabasesTest {
  private static final Duration IDLE = Duration.ofSeconds(60);

  @TempDir Path folder;
  private final Sqlite sqlite = new Sqlite();
  private final ScheduledExecutorService scheduler = Executors.newScheduledThreadPool(1);
  private final AtomicLong now = new AtomicLong(1_000_000);
  private final InstantSource clock = () -> Instant.ofEpochMilli(now.get());
  private TenantDatabases databases = databases(12);

  private TenantDatabases databases(int connections) {
    return new TenantDatabases(sqlite, new DatabaseLimits(connections, 4, IDLE), clock, scheduler);
  }

  @AfterEach
  void close() {
    databases.close();
    scheduler.shutdownNow();
    sqlite.close();
  }

  private DatabaseFile create(String name) {
    Path path = folder.resolve(name + ".db");
    try (SqliteDatabase database =
        sqlite.open(new OpenOptions(path, OpenMode.CREATE, Profile.ENGINE))) {
      database.execute("CREATE TABLE t(id INTEGER PRIMARY KEY, n INTEGER)");
      database.execute("INSERT INTO t VALUES (1, 0)");
    }
    return DatabaseFile.tenant(path);
  }

  private static Deadline soon() {
    return Deadline.in(Duration.ofMillis(50));
  }

  private static Deadline late() {
    return Deadline.in(Duration.ofSeconds(60));
  }

  private long read(DatabaseFile file, String sql) {
    return databases.withReader(file, late(), db -> db.queryLong(sql));
  }

  private long readOnWriter(DatabaseFile file, String sql) {
    return databases.withWriter(file, late(), db -> db.queryLong(sql));
  }

  private long write(DatabaseFile file, String sql) {
    return databases.withWriter(file, late(), db -> db.execute(sql));
  }

  @Test
  void readersSeeWhatTheWriterCommitted() {
    DatabaseFile a = create("a");
    write(a, "UPDATE t SET n = 5");
    assertThat(read(a, "SELECT n FROM t")).isEqualTo(5);
    assertThatThrownBy(() -> databases.withReader(a, late(), db -> db.execute("DELETE FROM t")))
        .hasMessage("query failed: attempt to write a readonly database");
    assertThat(databases.counters()).isEqualTo(new DatabaseCounters(1, 2, 12));
  }

  @Test
  void connectionsAreReusedWithTheirStatements() {
    DatabaseFile a = create("a");
    try (Lease first = databases.reader(a, late())) {
      SqliteDatabase connection = first.database();
      first.close();
      try (Lease second = databases.reader(a, late())) {
        assertThat(second.database()).isSameAs(connection);
      }
    }
  }

  @Test
  void oneWriterAndFourReadersAtATime() {
    DatabaseFile a = create("a");
    List<Lease> leases = new ArrayList<>();
    leases.add(databases.writer(a, late()));
    for (int i = 0; i < 4; i++) {
      leases.add(databases.reader(a, late()));
    }
    assertThatThrownBy(() -> databases.writer(a, soon()))
        .isInstanceOfSatisfying(
            EngineException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.CONFLICT))
        .hasMessage("database is busy");
    assertThatThrownBy(() -> databases.reader(a, soon())).hasMessage("database is busy");
    leases.forEach(Lease::close);
    databases.reader(a, soon()).close();
  }

  @Test
  void tooManyUsersAreRefusedAtOnce() {
    DatabaseFile one = new DatabaseFile(create("a").path(), Profile.TENANT, 1);
    try (Lease lease = databases.reader(one, late())) {
      assertThat(lease.database().queryLong("SELECT n FROM t")).isZero();
      assertThatThrownBy(() -> databases.reader(one, late()))
          .isInstanceOfSatisfying(
              EngineException.class,
              e -> {
                assertThat(e.code()).isEqualTo(ErrorCode.RATE_LIMITED);
                assertThat(e.details()).containsEntry("retry_after_seconds", 1);
              })
          .hasMessage("too many connections to this database: max 1");
    }
    databases.reader(one, late()).close();
  }

  @Test
  void idleDatabasesAreClosedAfterTheirTime() throws IOException {
    DatabaseFile a = create("a");
    write(a, "UPDATE t SET n = 1");
    read(a, "SELECT 1");
    now.addAndGet(IDLE.toMillis() - 1);
    databases.closeIdle();
    assertThat(databases.counters().openDatabases()).isOne();
    now.addAndGet(1);
    databases.closeIdle();
    assertThat(databases.counters()).isEqualTo(new DatabaseCounters(0, 0, 12));
    assertThat(files()).containsExactly("a.db");
  }

  @Test
  void leastRecentlyUsedMakesRoom() {
    List<DatabaseFile> all = Stream.of("a", "b", "c", "d", "e").map(this::create).toList();
    databases.close();
    databases = databases(3);
    for (int round = 0; round < 3; round++) {
      for (DatabaseFile file : all) {
        now.incrementAndGet();
        assertThat(write(file, "UPDATE t SET n = n + 1")).isOne();
        assertThat(databases.counters().openConnections()).isLessThanOrEqualTo(3);
      }
    }
    Lease recent = databases.writer(all.get(4), late());
    assertThat(databases.counters().openConnections()).isEqualTo(3);
    recent.close();
  }

  @Test
  void allConnectionsInUseMakesOthersWait() throws InterruptedException, ExecutionException {
    DatabaseFile a = create("a");
    DatabaseFile b = create("b");
    databases.close();
    databases = databases(1);
    Lease held = databases.writer(a, late());
    assertThatThrownBy(() -> databases.writer(b, soon())).hasMessage("database is busy");
    try (ExecutorService executor = Executors.newSingleThreadExecutor()) {
      Future<Long> waiting = executor.submit(() -> read(b, "SELECT n FROM t"));
      held.close();
      assertThat(waiting.get()).isZero();
    }
  }

  @Test
  void closedMeansNobodyHasTheFileOpen() throws InterruptedException, ExecutionException {
    DatabaseFile a = create("a");
    read(a, "SELECT n FROM t");
    Path other = create("other").path();
    CountDownLatch inside = new CountDownLatch(1);
    try (ExecutorService executor = Executors.newSingleThreadExecutor()) {
      Future<Long> later =
          databases.withClosed(
              a.path(),
              late(),
              () -> {
                Future<Long> waiting =
                    executor.submit(
                        () -> {
                          inside.countDown();
                          return read(a, "SELECT count(*) FROM t");
                        });
                await(inside);
                assertThat(files()).containsExactlyInAnyOrder("a.db", "other.db");
                replaceWithEmptyTable(a.path(), other);
                assertThat(waiting).isNotDone();
                return waiting;
              });
      assertThat(later.get()).isZero();
    }
  }

  private void replaceWithEmptyTable(Path target, Path other) {
    try (SqliteDatabase database = sqlite.open(OpenOptions.engine(other))) {
      database.execute("DELETE FROM t");
    }
    try {
      Files.delete(target);
      Files.move(other, target);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void closingWaitsForUsersUntilTheDeadline() {
    DatabaseFile a = create("a");
    try (Lease lease = databases.reader(a, late())) {
      assertThat(lease.database().queryLong("SELECT n FROM t")).isZero();
      assertThatThrownBy(() -> databases.withClosed(a.path(), soon(), () -> true))
          .hasMessage("database is busy");
    }
    assertThat(databases.withClosed(a.path(), soon(), () -> true)).isTrue();
  }

  @Test
  void damagedFileCanStillBeDeleted() throws IOException {
    Path path = Files.writeString(folder.resolve("bad.db"), "no database ".repeat(500));
    Files.writeString(folder.resolve("bad.db-wal"), "rest");
    assertThatThrownBy(() -> databases.writer(DatabaseFile.tenant(path), late()))
        .hasMessage("the file is not a database: bad.db");
    databases.withClosed(path, late(), () -> path.toFile().delete());
    assertThat(path).doesNotExist();
    assertThat(databases.counters().openConnections()).isZero();
  }

  @Test
  void openTransactionIsRolledBackWithItsLease() {
    DatabaseFile a = create("a");
    try (Lease lease = databases.writer(a, late())) {
      lease.database().begin();
      lease.database().execute("UPDATE t SET n = 9");
    }
    assertThat(readOnWriter(a, "SELECT n FROM t")).isZero();
  }

  @Test
  void engineWorkChangesTheSchemaUnderWarmReaders() {
    DatabaseFile a = create("a");
    assertThat(databases.withReader(a, late(), TenantDatabasesTest::columns))
        .containsExactly("id", "n");
    databases.withEngine(a.path(), late(), db -> db.execute("ALTER TABLE t RENAME COLUMN n TO m"));
    assertThat(databases.withReader(a, late(), TenantDatabasesTest::columns))
        .containsExactly("id", "m");
    write(a, "ALTER TABLE t RENAME COLUMN m TO o");
    assertThat(databases.withReader(a, late(), TenantDatabasesTest::columns))
        .containsExactly("id", "o");
  }

  private static List<String> columns(SqliteDatabase database) {
    try (SqliteStatement statement = database.prepare("SELECT * FROM t")) {
      statement.step();
      return statement.columns();
    }
  }

  @Test
  void coldEngineWorkLeavesNothingOpen() {
    DatabaseFile a = create("a");
    databases.withEngine(a.path(), late(), db -> db.execute("UPDATE t SET n = 3"));
    assertThat(databases.counters()).isEqualTo(new DatabaseCounters(0, 0, 12));
    assertThat(files()).containsExactly("a.db");
  }

  @Test
  void visitsLeaveColdDatabasesColdAndUseWarmOnes() {
    DatabaseFile cold = create("cold");
    try (Lease lease = databases.visit(cold, false, late())) {
      assertThat(lease.database().queryLong("SELECT n FROM t")).isZero();
    }
    assertThat(databases.counters().openConnections()).isZero();
    assertThat(files()).containsExactly("cold.db");
    write(cold, "UPDATE t SET n = 4");
    try (Lease lease = databases.visit(cold, false, late())) {
      assertThat(lease.database().queryLong("SELECT n FROM t")).isEqualTo(4);
    }
    assertThat(databases.counters().openConnections()).isEqualTo(2);
  }

  @Test
  void databasesBelowAFolderAreClosedTogether() throws IOException {
    Files.createDirectories(folder.resolve("in"));
    DatabaseFile inside = create("in/a");
    DatabaseFile outside = create("b");
    write(inside, "UPDATE t SET n = 1");
    write(outside, "UPDATE t SET n = 1");
    databases.closeBelow(folder.resolve("in"));
    assertThat(databases.counters()).isEqualTo(new DatabaseCounters(1, 1, 12));
    assertThat(read(inside, "SELECT n FROM t")).isOne();
  }

  @Test
  void nothingOpensAfterClose() {
    DatabaseFile a = create("a");
    databases.close();
    assertThatThrownBy(() -> databases.reader(a, late())).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void limitsFollowTheDescriptorsOfTheProcess() {
    assertThat(DatabaseLimits.forDescriptors(1024).maxConnections()).isEqualTo(170);
    assertThat(DatabaseLimits.forDescriptors(256).maxConnections()).isEqualTo(16);
    assertThat(DatabaseLimits.forDescriptors(Long.MAX_VALUE).maxConnections()).isEqualTo(2000);
    assertThat(DatabaseLimits.ofThisProcess().readersPerDatabase()).isEqualTo(4);
  }

  private List<String> files() {
    try (Stream<Path> all = Files.list(folder)) {
      return all.map(path -> path.getFileName().toString()).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
