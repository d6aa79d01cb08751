package io.tenantry.core.databases;

import java.time.Duration;

/**
 * What one query may use.
 *
 * @param timeout time for waiting and running
 * @param maxRows rows in the answer; more are cut off
 */
public record QueryLimits(Duration timeout, int maxRows) {
  /** The documented defaults: 30 seconds, 10,000 rows. */
  public static final QueryLimits DEFAULT = new QueryLimits(Duration.ofSeconds(30), 10_000);

  /** Checks the numbers. */
  public QueryLimits {
    if (maxRows < 0 || timeout.isNegative()) {
      throw new IllegalArgumentException("limits must not be negative");
    }
  }
}
