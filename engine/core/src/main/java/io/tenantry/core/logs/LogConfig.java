package io.tenantry.core.logs;

import java.time.Duration;

/**
 * What is kept about queries.
 *
 * @param slowFrom a query that takes so long is slow
 * @param retention how long entries are kept
 * @param maxEntries how many are kept per project
 */
public record LogConfig(Duration slowFrom, Duration retention, long maxEntries) {
  /** Slow from 100 ms; 30 days; a million entries. */
  public static final LogConfig DEFAULT =
      new LogConfig(Duration.ofMillis(100), Duration.ofDays(30), 1_000_000);
}
