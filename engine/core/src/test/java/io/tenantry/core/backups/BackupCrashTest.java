package io.tenantry.core.backups;

import static io.tenantry.core.backups.BackedUpEngine.WAYNE;
import static io.tenantry.core.backups.DyingBackups.COPY;
import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.contract.backups.Backup;
import io.tenantry.contract.backups.BackupFleet;
import io.tenantry.contract.backups.BackupRun;
import io.tenantry.contract.backups.BackupStatus;
import io.tenantry.contract.backups.BackupType;
import io.tenantry.contract.backups.RestoreBackup;
import io.tenantry.contract.drills.Drill;
import io.tenantry.contract.drills.ReportCheck;
import io.tenantry.contract.page.PageRequest;
import io.tenantry.contract.queries.Value;
import io.tenantry.contract.tenants.TenantFilter;
import io.tenantry.contract.tenants.TenantId;
import io.tenantry.contract.tenants.TenantStatus;
import io.tenantry.core.DoomedProcess;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the step lists of backups and rollbacks promise after a crash. */
class BackupCrashTest {
  private static final int MEGABYTES = 40;
  private static final Value ROWS = Value.of(5 + MEGABYTES * 100);
  private static final Value MORE = Value.of(5 + MEGABYTES * 100 + 1);

  @TempDir Path temp;

  private Path data() {
    return temp.resolve("data");
  }

  /** A large tenant with a backup, and one note since. */
  private void prepared() {
    try (BackedUpEngine engine = new BackedUpEngine(data()).withWayne().grown(MEGABYTES)) {
      assertThat(engine.backup().status()).isEqualTo(BackupStatus.DONE);
      engine.note(1);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"copying", "compressing"})
  void aBackupThatWasCutShortHasFailedAndLeavesNothing(String step) throws Exception {
    new BackedUpEngine(data()).withWayne().grown(MEGABYTES).close();

    assertThat(DyingBackups.run(step, data())).isEqualTo(DoomedProcess.DIED);

    assertThat(BackedUpEngine.filesBelow(data().resolve("backups").resolve(".scratch")))
        .isNotEmpty();
    try (BackedUpEngine engine = new BackedUpEngine(data())) {
      Backup cut = engine.project.backups().list(WAYNE).getFirst();
      assertThat(cut.status()).isEqualTo(BackupStatus.FAILED);
      assertThat(cut.error()).contains("the engine stopped before it was complete");
      assertThat(BackedUpEngine.filesBelow(engine.backups())).isEmpty();
      assertThat(engine.count()).isEqualTo(ROWS);
      assertThat(engine.backup().status()).isEqualTo(BackupStatus.DONE);
    }
  }

  @Test
  void aRunThatWasCutShortGoesOnWhereItWas() throws Exception {
    int tenants = 40;
    try (BackedUpEngine engine = new BackedUpEngine(data()).withWayne()) {
      for (int i = 1; i < tenants; i++) {
        engine.tenant(new TenantId("t" + i));
      }
    }

    assertThat(DyingBackups.run("run", data())).isEqualTo(DoomedProcess.DIED);

    try (BackedUpEngine engine = new BackedUpEngine(data())) {
      BackupFleet fleet = engine.project.backupFleet();
      BackedUpEngine.awaitTrue(() -> fleet.runs().getFirst().status() == BackupRun.Status.DONE);
      BackupRun run = fleet.runs().getFirst();
      assertThat(run.done()).isEqualTo(tenants);
      assertThat(fleet.totals().covered()).isEqualTo(tenants);
      assertThat(fleet.totals().backups()).isBetween((long) tenants, tenants + 2L);
    }
  }

  @Test
  void aDrillThatWasCutShortLeavesNoScratchFileAndGoesOn() throws Exception {
    prepared();

    assertThat(DyingBackups.run("drill", data())).isEqualTo(DoomedProcess.DIED);

    Path scratch = data().resolve("backups").resolve(".scratch");
    assertThat(BackedUpEngine.filesBelow(scratch)).isNotEmpty();
    try (BackedUpEngine engine = new BackedUpEngine(data())) {
      BackedUpEngine.awaitTrue(
          () -> engine.project.drills().list().getFirst().status() == Drill.Status.DONE);
      Drill drill = engine.project.drills().list().getFirst();
      assertThat(drill.passed()).isEqualTo(1);
      assertThat(BackedUpEngine.filesBelow(scratch)).isEmpty();
      assertThat(engine.project.drills().check(engine.project.drills().report(drill.id())))
          .isEqualTo(ReportCheck.GENUINE);
      assertThat(engine.count()).isEqualTo(MORE);
    }
  }

