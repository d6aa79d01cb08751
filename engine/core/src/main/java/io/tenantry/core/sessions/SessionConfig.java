package io.tenantry.core.sessions;

import java.time.Duration;

/**
 * What sessions on databases may hold.
 *
 * @param idle a session that is not used for so long ends, and its transaction is rolled back
 * @param longest a transaction that goes on for so long is rolled back and its session ended, since
 *     it keeps other writers waiting
 * @param maxSessions open sessions over all databases; more are refused
 */
public record SessionConfig(Duration idle, Duration longest, int maxSessions) {
  /** Ten seconds idle, transactions of a minute, 2,000 sessions. */
  public static final SessionConfig DEFAULT =
      new SessionConfig(Duration.ofSeconds(10), Duration.ofSeconds(60), 2_000);

  /** Checks the numbers. */
  public SessionConfig {
    if (!idle.isPositive() || !longest.isPositive() || maxSessions < 1) {
      throw new IllegalArgumentException("limits must be positive");
    }
  }
}
