package io.tenantry.core.backups;

import static io.tenantry.core.backups.BackedUpEngine.WAYNE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tenantry.contract.backups.Backup;
import io.tenantry.contract.backups.BackupPolicy;
import io.tenantry.contract.backups.BackupStatus;
import io.tenantry.contract.backups.BackupType;
import io.tenantry.contract.backups.ChangeBackupPolicy;
import io.tenantry.contract.backups.CoverageFilter;
import io.tenantry.contract.backups.StartBackups;
import io.tenantry.contract.error.EngineException;
import io.tenantry.contract.error.ErrorCode;
import io.tenantry.contract.tenants.CreateTenant;
import io.tenantry.contract.tenants.TenantDatabaseRequest;
import io.tenantry.contract.tenants.TenantId;
import io.tenantry.contract.tenants.TenantStatus;
import io.tenantry.core.EngineConfig;
import io.tenantry.core.SettableClock;
import io.tenantry.core.access.Tier;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What happens by the clock: nights, retention, and the limit per hour. */
class BackupScheduleTest {
  private static final Duration DAY = Duration.ofDays(1);

  @TempDir Path temp;
  private final SettableClock clock = new SettableClock();

  private EngineConfig config() {
    return EngineConfig.at(temp)
        .withClock(clock)
        .withBackups(new BackupConfig(true, LocalTime.of(3, 0), 3, Duration.ofDays(7)));
  }

  @Test
  void aMissedNightIsMadeUpForAtTheNextStartOnce() {
    new BackedUpEngine(config()).withWayne().close();
    clock.advance(DAY);

    try (BackedUpEngine engine = new BackedUpEngine(config())) {
      awaitScheduled(engine, 1);
    }
    clock.advance(Duration.ofMinutes(1));
    try (BackedUpEngine engine = new BackedUpEngine(config())) {
      engine.backup(); // behind whatever the opening has queued
      assertThat(scheduled(engine)).hasSize(1);
    }
  }

  @Test
  void aTenantMadeSinceTheNightWaitsForTheNext() {
    try (BackedUpEngine engine = new BackedUpEngine(config()).withWayne()) {
      engine.backup();
      assertThat(scheduled(engine)).isEmpty();
    }
  }

  @Test
  void thePastNightsOfADatabaseAreKeptUpToTheirNumber() {
    new BackedUpEngine(config()).withWayne().close();
    for (int night = 1; night <= 5; night++) {
      clock.advance(DAY);
      try (BackedUpEngine engine = new BackedUpEngine(config())) {
        Instant now = clock.instant();
        BackedUpEngine.awaitTrue(
            () ->
                scheduled(engine).stream()
                    .anyMatch(
                        backup ->
                            backup.status() == BackupStatus.DONE
                                && !backup.createdAt().isBefore(now.minusSeconds(1))));
      }
    }
    try (BackedUpEngine engine = new BackedUpEngine(config())) {
      BackedUpEngine.awaitTrue(() -> scheduled(engine).size() == 3);
      assertThat(scheduled(engine))
          .extracting(Backup::createdAt)
          .isSortedAccordingTo(Comparator.reverseOrder());
      assertThat(BackedUpEngine.filesBelow(engine.backups())).hasSize(6);
    }
  }

  @Test
  void safetyBackupsExpireAndManualOnesStay() {
    try (BackedUpEngine engine = new BackedUpEngine(config()).withWayne()) {
      Backup backup = engine.backup();
      engine.project.backups().rollback(WAYNE, backup.storagePath());
      assertThat(engine.rolledBack().status()).isEqualTo(BackupStatus.DONE);
    }
    clock.advance(Duration.ofDays(6));
    try (BackedUpEngine engine = new BackedUpEngine(config())) {
      awaitScheduled(engine, 1);
      assertThat(ofType(engine, BackupType.SAFETY)).hasSize(1);
    }
    clock.advance(Duration.ofDays(2));
    try (BackedUpEngine engine = new BackedUpEngine(config())) {
      BackedUpEngine.awaitTrue(() -> ofType(engine, BackupType.SAFETY).isEmpty());
      assertThat(ofType(engine, BackupType.MANUAL)).hasSize(1);
    }
  }

