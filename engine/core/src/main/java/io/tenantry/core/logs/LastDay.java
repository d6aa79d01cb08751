package io.tenantry.core.logs;

import io.tenantry.contract.logs.LogSearch;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * The 24 hours before now, which patterns are drawn over, beside the time that a search wants.
 *
 * @param now where they end
 * @param from where the wanted time begins
 * @param until where it ends
 */
record LastDay(long now, long from, long until) {
  static final int HOURS = 24;
  private static final Duration DAY = Duration.ofHours(HOURS);
  private static final long HOUR_MILLIS = Duration.ofHours(1).toMillis();

  static LastDay of(LogSearch search, Instant now) {
    return new LastDay(
        now.toEpochMilli(),
        search.from().map(Instant::toEpochMilli).orElse(Long.MIN_VALUE),
        search.until().map(Instant::toEpochMilli).orElse(Long.MAX_VALUE));
  }

  /** Returns the search with a time that has both. */
  static LogSearch widened(LogSearch search, Instant now) {
    Instant day = now.minus(DAY);
    Optional<Instant> from = search.from().map(start -> start.isBefore(day) ? start : day);
    return new LogSearch(
        search.tenant(),
        search.blueprint(),
        search.type(),
        search.source(),
        search.text(),
        search.pattern(),
        from,
        Optional.empty());
  }

  boolean isWanted(Noted entry) {
    return entry.atMillis() >= from && entry.atMillis() < until;
  }

  /** Returns the hour that an entry is in, 23 for the last one; negative outside. */
  int hourOf(Noted entry) {
    long before = Math.max(0, now - 1 - entry.atMillis()) / HOUR_MILLIS;
    return before < HOURS ? (int) (HOURS - 1 - before) : -1;
  }

  /** Returns when an hour begins. */
  Instant startOf(int hour) {
    return Instant.ofEpochMilli(now).minus(Duration.ofHours((long) HOURS - hour));
  }
}
