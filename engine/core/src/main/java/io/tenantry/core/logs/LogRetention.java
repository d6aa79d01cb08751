package io.tenantry.core.logs;

import io.tenantry.contract.queries.Value;
import io.tenantry.core.sqlite.SqliteDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * Drops what is older than the retention or more than the greatest number. Entries go by chunks: at
 * least the newest {@link LogConfig#maxEntries} are kept, and less than one chunk more.
 */
final class LogRetention {
  private static final Duration LOOK_EVERY = Duration.ofMinutes(1);
  private static final Duration MINUTES_KEPT = Duration.ofHours(25);
  private static final Duration TENANT_HOURS_KEPT = Duration.ofHours(49);
  private static final String OLDEST =
      "SELECT id, last_at, entries FROM chunk ORDER BY id LIMIT 256";
  private static final String DROP_TALLIES = "DELETE FROM tally WHERE span = ? AND start < ?";
  private static final String DROP_TENANT_HOURS =
      """
      DELETE FROM tally
      WHERE span = ? AND start < ?
        AND subject_id IN (SELECT id FROM subject WHERE tenant_id <> 0)
      """;

  private final SqliteDatabase database;
  private final LogConfig config;
  private Instant looked = Instant.MIN;

  LogRetention(SqliteDatabase database, LogConfig config) {
    this.database = database;
    this.config = config;
  }

  private record Chunk(long id, long lastAt, long entries) {}

  /** Drops what is due; returns how many entries are left of the given number. */
  long trim(long entries, Instant now) {
    boolean look = !now.isBefore(looked.plus(LOOK_EVERY)) || now.isBefore(looked);
    if (!look && entries <= config.maxEntries()) {
      return entries;
    }
    if (look) {
      looked = now;
      database.inTransaction(() -> dropTallies(now));
    }
    return database.transaction(() -> dropChunks(entries, now));
  }

  private long dropChunks(long entries, Instant now) {
    long before = now.minus(config.retention()).toEpochMilli();
    long left = entries;
    boolean more = true;
    while (more) {
      List<Chunk> oldest =
          database.query(
              OLDEST,
              row ->
                  new Chunk(
                      Columns.number(row, 0), Columns.number(row, 1), Columns.number(row, 2)));
      long last = 0;
      more = !oldest.isEmpty();
      for (Chunk chunk : oldest) {
        more = chunk.lastAt() < before || left - chunk.entries() >= config.maxEntries();
        if (!more) {
          break;
        }
        left -= chunk.entries();
        last = chunk.id();
      }
      database.execute("DELETE FROM chunk WHERE id <= ?", Value.of(last));
    }
    if (left != entries) {
      database.execute("UPDATE state SET entries = ?", Value.of(left));
    }
    return left;
  }

  private void dropTallies(Instant now) {
    drop(DROP_TALLIES, Span.MINUTE, now.minus(MINUTES_KEPT));
    drop(DROP_TENANT_HOURS, Span.HOUR, now.minus(TENANT_HOURS_KEPT));
    drop(DROP_TALLIES, Span.HOUR, now.minus(config.retention()));
    drop(DROP_TALLIES, Span.DAY, now.minus(config.retention()).minus(Duration.ofDays(1)));
  }

  private void drop(String sql, Span span, Instant before) {
    database.execute(sql, Value.of(span.seconds()), Value.of(before.getEpochSecond()));
  }
}