  @Test
  void withoutNightlyNothingHappensByItself() {
    EngineConfig off = EngineConfig.at(temp).withClock(clock);
    new BackedUpEngine(off).withWayne().close();
    clock.advance(DAY);
    try (BackedUpEngine engine = new BackedUpEngine(off)) {
      engine.backup();
      assertThat(scheduled(engine)).isEmpty();
    }
  }

  @Test
  void whatWasChosenInAFolderStaysAndServersDecideByTheirSettings() {
    EngineConfig off = EngineConfig.at(temp).withClock(clock);
    ChangeBackupPolicy wanted = new ChangeBackupPolicy(true, LocalTime.of(2, 15), 2, 24);
    try (BackedUpEngine engine = new BackedUpEngine(off).withWayne()) {
      engine.project.backupFleet().changePolicy(wanted);
    }
    clock.advance(DAY);
    try (BackedUpEngine engine = new BackedUpEngine(off)) {
      assertThat(engine.project.backupFleet().policy().nightlyAt()).isEqualTo("02:15");
      awaitScheduled(engine, 1);
    }
    try (BackedUpEngine engine = new BackedUpEngine(config())) {
      BackupPolicy fixed = engine.project.backupFleet().policy();
      assertThat(fixed.changeable()).isFalse();
      assertThat(fixed.nightlyAt()).isEqualTo("03:00");
      assertThatThrownBy(() -> engine.project.backupFleet().changePolicy(wanted))
          .isInstanceOf(EngineException.class)
          .hasMessageContaining("The server's settings decide about backups");
    }
  }

  @Test
  void aTenantIsOverdueWhenItsBackupIsTooOld() {
    EngineConfig off = EngineConfig.at(temp).withClock(clock);
    try (BackedUpEngine engine = new BackedUpEngine(off).withWayne()) {
      engine.backup();
      clock.advance(Duration.ofDays(7));
      assertThat(engine.project.backupFleet().totals().covered()).isEqualTo(1);
      clock.advance(Duration.ofHours(1));
      assertThat(engine.project.backupFleet().totals().overdue()).isEqualTo(1);
      engine
          .project
          .backupFleet()
          .changePolicy(new ChangeBackupPolicy(true, LocalTime.of(3, 0), 14, 168));
      engine.backup();
      clock.advance(Duration.ofHours(31));
      assertThat(engine.project.backupFleet().totals().overdue()).isEqualTo(1);
    }
  }

  @Test
  void theTierLimitsRunsByTheirTenants() {
    EngineConfig free = EngineConfig.at(temp).withClock(clock).withTier(Tier.FREE);
    try (BackedUpEngine engine = new BackedUpEngine(free).withWayne()) {
      for (int i = 0; i < 4; i++) {
        engine.tenant(new TenantId("t" + i));
      }
      engine.backup();
      StartBackups all = StartBackups.matching(CoverageFilter.none(), List.of());
      assertThatThrownBy(() -> engine.project.backupFleet().start(all))
          .isInstanceOf(EngineException.class)
          .hasMessageContaining("max 5 backups per hour");
      assertThat(engine.project.backupFleet().runs()).isEmpty();
      clock.advance(Duration.ofHours(1));
      assertThat(engine.project.backupFleet().start(all).tenants()).isEqualTo(5);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "2026-01-15T10:30:00Z, 03:00, Europe/Berlin, 2026-01-15T02:00:00Z",
    "2026-01-15T01:59:59Z, 03:00, Europe/Berlin, 2026-01-14T02:00:00Z",
    "2026-01-15T02:00:00Z, 03:00, Europe/Berlin, 2026-01-15T02:00:00Z",
    "2026-03-29T12:00:00Z, 02:30, Europe/Berlin, 2026-03-29T01:30:00Z",
    "2026-10-25T12:00:00Z, 03:00, Europe/Berlin, 2026-10-25T02:00:00Z",
    "2026-01-15T00:30:00Z, 23:00, UTC, 2026-01-14T23:00:00Z"
  })
  void aNightBeginsAtItsLocalTime(Instant now, LocalTime at, String zone, Instant expected) {
    assertThat(NightlyBackups.lastDue(now, at, ZoneId.of(zone))).isEqualTo(expected);
  }

