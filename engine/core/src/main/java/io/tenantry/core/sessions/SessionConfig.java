package io.tenantry.core.sessions;

import java.time.Duration;

/**
 * What sessions on databases may hold.
 *
 * @param idle a session that is not used for so long ends, and its transaction is rolled back
 * @param maxSessions open sessions over all databases; more are refused
 */
public record SessionConfig(Duration idle, int maxSessions) {
  /** Ten seconds, 2,000 sessions. */
  public static final SessionConfig DEFAULT = new SessionConfig(Duration.ofSeconds(10), 2_000);

  /** Checks the numbers. */
  public SessionConfig {
    if (idle.isNegative() || idle.isZero() || maxSessions < 1) {
      throw new IllegalArgumentException("limits must be positive");
    }
  }
}
