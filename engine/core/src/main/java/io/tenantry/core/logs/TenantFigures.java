package io.tenantry.core.logs;

import io.tenantry.contract.logs.LogStats;
import io.tenantry.contract.logs.TenantMetrics.QueryMetrics;
import io.tenantry.core.sqlite.SqliteDatabase;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAdjusters;
import java.util.Collection;
import java.util.List;
import java.util.TreeMap;

/**
 * The counts of a tenant.
 *
 * @param all over all days that are kept
 * @param today since midnight, UTC
 * @param thisHour since the full hour
 * @param thisWeek since Monday, UTC
 */
record TenantFigures(Tally all, long today, long thisHour, long thisWeek) {
  private static final double PERCENT = 100;

  static TenantFigures none() {
    return new TenantFigures(new Tally(), 0, 0, 0);
  }

  static TenantFigures read(SqliteDatabase database, List<LogReader.Reached> reached, Instant now) {
    List<Long> subjects = reached.stream().map(LogReader.Reached::subject).toList();
    TallyReader reader = new TallyReader(database);
    TreeMap<Long, Tally> days = reader.series(subjects, Span.DAY, 0);
    Tally all = new Tally();
    days.values().forEach(all::add);
    LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
    long hour = reader.total(subjects, Span.HOUR, Span.HOUR.startOf(now.toEpochMilli())).queries();
    return new TenantFigures(
        all,
        queries(days.tailMap(second(today)).values()),
        hour,
        queries(
            days.tailMap(second(today.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY))))
                .values()));
  }

  private static long second(LocalDate day) {
    return day.atStartOfDay(ZoneOffset.UTC).toEpochSecond();
  }

  private static long queries(Collection<Tally> tallies) {
    return tallies.stream().mapToLong(Tally::queries).sum();
  }

  LogStats stats() {
    return new LogStats(
        all.queries(),
        all.queries() - all.failed(),
        all.failed(),
        new LogStats.BySource(all.proxy(), all.queries() - all.proxy()),
        all.avgMs(),
        all.slow());
  }

  QueryMetrics metrics() {
    return new QueryMetrics(
        today,
        thisHour,
        thisWeek,
        all.avgMs(),
        all.maxMs(),
        all.queries() == 0 ? PERCENT : percent(all.queries() - all.failed(), all.queries()),
        all.failed(),
        all.slow(),
        all.percentileMs(0.5),
        all.percentileMs(0.95),
        all.percentileMs(0.99));
  }

  /** Returns a share in percent, rounded to two decimals; 0 of nothing. */
  static double percent(long part, long whole) {
    return whole == 0 ? 0 : Math.round(part * PERCENT * PERCENT / whole) / PERCENT;
  }
}
