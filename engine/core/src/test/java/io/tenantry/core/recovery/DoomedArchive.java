package io.tenantry.core.recovery;

import io.tenantry.contract.queries.Value;
import io.tenantry.core.DoomedProcess;
import io.tenantry.core.sqlite.Deadline;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/** A process that writes to an archived database until it drops dead, without closing anything. */
public final class DoomedArchive {
  private static final RecoveryConfig MANY_COPIES =
      new RecoveryConfig(Duration.ofDays(7), Duration.ofMillis(150), Duration.ofHours(24));
  private static final int FOLD_BYTES = 200_000;

  private DoomedArchive() {}

  /**
   * Acknowledged commits.
   *
   * @param rows how many rows there are after it
   * @param micros a time after it and before the next
   */
  record Ack(int rows, long micros) {}

  /** Opens the folder named first, and dies at the moment named second, but not before third. */
  public static void main(String[] arguments) throws IOException {
    Path data = Path.of(arguments[0]);
    Dedicated database = new Dedicated(data, FOLD_BYTES, MANY_COPIES, InstantSource.system());
    long rows = database.read(each -> each.queryLong("SELECT count(*) FROM t"));
    Thread.ofPlatform().daemon().start(() -> keep(database));
    Thread.ofPlatform()
        .daemon()
        .start(
            () -> {
              LockSupport.parkNanos(Long.parseLong(arguments[2]) * 1_000_000);
              MomentOfDeath.valueOf(arguments[1]).await(database.file, database.history().folder());
              Runtime.getRuntime().halt(1);
            });
    while (true) {
      database.execute("INSERT INTO t (n, body) VALUES (?, hex(randomblob(200)))", Value.of(rows));
      rows++;
      long now = Micros.of(Instant.now());
      while (Micros.of(Instant.now()) == now) {
        Thread.onSpinWait();
      }
      Files.writeString(
          acks(data),
          rows + " " + now + "\n",
          StandardOpenOption.CREATE,
          StandardOpenOption.APPEND);
    }
  }

  /** What the engine does by the clock, much more often. */
  private static void keep(Dedicated database) {
    while (true) {
      database.keeper.takeBases();
      try {
        database.keeper.prune(
            database.history(), Micros.of(Instant.now().minus(Duration.ofDays(7))));
      } catch (IOException e) {
        throw new IllegalStateException(e);
      }
      database.databases.withClosed(database.file, Deadline.in(Duration.ofSeconds(30)), () -> true);
      LockSupport.parkNanos(20_000_000);
    }
  }

  private static Path acks(Path data) {
    return data.resolveSibling("acks");
  }

  /** Returns what was acknowledged, over all lives; a line that death cut off does not count. */
  static List<Ack> read(Path data) throws IOException {
    String text = Files.readString(acks(data), StandardCharsets.UTF_8);
    return text.substring(0, text.lastIndexOf('\n'))
        .lines()
        .map(line -> line.split(" ", 2))
        .map(pair -> new Ack(Integer.parseInt(pair[0]), Long.parseLong(pair[1])))
        .toList();
  }

  /** Runs the process until it is dead. */
  static void run(Path data, MomentOfDeath moment, int millis)
      throws IOException, InterruptedException {
    Process process =
        DoomedProcess.of(
                DoomedArchive.class, data.toString(), moment.name(), Integer.toString(millis))
            .inheritIO()
            .start();
    try {
      process.waitFor();
    } finally {
      process.destroyForcibly();
    }
  }
}
