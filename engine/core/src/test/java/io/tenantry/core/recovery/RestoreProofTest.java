package io.tenantry.core.recovery;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.contract.queries.Value;
import io.tenantry.core.databases.DatabaseFile;
import io.tenantry.core.databases.Lease;
import io.tenantry.core.sqlite.Deadline;
import io.tenantry.core.sqlite.SqliteDatabase;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every instant of a busy life comes back exactly. */
class RestoreProofTest {
  private static final int INSTANTS = 40;
  private static final int FOLD_BYTES = 300_000;
  private static final RecoveryConfig MANY_COPIES =
      new RecoveryConfig(Duration.ofDays(7), Duration.ofMillis(400), Duration.ofHours(24));

  @TempDir Path temp;

  private record Sample(long micros, String dump) {}

  @Test
  void randomInstantsUnderConcurrentWritersAreRestoredExactly() throws Exception {
    List<Sample> samples = new ArrayList<>();
    try (Dedicated database =
        new Dedicated(temp.resolve("data"), FOLD_BYTES, MANY_COPIES, InstantSource.system())) {
      live(database, samples);
      assertThat(database.history().epochs()).hasSizeGreaterThan(3);
      assertThat(database.history().epochs().stream().skip(1)).allMatch(Epoch::continuous);
      verify(database, samples);
    }
    try (Dedicated again = new Dedicated(temp.resolve("data"))) {
      verify(again, samples.subList(0, 10));
    }
  }

  private void verify(Dedicated database, List<Sample> samples) throws Exception {
    for (Sample sample : samples) {
      assertThat(database.dumpAt(sample.micros, temp.resolve("restored.db")))
          .as("state at %s", Micros.instant(sample.micros))
          .contains(sample.dump);
    }
  }

  private static void live(Dedicated database, List<Sample> samples) throws Exception {
    AtomicBoolean over = new AtomicBoolean();
    List<Callable<Integer>> lives = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      int seed = i;
      lives.add(() -> write(database, new Random(seed), over));
    }
    lives.add(() -> deployAndClose(database, over));
    try (ExecutorService threads = Executors.newFixedThreadPool(lives.size())) {
      List<Future<Integer>> running = new ArrayList<>();
      lives.forEach(life -> running.add(threads.submit(life)));
      Random random = new Random(42);
      while (samples.size() < INSTANTS) {
        LockSupport.parkNanos(random.nextInt(60_000_000));
        samples.add(sample(database));
      }
      over.set(true);
      for (Future<Integer> life : running) {
        assertThat(life.get()).isPositive();
      }
    }
  }

  /** Nobody commits while the one writer is taken. */
  private static Sample sample(Dedicated database) {
    try (Lease lease =
        database.databases.writer(
            DatabaseFile.tenant(database.file), Deadline.in(Duration.ofMinutes(1)))) {
      String dump = Dedicated.dump(lease.database());
      long now = Micros.of(Instant.now());
      while (Micros.of(Instant.now()) == now) {
        Thread.onSpinWait();
      }
      return new Sample(now, dump);
    }
  }

  private static int write(Dedicated database, Random random, AtomicBoolean over) {
    int done = 0;
    while (!over.get()) {
      database.write(
          connection -> {
            change(connection, random);
            return true;
          });
      done++;
    }
    return done;
  }

  private static void change(SqliteDatabase connection, Random random) {
    Value id = Value.of(1 + random.nextInt(3000));
    switch (random.nextInt(8)) {
      case 0, 1, 2 ->
          connection.execute(
              "INSERT INTO t (n, body) VALUES (?, hex(randomblob(?)))",
              id,
              Value.of(random.nextInt(600)));
      case 3, 4 -> connection.execute("UPDATE t SET n = n + 1 WHERE id = ?", id);
      case 5 -> connection.execute("DELETE FROM t WHERE id = ?", id);
      case 6 -> {
        connection.begin();
        connection.execute("UPDATE t SET body = 'lost'");
        connection.rollback();
      }
      default ->
          connection.inTransaction(
              () -> {
                connection.execute("UPDATE t SET body = body || 'x' WHERE id % 50 = 7");
                connection.execute("INSERT INTO t (n) VALUES (?)", id);
              });
    }
  }

  private static int deployAndClose(Dedicated database, AtomicBoolean over) {
    int round = 0;
    while (!over.get()) {
      int version = ++round;
      database.databases.withEngine(
          database.file,
          Deadline.in(Duration.ofMinutes(1)),
          connection -> {
            connection.inTransaction(
                () -> {
                  connection.execute("CREATE TABLE v" + version + " (id INTEGER PRIMARY KEY)");
                  connection.execute("DROP TABLE IF EXISTS v" + Math.max(0, version - 3));
                  connection.userVersion(version);
                });
            if (version % 5 == 0) {
              connection.execute("DELETE FROM t WHERE id % 2 = 0");
              connection.execute("VACUUM");
            }
            return true;
          });
      if (version % 4 == 0) {
        database.databases.withClosed(
            database.file, Deadline.in(Duration.ofMinutes(1)), () -> true);
      }
      database.keeper.takeBases();
      LockSupport.parkNanos(30_000_000);
    }
    return round;
  }
}
