package io.tenantry.core.logs;

import io.tenantry.contract.logs.QueryPattern;
import java.util.Comparator;
import java.util.List;

/** Groups entries of one tenant whose texts differ in values only. One thread. */
final class Patterns {
  /** Those that took most time come first. */
  static final Comparator<PatternGroup> HEAVIEST =
      Comparator.comparingLong(PatternGroup::micros)
          .reversed()
          .thenComparing(PatternGroup::pattern);

  private static final int MOST_SHOWN = 500;

  private final PatternGroups<PatternGroup> groups = new PatternGroups<>(PatternGroup::new);

  void add(Noted entry) {
    groups.of(entry.query()).add(entry);
  }

  /** Returns the patterns, those that took most time first. */
  List<QueryPattern> view() {
    return groups.all().stream()
        .sorted(HEAVIEST)
        .limit(MOST_SHOWN)
        .map(PatternGroup::view)
        .toList();
  }
}
