package io.tenantry.contract.backups;

import io.tenantry.contract.Check;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;

/**
 * A request for another policy.
 *
 * @param nightly whether every tenant is backed up each night
 * @param nightlyAt when that begins, local time of the engine; cut to whole minutes
 * @param keepScheduled how many nightly backups of a database are kept, 1–1000
 * @param keepSafetyHours for how many hours safety backups are kept, 1–8760
 */
public record ChangeBackupPolicy(
    boolean nightly, LocalTime nightlyAt, int keepScheduled, int keepSafetyHours) {
  private static final int MOST_KEPT = 1000;
  private static final int YEAR_HOURS = 8760;

  /**
   * Checks the limits.
   *
   * @throws io.tenantry.contract.error.EngineException BAD_REQUEST naming the field
   */
  public ChangeBackupPolicy {
    nightlyAt = nightlyAt.truncatedTo(ChronoUnit.MINUTES);
    Check.range("keep_scheduled", keepScheduled, 1, MOST_KEPT);
    Check.range("keep_safety_hours", keepSafetyHours, 1, YEAR_HOURS);
  }
}
