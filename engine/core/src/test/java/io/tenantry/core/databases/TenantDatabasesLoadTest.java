package io.tenantry.core.databases;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.contract.queries.Value;
import io.tenantry.core.sqlite.Deadline;
import io.tenantry.core.sqlite.OpenMode;
import io.tenantry.core.sqlite.OpenOptions;
import io.tenantry.core.sqlite.Profile;
import io.tenantry.core.sqlite.Sqlite;
import io.tenantry.core.sqlite.SqliteDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class TenantDatabasesLoadTest {
  private static final Duration IDLE = Duration.ofSeconds(60);

  @TempDir Path folder;
  private final Sqlite sqlite = new Sqlite();
  private final ScheduledExecutorService scheduler = Executors.newScheduledThreadPool(1);
  private final AtomicLong now = new AtomicLong(1_000_000);
  private final InstantSource clock = () -> Instant.ofEpochMilli(now.get());
  private final TenantDatabases databases =
      new TenantDatabases(sqlite, new DatabaseLimits(12, 4, IDLE), clock, scheduler);

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

  private static Deadline late() {
    return Deadline.in(Duration.ofSeconds(60));
  }

  @Test
  void manyThreadsOnFewConnectionsLoseNothingAndLeakNothing()
      throws InterruptedException, ExecutionException {
    List<DatabaseFile> all =
        Stream.iterate(0, i -> i + 1).limit(8).map(i -> create("s" + i)).toList();
    long descriptors = openDescriptors();
    AtomicLong written = new AtomicLong();
    try (ExecutorService executor = Executors.newFixedThreadPool(16)) {
      List<Future<?>> tasks = new ArrayList<>();
      for (int i = 0; i < 16; i++) {
        tasks.add(executor.submit(() -> hammer(all, written)));
      }
      for (Future<?> task : tasks) {
        task.get();
      }
    }
    long sum = 0;
    for (DatabaseFile file : all) {
      sum += read(file, "SELECT sum(n) FROM t");
    }
    assertThat(sum).isEqualTo(written.get());
    databases.close();
    assertThat(databases.counters()).isEqualTo(new DatabaseCounters(0, 0, 12));
    assertThat(openDescriptors()).isLessThan(descriptors + 12);
  }

  private void hammer(List<DatabaseFile> all, AtomicLong written) {
    ThreadLocalRandom random = ThreadLocalRandom.current();
    for (int i = 0; i < 150; i++) {
      DatabaseFile file = all.get(random.nextInt(all.size()));
      now.incrementAndGet();
      switch (random.nextInt(12)) {
        case 0 -> databases.withClosed(file.path(), late(), () -> Files.exists(file.path()));
        case 1 -> databases.withEngine(file.path(), late(), db -> db.execute("ANALYZE"));
        case 2 -> {
          now.addAndGet(IDLE.toMillis());
          databases.closeIdle();
        }
        case 3, 4, 5, 6 -> {
          databases.withWriter(
              file, late(), db -> db.execute("UPDATE t SET n = n + ?", Value.of(1)));
          written.incrementAndGet();
        }
        default -> assertThat(read(file, "SELECT id FROM t")).isOne();
      }
    }
  }

  private long read(DatabaseFile file, String sql) {
    return databases.withReader(file, late(), db -> db.queryLong(sql));
  }

  private long openDescriptors() {
    try (Stream<Path> all = Files.list(Path.of("/proc/self/fd"))) {
      return all.map(TenantDatabasesLoadTest::target)
          .filter(t -> t.startsWith(folder.toString()))
          .count();
    } catch (IOException _) {
      return 0;
    }
  }

  private static String target(Path link) {
    try {
      return Files.readSymbolicLink(link).toString();
    } catch (IOException _) {
      return "";
    }
  }
}
