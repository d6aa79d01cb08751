package io.tenantry.core.queries;

import java.util.concurrent.atomic.AtomicLong;

/** Bounds the rows that one query on many tenants holds in memory, over all of them. Any thread. */
final class RowBudget {
  private final AtomicLong left;

  RowBudget(long rows) {
    left = new AtomicLong(rows);
  }

  /** For answers that flow to their reader and are held by nobody. */
  static RowBudget unlimited() {
    return new RowBudget(Long.MAX_VALUE);
  }

  /** Returns how many rows the next tenant may answer. */
  int next(int wanted) {
    return (int) Math.clamp(left.get(), 0, wanted);
  }

  void used(int rows) {
    left.addAndGet(-rows);
  }
}
