package io.tenantry.core.backups;

import static io.tenantry.core.backups.BackedUpEngine.COUNT;
import static io.tenantry.core.backups.BackedUpEngine.WAYNE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.tenantry.contract.backups.Backup;
import io.tenantry.contract.backups.BackupStatus;
import io.tenantry.contract.backups.BackupType;
import io.tenantry.contract.backups.RestoreBackup;
import io.tenantry.contract.backups.Rollback;
import io.tenantry.contract.error.EngineException;
import io.tenantry.contract.error.ErrorCode;
import io.tenantry.contract.queries.Value;
import io.tenantry.contract.tenants.TenantId;
import io.tenantry.contract.tenants.TenantStatus;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Nothing half done stays when a file is damaged or cannot be written. */
class BackupFailuresTest {
  private static final TenantId COPY = new TenantId("copy");

  @TempDir Path temp;

  @Test
  void aDamagedBackupIsRefusedBeforeAnythingIsTouched() throws Exception {
    try (BackedUpEngine engine = new BackedUpEngine(temp).withWayne()) {
      Backup backup = engine.backup();
      engine.note(2);
      flipOneByte(engine.file(backup));

      engine.project.backups().rollback(WAYNE, backup.storagePath());

      Rollback ended = engine.rolledBack();
      assertThat(ended.status()).isEqualTo(BackupStatus.FAILED);
      assertThat(ended.error())
          .contains("Backup %s is damaged: its checksum differs".formatted(backup.storagePath()));
      assertThat(ended.safetyPath()).isEmpty();
      assertThat(engine.count()).isEqualTo(Value.of(7));
      assertThat(engine.databaseFiles()).hasSize(1);
      Backup noted = engine.project.backups().list(WAYNE).getFirst();
      assertThat(noted.status()).isEqualTo(BackupStatus.FAILED);
      assertThat(noted.error()).contains("its checksum differs");
      assertRefused(
          "Backup %s failed: its checksum differs".formatted(backup.storagePath()),
          () -> engine.project.backups().rollback(WAYNE, backup.storagePath()));
    }
  }

  @Test
  void aRollbackBringsADatabaseBackWhoseFileIsLost() throws Exception {
    String path;
    Path lost;
    try (BackedUpEngine engine = new BackedUpEngine(temp).withWayne()) {
      path = engine.backup().storagePath();
      lost = engine.databaseFiles().getFirst();
    }
    Files.delete(lost);

    try (BackedUpEngine engine = new BackedUpEngine(temp)) {
      engine.project.backups().rollback(WAYNE, path);

      Rollback ended = engine.rolledBack();
      assertThat(ended.status()).isEqualTo(BackupStatus.DONE);
      assertThat(ended.safetyPath()).isEmpty();
      assertThat(engine.count()).isEqualTo(Value.of(5));
    }
  }

  @Test
  void verifyingFindsDamageAndLaterThatItIsRepaired() throws Exception {
    try (BackedUpEngine engine = new BackedUpEngine(temp).withWayne()) {
      Backup backup = engine.backup();
      Path file = engine.file(backup);
      byte[] whole = Files.readAllBytes(file);
      flipOneByte(file);

      Backup damaged = engine.project.backups().verify(WAYNE, backup.storagePath());
      Files.write(file, whole);
      Backup repaired = engine.project.backups().verify(WAYNE, backup.storagePath());
      Files.delete(file);
      Backup missing = engine.project.backups().verify(WAYNE, backup.storagePath());

      assertThat(damaged.status()).isEqualTo(BackupStatus.FAILED);
      assertThat(damaged.error()).contains("its checksum differs");
      assertThat(repaired.status()).isEqualTo(BackupStatus.DONE);
      assertThat(repaired.error()).isEmpty();
      assertThat(missing.error()).contains("its file is missing");
      assertThat(engine.project.backupFleet().totals().failing()).isEqualTo(1);
      assertThat(BackedUpEngine.filesBelow(engine.backups().resolve(".scratch"))).isEmpty();
    }
  }

  @Test
  void aDamagedBackupMakesNoTenant() throws Exception {
    try (BackedUpEngine engine = new BackedUpEngine(temp).withWayne()) {
      Backup backup = engine.backup();
      flipOneByte(engine.file(backup));

      assertThatExceptionOfType(EngineException.class)
          .isThrownBy(
              () ->
                  engine
                      .project
                      .backups()
                      .restore(WAYNE, new RestoreBackup(backup.storagePath(), COPY)))
          .satisfies(error -> assertThat(error.code()).isEqualTo(ErrorCode.CONFLICT))
          .withMessageStartingWith("Backup %s is damaged: ".formatted(backup.storagePath()));
      assertThatExceptionOfType(EngineException.class)
          .isThrownBy(() -> engine.project.tenants().get(COPY))
          .withMessage("Tenant not found: copy");
      assertThat(engine.databaseFiles()).hasSize(1);
    }
  }

