package io.tenantry.core.backups;

import java.time.Duration;
import java.time.LocalTime;

/**
 * When backups are taken by themselves and how long they are kept.
 *
 * @param nightly whether every tenant is backed up each night
 * @param nightlyAt when that begins, local time
 * @param keepScheduled how many nightly backups of a database are kept
 * @param keepSafety how long those are kept that the engine takes before it replaces data
 * @param changeable whether callers may change it, and what they chose in this data folder counts
 */
public record BackupConfig(
    boolean nightly,
    LocalTime nightlyAt,
    int keepScheduled,
    Duration keepSafety,
    boolean changeable) {
  /** No nightly backups, as fits an engine that does not run through the night. */
  public static final BackupConfig DEFAULT =
      new BackupConfig(false, LocalTime.of(3, 0), 14, Duration.ofDays(7), true);

  /** Rules that nobody changes while the engine runs. */
  public BackupConfig(
      boolean nightly, LocalTime nightlyAt, int keepScheduled, Duration keepSafety) {
    this(nightly, nightlyAt, keepScheduled, keepSafety, false);
  }

  /** Returns a copy that is, or is not, taken each night. */
  public BackupConfig withNightly(boolean other) {
    return new BackupConfig(other, nightlyAt, keepScheduled, keepSafety, changeable);
  }
}
