package io.tenantry.core.recovery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tenantry.contract.queries.Value;
import io.tenantry.core.sqlite.OpenOptions;
import io.tenantry.core.sqlite.SqliteDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a history makes of the odd things that happen to a database, and how it stays bounded. */
class HistoryTest {
  private static final int FOLD_BYTES = 100_000;

  @TempDir Path temp;
  private final AtomicReference<Instant> now =
      new AtomicReference<>(Instant.parse("2026-01-15T10:30:00Z"));

  private Dedicated open() {
    return new Dedicated(temp.resolve("data"), FOLD_BYTES, RecoveryConfig.DEFAULT, clock());
  }

  private InstantSource clock() {
    return now::get;
  }

  /** Inserts a row; returns a time right after it. */
  private long insert(Dedicated database) {
    database.execute("INSERT INTO t (n, body) VALUES (1, hex(randomblob(500)))");
    return tick(Duration.ofMillis(1));
  }

  private long tick(Duration by) {
    long micros = Micros.of(now.get());
    now.set(now.get().plus(by));
    return micros;
  }

  private long rowsAt(Dedicated database, long micros) throws IOException {
    Path restored = temp.resolve("restored.db");
    assertThat(database.dumpAt(micros, restored)).isPresent();
    try (SqliteDatabase past = database.sqlite.open(OpenOptions.engine(restored))) {
      return past.queryLong("SELECT count(*) FROM t");
    }
  }

  @Test
  void theFirstCommitCanBeRestoredAndTheStateBeforeIt() throws IOException {
    try (Dedicated database = open()) {
      long before = tick(Duration.ofMillis(1));
      long empty = database.read(each -> tick(Duration.ofMillis(1)));
      long one = insert(database);

      assertThat(database.dumpAt(before, temp.resolve("none.db"))).isEmpty();
      assertThat(rowsAt(database, empty)).isZero();
      assertThat(rowsAt(database, one)).isEqualTo(1);
    }
  }

  @Test
  void aLogThatWasLostMakesAGapAndNotAWrongState() throws IOException {
    long first;
    try (Dedicated database = open()) {
      first = insert(database);
    }
    Path copy = temp.resolve("copy.db");
    Files.copy(database().file(), copy);
    long lost;
    try (Dedicated database = open()) {
      lost = insert(database);
    }
    Files.copy(copy, database().file(), StandardCopyOption.REPLACE_EXISTING);
    long gap = tick(Duration.ofMillis(5));
    try (Dedicated database = open()) {
      database.execute("INSERT INTO t (n, body) VALUES (2, 'another life')");
      long after = tick(Duration.ofMillis(1));

      assertThat(rowsAt(database, first)).isEqualTo(1);
      assertThat(rowsAt(database, lost)).isEqualTo(2);
      assertThat(database.dumpAt(gap, temp.resolve("gap.db"))).isEmpty();
      assertThat(rowsAt(database, after)).isEqualTo(2);
      assertThat(database.dumpAt(after, temp.resolve("after.db")))
          .contains(database.read(Dedicated::dump));
      assertThat(database.history().latest().orElseThrow().continuous()).isFalse();
    }
  }

  private Closed database() {
    return new Closed(temp.resolve("data"));
  }

  private record Closed(Path data) {
    Path file() {
      return data.resolve("hosts/eu-central/tdb_0123abcd/wayne/shop__wayne.db");
    }

    Epoch first() {
      return Epoch.of(data.resolve("archives/tdb_0123abcd/shop__wayne/0"), 0, false);
    }
  }

  @Test
  void damageInTheArchiveIsNoticed() throws IOException {
    try (Dedicated database = open()) {
      insert(database);
      long two = insert(database);
      database.archives.open(Dedicated.PLACE).orElseThrow().copy();
      Path frames = database.history().latest().orElseThrow().frames();
      byte[] bytes = Files.readAllBytes(frames);
      bytes[bytes.length / 2] ^= 1;
      Files.write(frames, bytes);

      assertThatThrownBy(() -> database.dumpAt(two, temp.resolve("damaged.db")))
          .isInstanceOf(IOException.class)
          .hasMessageContaining("is damaged after frame");
      assertThat(temp.resolve("damaged.db")).doesNotExist();
    }
  }

