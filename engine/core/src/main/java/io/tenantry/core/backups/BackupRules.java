package io.tenantry.core.backups;

import io.tenantry.contract.backups.BackupPolicy;
import io.tenantry.contract.backups.ChangeBackupPolicy;
import io.tenantry.contract.error.EngineException;
import io.tenantry.core.catalog.Catalog;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** The rules that hold now: those of the configuration, or what was chosen in the data folder. */
final class BackupRules {
  private static final Duration OVERDUE_WITH_NIGHTS = Duration.ofHours(30);
  private static final Duration OVERDUE = Duration.ofDays(7);
  private final Catalog catalog;
  private final InstantSource clock;
  private volatile BackupConfig now;

  BackupRules(Catalog catalog, BackupConfig config, InstantSource clock) {
    this.catalog = catalog;
    this.clock = clock;
    this.now =
        config.changeable() ? catalog.read(BackupPolicyRepository::find).orElse(config) : config;
  }

  BackupConfig config() {
    return now;
  }

  /** Returns the instant before which a backup is too old. */
  Instant overdueBefore() {
    return clock.instant().minus(overdue());
  }

  private Duration overdue() {
    return now.nightly() ? OVERDUE_WITH_NIGHTS : OVERDUE;
  }

  BackupPolicy policy() {
    BackupConfig rules = now;
    return new BackupPolicy(
        rules.nightly(),
        rules.nightlyAt(),
        rules.nightly() ? Optional.of(nextNight(rules.nightlyAt())) : Optional.empty(),
        rules.keepScheduled(),
        rules.keepSafety().toHours(),
        overdue().toHours(),
        rules.changeable());
  }

  private Instant nextNight(LocalTime at) {
    ZoneId zone = ZoneId.systemDefault();
    Instant last = NightlyBackups.lastDue(clock.instant(), at, zone);
    return last.atZone(zone)
        .toLocalDate()
        .plusDays(1)
        .atTime(at)
        .atZone(zone)
        .toInstant()
        .truncatedTo(ChronoUnit.SECONDS);
  }

  /** Changes the rules, for good. */
  void change(ChangeBackupPolicy change) {
    if (!now.changeable()) {
      throw EngineException.conflict("The server's settings decide about backups: backups.*");
    }
    catalog.execute(handle -> BackupPolicyRepository.put(handle, change));
    now =
        new BackupConfig(
            change.nightly(),
            change.nightlyAt(),
            change.keepScheduled(),
            Duration.ofHours(change.keepSafetyHours()),
            true);
  }
}