  @Test
  void theTierLimitsBackupsByHandPerHour() {
    EngineConfig free = EngineConfig.at(temp).withClock(clock).withTier(Tier.FREE);
    try (BackedUpEngine engine = new BackedUpEngine(free).withWayne()) {
      for (int i = 0; i < 5; i++) {
        engine.backup();
        clock.advance(Duration.ofMinutes(10));
      }
      engine
          .project
          .backups()
          .delete(WAYNE, engine.project.backups().list(WAYNE).getFirst().storagePath());

      assertThatExceptionOfType(EngineException.class)
          .isThrownBy(() -> engine.project.backups().create(WAYNE))
          .withMessage("rate limit exceeded: max 5 backups per hour")
          .satisfies(
              error -> {
                assertThat(error.code()).isEqualTo(ErrorCode.RATE_LIMITED);
                assertThat(error.details()).isEqualTo(Map.of("retry_after_seconds", 600));
              });
      assertThat(engine.project.backups().list(WAYNE)).as("nothing was announced").hasSize(4);
      clock.advance(Duration.ofMinutes(10));
      assertThat(engine.backup().status()).isEqualTo(BackupStatus.DONE);
    }
  }

  @Test
  void dedicatedDatabasesAreExemptFromTheLimit() {
    EngineConfig starter = EngineConfig.at(temp).withClock(clock).withTier(Tier.STARTER);
    TenantId stark = new TenantId("stark");
    try (BackedUpEngine engine = new BackedUpEngine(starter).withWayne()) {
      engine
          .project
          .tenants()
          .create(
              new CreateTenant(
                  stark,
                  List.of(new TenantDatabaseRequest(BackedUpEngine.SHOP, 2, Optional.empty()))));
      BackedUpEngine.awaitTrue(
          () -> engine.project.tenants().get(stark).status() == TenantStatus.READY);
      for (int i = 0; i < 21; i++) {
        engine.project.backups().create(stark);
      }
      for (int i = 0; i < 20; i++) {
        engine.project.backups().create(WAYNE);
      }
      assertThatExceptionOfType(EngineException.class)
          .isThrownBy(() -> engine.project.backups().create(WAYNE))
          .withMessage("rate limit exceeded: max 20 backups per hour");
    }
  }

  @Test
  void rollbacksAreNotLimited() {
    EngineConfig free = EngineConfig.at(temp).withClock(clock).withTier(Tier.FREE);
    try (BackedUpEngine engine = new BackedUpEngine(free).withWayne()) {
      Backup backup = engine.backup();
      for (int i = 0; i < 6; i++) {
        engine.project.backups().rollback(WAYNE, backup.storagePath());
        assertThat(engine.rolledBack().status()).isEqualTo(BackupStatus.DONE);
      }
    }
  }

  private static void awaitScheduled(BackedUpEngine engine, int count) {
    BackedUpEngine.awaitTrue(
        () ->
            scheduled(engine).stream()
                    .filter(backup -> backup.status() == BackupStatus.DONE)
                    .count()
                == count);
  }

  private static List<Backup> scheduled(BackedUpEngine engine) {
    return ofType(engine, BackupType.SCHEDULED);
  }

  private static List<Backup> ofType(BackedUpEngine engine, BackupType type) {
    return engine.project.backups().list(WAYNE).stream()
        .filter(backup -> backup.type() == type)
        .toList();
  }
}