  @Test
  void aRollbackThatWasCutShortGoesOnByItself() throws Exception {
    prepared();

    assertThat(DyingBackups.run("unpacking", data())).isEqualTo(DoomedProcess.DIED);

    try (BackedUpEngine engine = new BackedUpEngine(data())) {
      assertThat(engine.rolledBack().status()).isEqualTo(BackupStatus.DONE);
      assertRolledBack(engine);
      assertThat(backups(engine, BackupType.SAFETY)).hasSize(1);
      String safety = engine.rolledBack().safetyPath().orElseThrow();
      engine.project.backups().restore(WAYNE, new RestoreBackup(safety, COPY));
      assertThat(engine.value(COPY, BackedUpEngine.COUNT)).isEqualTo(MORE);
    }
  }

  @Test
  void aCrashAfterTheSwitchLeavesTheNewDatabaseAndTheOldFileGoes() throws Exception {
    prepared();

    assertThat(DyingBackups.run("switched", data())).isEqualTo(DoomedProcess.DIED);

    assertThat(databaseFiles(data())).as("the old one and the new one").hasSize(2);
    try (BackedUpEngine engine = new BackedUpEngine(data())) {
      assertThat(engine.project.backups().rollbacks(WAYNE).getFirst().status())
          .isEqualTo(BackupStatus.DONE);
      assertRolledBack(engine);
    }
  }

  @Test
  void aRollbackStopsWithTheEngineAndGoesOnWithTheNext() throws Exception {
    prepared();
    try (BackedUpEngine engine = new BackedUpEngine(data())) {
      // closing stops the rollback between two buffers, or before it begins
      engine
          .project
          .backups()
          .rollback(WAYNE, backups(engine, BackupType.MANUAL).getFirst().storagePath());
    }
    try (BackedUpEngine engine = new BackedUpEngine(data())) {
      assertThat(engine.rolledBack().status()).isEqualTo(BackupStatus.DONE);
      assertRolledBack(engine);
    }
  }

  @Test
  void aTenantThatWasHalfRestoredIsGoneAndCanBeRestoredAgain() throws Exception {
    prepared();

    assertThat(DyingBackups.run("restoring", data())).isEqualTo(DoomedProcess.DIED);

    assertThat(databaseFiles(data())).hasSize(2);
    try (BackedUpEngine engine = new BackedUpEngine(data())) {
      assertThat(engine.project.tenants().list(TenantFilter.none(), PageRequest.all()).items())
          .extracting(tenant -> tenant.tenantId())
          .containsExactly(WAYNE);
      assertThat(engine.databaseFiles()).hasSize(1);
      String path = backups(engine, BackupType.MANUAL).getFirst().storagePath();
      engine.project.backups().restore(WAYNE, new RestoreBackup(path, COPY));
      assertThat(engine.value(COPY, BackedUpEngine.COUNT)).isEqualTo(ROWS);
      assertThat(engine.count()).isEqualTo(MORE);
    }
  }

  private static void assertRolledBack(BackedUpEngine engine) {
    assertThat(engine.project.tenants().get(WAYNE).status()).isEqualTo(TenantStatus.READY);
    assertThat(engine.count()).isEqualTo(ROWS);
    BackedUpEngine.awaitTrue(() -> engine.databaseFiles().size() == 1);
    assertThat(BackedUpEngine.filesBelow(engine.backups().resolve(".scratch"))).isEmpty();
  }

  private static List<Backup> backups(BackedUpEngine engine, BackupType type) {
    return engine.project.backups().list(WAYNE).stream()
        .filter(backup -> backup.type() == type && backup.status() == BackupStatus.DONE)
        .toList();
  }

  private static List<Path> databaseFiles(Path data) {
    return BackedUpEngine.filesBelow(data.resolve("hosts")).stream()
        .filter(file -> file.toString().endsWith(".db"))
        .toList();
  }
}
