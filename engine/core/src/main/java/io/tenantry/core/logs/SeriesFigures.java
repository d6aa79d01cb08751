package io.tenantry.core.logs;

import io.tenantry.contract.logs.LogSeries;
import io.tenantry.contract.logs.LogSpan;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Counts over time, in steps as fine as they are kept. */
final class SeriesFigures {
  /** For how long minutes of a blueprint are surely there. */
  private static final Duration MINUTES = Duration.ofHours(25);

  /** For how long hours of a tenant are surely there. */
  private static final Duration TENANT_HOURS = Duration.ofHours(49);

  private static final Duration BY_MINUTE = Duration.ofHours(3);
  private static final long FIVE_MINUTES = Duration.ofMinutes(5).toSeconds();

  private final LogSpan time;
  private final Instant now;

  SeriesFigures(LogSpan time, Instant now) {
    this.time = time;
    this.now = now;
  }

  private boolean isWithin(Duration kept) {
    return !time.from().isBefore(now.minus(kept));
  }

  private Span span(boolean ofTenant) {
    Span fine = ofTenant ? Span.HOUR : Span.MINUTE;
    Span coarse = ofTenant ? Span.DAY : Span.HOUR;
    return isWithin(ofTenant ? TENANT_HOURS : MINUTES) ? fine : coarse;
  }

  private long step(Span span) {
    boolean isShort = Duration.between(time.from(), time.until()).compareTo(BY_MINUTE) <= 0;
    return span == Span.MINUTE && !isShort ? FIVE_MINUTES : span.seconds();
  }

  /** Returns the series of all tenants of blueprints. */
  LogSeries ofBlueprints(TallyReader reader, Collection<Long> blueprints) {
    return read(reader, blueprints, span(false));
  }

  /** Returns the series of the databases of a tenant. */
  LogSeries ofTenant(TallyReader reader, Collection<Long> databases) {
    return read(reader, databases, span(true));
  }

  /** Returns what an empty log has. */
  LogSeries none(boolean ofTenant) {
    return new LogSeries(step(span(ofTenant)), List.of());
  }

  private LogSeries read(TallyReader reader, Collection<Long> subjects, Span span) {
    long step = step(span);
    long first = Math.floorDiv(time.from().getEpochSecond(), step) * step;
    TreeMap<Long, Tally> steps = new TreeMap<>();
    for (Map.Entry<Long, Tally> each :
        reader.series(subjects, span, first).headMap(ceiling(time.until())).entrySet()) {
      long start = Math.floorDiv(each.getKey(), step) * step;
      steps.merge(start, each.getValue(), Tally::and);
    }
    return new LogSeries(
        step,
        steps.entrySet().stream()
            .map(each -> each.getValue().step(Instant.ofEpochSecond(each.getKey())))
            .toList());
  }

  private static long ceiling(Instant instant) {
    return instant.getEpochSecond() + (instant.getNano() > 0 ? 1 : 0);
  }
}
