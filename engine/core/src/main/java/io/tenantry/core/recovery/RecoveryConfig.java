package io.tenantry.core.recovery;

import java.time.Duration;

/**
 * How much of the past is kept.
 *
 * @param window how far back a recovery can go
 * @param baseEvery how old the newest full copy may become before another one is taken
 * @param undo how long the database from before a recovery is kept
 */
public record RecoveryConfig(Duration window, Duration baseEvery, Duration undo) {
  /** Seven days, a full copy a day, a day to undo. */
  public static final RecoveryConfig DEFAULT =
      new RecoveryConfig(Duration.ofDays(7), Duration.ofDays(1), Duration.ofHours(24));
}
