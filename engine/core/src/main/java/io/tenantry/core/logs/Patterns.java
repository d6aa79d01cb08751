package io.tenantry.core.logs;

import io.tenantry.contract.logs.QueryPattern;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Groups entries whose texts differ in values only. One thread. */
final class Patterns {
  /** More kinds of queries than this are counted together as {@link #OTHER}. */
  private static final int MOST_GROUPS = 5_000;

  private static final int MOST_TEXTS = 100_000;
  private static final int MOST_SHOWN = 500;
  private static final String OTHER = "(other queries)";

  private final Map<String, Group> byText = new HashMap<>();
  private final Map<String, Group> byPattern = new HashMap<>();

  private static final class Group {
    private final String pattern;
    private final Tally tally = new Tally();
    private long lastAt = Long.MIN_VALUE;
    private String example = "";

    Group(String pattern) {
      this.pattern = pattern;
    }

    void add(Noted entry) {
      tally.add(entry);
      if (entry.atMillis() > lastAt) {
        lastAt = entry.atMillis();
        example = entry.query();
      }
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

  void add(Noted entry) {
    Group known = byText.get(entry.query());
    if (known == null) {
      known = groupOf(entry.query());
      if (byText.size() < MOST_TEXTS) {
        byText.put(entry.query(), known);
      }
    }
    known.add(entry);
  }

  private Group groupOf(String query) {
    String pattern = SqlPattern.of(query);
    Group known = byPattern.get(pattern);
    if (known == null) {
      String kept = byPattern.size() < MOST_GROUPS ? pattern : OTHER;
      known = byPattern.computeIfAbsent(kept, Group::new);
    }
    return known;
  }

  /** Returns the patterns, those that took most time first. */
  List<QueryPattern> view() {
    return byPattern.values().stream()
        .map(Group::view)
        .sorted(
            Comparator.comparingDouble(QueryPattern::totalMs)
                .reversed()
                .thenComparing(QueryPattern::pattern))
        .limit(MOST_SHOWN)
        .toList();
  }
}
