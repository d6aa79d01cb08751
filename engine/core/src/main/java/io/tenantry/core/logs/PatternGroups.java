package io.tenantry.core.logs;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;

/** Finds the group of queries that differ in values only. One thread. */
final class PatternGroups<G> {
  /** More kinds of queries than this are counted together as {@link #OTHER}. */
  private static final int MOST_GROUPS = 5_000;

  private static final int MOST_TEXTS = 100_000;
  private static final String OTHER = "(other queries)";

  private final Map<String, G> byText = new HashMap<>();
  private final Map<String, G> byPattern = new HashMap<>();
  private final Function<String, G> make;

  PatternGroups(Function<String, G> make) {
    this.make = make;
  }

  /** Returns the group of a query. */
  G of(String query) {
    G known = byText.get(query);
    if (known == null) {
      known = groupOf(SqlPattern.of(query));
      if (byText.size() < MOST_TEXTS) {
        byText.put(query, known);
      }
    }
    return known;
  }

  private G groupOf(String pattern) {
    G known = byPattern.get(pattern);
    if (known == null) {
      String kept = byPattern.size() < MOST_GROUPS ? pattern : OTHER;
      known = byPattern.computeIfAbsent(kept, make);
    }
    return known;
  }

  Collection<G> all() {
    return byPattern.values();
  }
}
