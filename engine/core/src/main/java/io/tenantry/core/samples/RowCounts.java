package io.tenantry.core.samples;

import io.tenantry.contract.error.EngineException;
import io.tenantry.contract.error.ErrorCode;
import io.tenantry.core.databases.DatabaseFile;
import io.tenantry.core.databases.Lease;
import io.tenantry.core.databases.TenantDatabases;
import io.tenantry.core.schema.PlainTables;
import io.tenantry.core.sqlite.Deadline;
import io.tenantry.core.sqlite.SqliteDatabase;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * How many rows databases have, counted one after the other on a thread of its own that rests 59
 * times as long as it worked: less than two percent of a core, whoever asks for how many. Counted
 * is what was asked for and has changed since, what was asked for last first. Kept in memory only:
 * a restart counts anew what is looked at, and what is deleted leaves nothing behind. Any thread.
 */
final class RowCounts implements AutoCloseable {
  private static final int KEPT = 20_000;
  private static final int WAITING = 500;
  private static final long RESTS = 59;
  private static final long LEAST_REST = TimeUnit.MILLISECONDS.toNanos(2);
  private static final Duration TIME = Duration.ofMillis(100);

  private final TenantDatabases databases;
  private final InstantSource clock;
  private final ScheduledExecutorService thread =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("row-counter").factory());
  private final LinkedHashMap<Long, Counted> kept = new LinkedHashMap<>();
  private final LinkedHashMap<Long, FileStamp> waiting = new LinkedHashMap<>();
  private boolean atWork;

  RowCounts(TenantDatabases databases, InstantSource clock) {
    this.databases = databases;
    this.clock = clock;
  }

  /**
   * The rows of a database.
   *
   * @param stamp the file when it was counted
   * @param rows empty when that took too long, or the file cannot be read
   * @param at when it was counted, milliseconds since 1970
   */
  record Counted(FileStamp stamp, OptionalLong rows, long at) {}

  /**
   * Returns what is known of databases, and has those counted that have changed.
   *
   * @param now how their files are now, by the row of the database, those to be counted first first
   */
  synchronized Map<Long, Counted> of(Map<Long, FileStamp> now) {
    Map<Long, Counted> known = new LinkedHashMap<>();
    for (Map.Entry<Long, FileStamp> each : List.copyOf(now.entrySet()).reversed()) {
      Counted counted = kept.get(each.getKey());
      if (counted != null) {
        known.put(each.getKey(), counted);
      }
      if (counted == null || !counted.stamp().equals(each.getValue())) {
        waiting.putFirst(each.getKey(), each.getValue());
      }
    }
    while (waiting.size() > WAITING) {
      waiting.pollLastEntry();
    }
    if (!waiting.isEmpty() && !atWork && !thread.isShutdown()) {
      atWork = true;
      thread.execute(this::turn);
    }
    return known;
  }

  private synchronized Optional<Map.Entry<Long, FileStamp>> next() {
    Optional<Map.Entry<Long, FileStamp>> next = Optional.ofNullable(waiting.pollFirstEntry());
    atWork = next.isPresent();
    return next;
  }

  private void turn() {
    long began = System.nanoTime();
    Optional<Map.Entry<Long, FileStamp>> next = next();
    try {
      next.ifPresent(each -> count(each.getKey(), each.getValue().file()));
    } finally {
      if (next.isPresent() && !thread.isShutdown()) {
        long rest = Math.max(LEAST_REST, RESTS * (System.nanoTime() - began));
        thread.schedule(this::turn, rest, TimeUnit.NANOSECONDS);
      }
    }
  }

  /** The stamp is taken before: what is written meanwhile makes it another one. */
  private void count(long id, Path file) {
    FileStamp stamp = FileStamp.of(file);
    if (stamp.bytes() == 0) {
      return;
    }
    Deadline deadline = Deadline.in(TIME);
    try (Lease lease = databases.visit(DatabaseFile.tenant(file), false, deadline)) {
      SqliteDatabase database = lease.database();
      keep(id, stamp, OptionalLong.of(database.within(deadline, () -> rows(database))));
    } catch (EngineException e) {
      if (e.code() != ErrorCode.CONFLICT && e.code() != ErrorCode.RATE_LIMITED) {
        keep(id, stamp, OptionalLong.empty()); // until it is written to
      }
    }
  }

  private static long rows(SqliteDatabase database) {
    return PlainTables.names(database).stream()
        .mapToLong(table -> PlainTables.rows(database, table))
        .sum();
  }

  private synchronized void keep(long id, FileStamp stamp, OptionalLong rows) {
    kept.putLast(
        id,
        new Counted(stamp, rows, clock.instant().truncatedTo(ChronoUnit.SECONDS).toEpochMilli()));
    while (kept.size() > KEPT) {
      kept.pollFirstEntry();
    }
  }

  /** Ends after the database that is being counted. */
  @Override
  public void close() {
    thread.shutdownNow();
    try {
      if (!thread.awaitTermination(TIME.toMillis() * 20, TimeUnit.MILLISECONDS)) {
        throw new IllegalStateException("a count of rows did not end");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
