package io.tenantry.core.logs;

import io.tenantry.contract.logs.QueryPattern;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** The entries of one pattern, added up. Not thread-safe. */
final class PatternGroup {
  private final String pattern;
  private final Tally tally = new Tally();
  private long lastAt = Long.MIN_VALUE;
  private String example = "";

  PatternGroup(String pattern) {
    this.pattern = pattern;
  }

  void add(Noted entry) {
    tally.add(entry);
    if (entry.atMillis() > lastAt) {
      lastAt = entry.atMillis();
      example = entry.query();
    }
  }

  boolean isEmpty() {
    return tally.queries() == 0;
  }

  long micros() {
    return tally.micros();
  }

  String pattern() {
    return pattern;
  }

  QueryPattern view() {
    return new QueryPattern(
        pattern,
        tally.queries(),
        tally.failed(),
        tally.totalMs(),
        tally.avgMs(),
        tally.percentileMs(0.5),
        tally.percentileMs(0.95),
        tally.percentileMs(0.99),
        tally.maxMs(),
        Instant.ofEpochMilli(lastAt).truncatedTo(ChronoUnit.SECONDS),
        example);
  }
}