  @Test
  void aBackupThatCannotBeWrittenFailsAndLeavesNothing() throws Exception {
    try (BackedUpEngine engine = new BackedUpEngine(temp).withWayne()) {
      Path project = engine.backups().resolve(engine.project.whoami().projectId().value());
      Files.createDirectories(engine.backups());
      Files.writeString(project, "a file where a folder should be");

      Backup failed = engine.backup();

      assertThat(failed.status()).isEqualTo(BackupStatus.FAILED);
      assertThat(failed.error()).contains("internal error; the engine's log says more");
      assertThat(failed.sha256()).isEmpty();
      assertThat(BackedUpEngine.filesBelow(engine.backups())).containsExactly(project);
      assertRefused(
          "Backup %s failed: internal error; the engine's log says more"
              .formatted(failed.storagePath()),
          () -> engine.project.backups().open(WAYNE, failed.storagePath()));
      Files.delete(project);
      assertThat(engine.backup().status()).isEqualTo(BackupStatus.DONE);
      assertThat(engine.count()).isEqualTo(Value.of(5));
    }
  }

  @Test
  void aRollbackThatCannotBeWrittenLeavesTheTenantAsItWas() throws Exception {
    try (BackedUpEngine engine = new BackedUpEngine(temp).withWayne()) {
      Backup backup = engine.backup();
      engine.note(1);
      Path inUse = engine.databaseFiles().getFirst();
      Path next = inUse.resolveSibling("shop__wayne.1.db");
      Files.createDirectories(next.resolve("in the way"));

      engine.project.backups().rollback(WAYNE, backup.storagePath());

      Rollback ended = engine.rolledBack();
      assertThat(ended.status()).isEqualTo(BackupStatus.FAILED);
      assertThat(ended.safetyPath()).isPresent();
      assertThat(engine.project.tenants().get(WAYNE).status()).isEqualTo(TenantStatus.READY);
      assertThat(engine.count()).isEqualTo(Value.of(6));
      engine.project.backups().rollback(WAYNE, backup.storagePath());
      assertThat(engine.rolledBack().status()).isEqualTo(BackupStatus.DONE);
      assertThat(engine.count()).isEqualTo(Value.of(5));
    }
  }

  @Test
  void theOldFileGoesAfterTheSwitch() {
    try (BackedUpEngine engine = new BackedUpEngine(temp).withWayne()) {
      Backup backup = engine.backup();
      engine.note(1);

      engine.project.backups().rollback(WAYNE, backup.storagePath());

      assertThat(engine.rolledBack().status()).isEqualTo(BackupStatus.DONE);
      assertThat(engine.value(WAYNE, COUNT)).isEqualTo(Value.of(5));
      BackedUpEngine.awaitTrue(() -> engine.databaseFiles().size() == 1);
      assertThat(engine.databaseFiles().getFirst().getFileName()).hasToString("shop__wayne.1.db");
      assertThat(engine.project.backups().list(WAYNE))
          .extracting(Backup::type)
          .containsExactlyInAnyOrder(BackupType.SAFETY, BackupType.MANUAL);
    }
  }

  @Test
  void hardDeletionTakesAllFilesOfBackupsAlong() {
    try (BackedUpEngine engine = new BackedUpEngine(temp).withWayne()) {
      Backup backup = engine.backup();
      engine.project.backups().rollback(WAYNE, backup.storagePath());
      engine.rolledBack();
      assertThat(BackedUpEngine.filesBelow(engine.backups())).hasSize(4);

      engine.project.tenants().delete(WAYNE, true);

      assertThat(BackedUpEngine.filesBelow(engine.backups())).isEmpty();
      assertThat(engine.databaseFiles()).isEmpty();
    }
  }

  private static void assertRefused(String message, Runnable call) {
    assertThatExceptionOfType(EngineException.class)
        .isThrownBy(call::run)
        .withMessage(message)
        .satisfies(error -> assertThat(error.code()).isEqualTo(ErrorCode.CONFLICT));
  }

  private static void flipOneByte(Path file) throws Exception {
    byte[] bytes = Files.readAllBytes(file);
    bytes[bytes.length / 2] ^= 1;
    Files.write(file, bytes, StandardOpenOption.WRITE);
  }
}