  @Test
  void anEpochOfWhichAllStatesAreDamagedIsNotTakenAway() throws IOException {
    Epoch damaged;
    try (Dedicated database = open()) {
      insert(database);
      damaged = database.history().latest().orElseThrow();
    }
    byte[] frames = Files.readAllBytes(damaged.frames());
    Files.write(damaged.commits(), new byte[(int) Files.size(damaged.commits())]);

    try (Dedicated database = open()) {
      insert(database);
    }
    assertThat(damaged.frames()).hasBinaryContent(frames);
  }

  @Test
  void aHistoryThatACrashCutOffBeforeItsFirstCopyBeginsAnew() throws IOException {
    try (Dedicated database = open()) {
      database.read(Dedicated::dump);
    }
    Files.delete(database().first().base().orElseThrow().file());

    try (Dedicated database = open()) {
      long empty = database.read(each -> tick(Duration.ofMillis(1)));
      insert(database);

      assertThat(rowsAt(database, empty)).isZero();
      assertThat(database.history().epochs()).containsExactly(database().first());
    }
  }

  @Test
  void aReaderThatStaysKeepsTheLogButNotTheArchive() throws IOException {
    try (Dedicated database = open()) {
      insert(database);
      List<Long> times = new ArrayList<>();
      database.read(
          reader -> {
            reader.execute("BEGIN");
            reader.queryLong("SELECT count(*) FROM t");
            for (int i = 0; i < 200; i++) {
              times.add(insert(database));
            }
            reader.execute("ROLLBACK");
            return true;
          });
      for (int i = 0; i < 200; i++) {
        times.add(insert(database));
      }
      for (int i = 0; i < times.size(); i += 37) {
        assertThat(rowsAt(database, times.get(i))).isEqualTo(i + 2L);
      }
    }
  }

  @Test
  void whatIsOlderThanTheWindowGoesAndTheWindowStays() throws IOException {
    try (Dedicated database = open()) {
      List<Long> days = new ArrayList<>();
      long most = 0;
      for (int day = 0; day < 20; day++) {
        for (int i = 0; i < 40; i++) {
          database.execute("UPDATE t SET n = n + 1");
          insert(database);
          database.execute("DELETE FROM t WHERE id % 7 = 0");
        }
        days.add(insert(database));
        now.set(now.get().plus(Duration.ofDays(1)));
        database.keeper.takeBases();
        database.keeper.prune(
            database.history(), Micros.of(now.get().minus(RecoveryConfig.DEFAULT.window())));
        most = Math.max(most, database.history().epochs().size());
      }
      String latest = database.read(Dedicated::dump);

      assertThat(most).isLessThanOrEqualTo(10);
      assertThat(database.dumpAt(days.getLast(), temp.resolve("last.db"))).contains(latest);
      assertThat(database.dumpAt(days.get(14), temp.resolve("inside.db"))).isPresent();
      assertThat(database.dumpAt(days.get(2), temp.resolve("outside.db"))).isEmpty();
    }
  }

  @Test
  void aLargeDatabaseGetsItsFullCopyWhileItIsInUse() throws IOException {
    try (Dedicated database = open()) {
      database.execute(
          "WITH RECURSIVE c (x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM c WHERE x < ?)"
              + " INSERT INTO t SELECT x, x, hex(randomblob(2000)) FROM c",
          Value.of(5000));
    }
    try (Dedicated database = open()) {
      assertThat(Files.size(database.file)).isGreaterThan(Archive.SMALL);
      long one = insert(database);
      Files.delete(database.history().latest().orElseThrow().base().orElseThrow().file());
      database.keeper.takeBases();
      long two = insert(database);

      assertThat(database.dumpAt(one - 5000, temp.resolve("before.db"))).isEmpty();
      assertThat(rowsAt(database, two)).isEqualTo(5002);
      assertThat(database.history().latest().orElseThrow().base().orElseThrow().compressed())
          .isTrue();
    }
  }
}
