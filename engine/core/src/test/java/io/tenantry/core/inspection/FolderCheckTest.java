package io.tenantry.core.inspection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tenantry.contract.Credential;
import io.tenantry.contract.backups.Backup;
import io.tenantry.contract.backups.BackupStatus;
import io.tenantry.contract.error.EngineException;
import io.tenantry.contract.info.Region;
import io.tenantry.core.EngineConfig;
import io.tenantry.core.FolderCheck;
import io.tenantry.core.LocalEngine;
import io.tenantry.core.hosts.RegionConfig;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each sort of damage, made on a copy of a folder in which everything has happened. */
class FolderCheckTest {
  @TempDir private static Path parent;
  private static Path lived;

  @TempDir private Path temp;
  private Path folder;

  @BeforeAll
  static void live() throws IOException {
    lived = parent.resolve("data");
    LivedInFolder.live(lived);
  }

  @BeforeEach
  void copy() throws IOException {
    folder = temp.resolve("data");
    FolderFiles.copy(lived, folder);
  }

  private CheckReport check() {
    return new FolderCheck(EngineConfig.at(folder)).look(false);
  }

  @Test
  void aHealthyFolderHasNoFindingAndIsNotTouched() throws IOException {
    List<String> before = FolderFiles.state(folder);

    CheckReport report = check();

    assertThat(report.findings()).isEmpty();
    assertThat(report.clean()).isTrue();
    assertThat(FolderFiles.state(folder)).isEqualTo(before);
  }

  @Test
  void aQuickCheckLooksAtTheSameThings() {
    CheckReport report = new FolderCheck(EngineConfig.at(folder)).look(true);

    assertThat(report.findings()).isEmpty();
    assertThat(report.looked().bytes()).isEqualTo(check().looked().bytes());
    assertThat(report.looked().databases()).isGreaterThan(15);
    assertThat(report.looked().backups()).isGreaterThanOrEqualTo(3);
  }

  @Test
  void flippedBytesOfATenantAreFoundAndItsBackupAndItsPastAreNamed() throws IOException {
    Path database = FolderFiles.find(folder, "hosts/.*/shop__own\\.\\d+\\.db");
    FolderFiles.overwrite(database, 4096 + 8, 200);

    assertThat(check().findings())
        .singleElement()
        .satisfies(
            found -> {
              assertThat(found.kind()).isEqualTo("database_damaged");
              assertThat(found.severity()).isEqualTo(Severity.ERROR);
              assertThat(found.what())
                  .contains("tenant 'own'")
                  .contains("recovered to a time from")
                  .contains("newest whole backup is sqlite/manual/");
              assertThat(found.repair()).isEmpty();
            });
    assertThat(repair().clean()).as("damaged data is left to people").isFalse();
    assertThat(database).exists();
  }

  @Test
  void aMissingTenantDatabaseIsNamed() throws IOException {
    Files.delete(FolderFiles.find(folder, "hosts/.*/shop__many-3\\.db"));

    assertThat(check().findings()).extracting(Finding::kind).containsExactly("database_missing");
    assertThat(check().findings().getFirst().what()).endsWith("There is no backup of it");
  }

  @Test
  void anotherDatabaseInThePlaceOfATenantIsForeign() throws IOException {
    Path database = FolderFiles.find(folder, "hosts/.*/shop__many-3\\.db");
    FolderFiles.sql(database, "PRAGMA application_id=7");

    assertThat(kinds()).containsExactly("database_foreign");
  }

  @Test
  void aTenantWhoseFileProvesAnotherVersionIsCorrectedInTheCatalog() throws IOException {
    FolderFiles.sql(
        folder.resolve("catalog.db"),
        "UPDATE tenant_database SET minor = minor - 1 WHERE tenant_id ="
            + " (SELECT id FROM tenant WHERE name = 'many-1')");

    assertThat(kinds()).containsExactly("version_stored_wrongly");
    assertRepaired("version_stored_wrongly");
  }

  @Test
  void aVersionNumberThatTheSchemaDoesNotProveIsDrift() throws IOException {
    FolderFiles.sql(
        FolderFiles.find(folder, "hosts/.*/shop__many-3\\.db"), "PRAGMA user_version=77");
    FolderFiles.sql(
        FolderFiles.find(folder, "hosts/.*/shop__many-4\\.db"), "CREATE TABLE smuggled (a)");

    assertThat(kinds()).containsExactly("schema_drift", "schema_drift");
    assertThat(repair().findings()).extracting(Finding::kind).containsOnly("schema_drift");
  }

  @Test
  void filesThatNothingKnowsGoToLostAndFound() throws IOException {
    Path known = FolderFiles.find(folder, "hosts/.*/shop__many-3\\.db");
    Path stray = known.resolveSibling("shop__many-3.9.db");
    Files.copy(known, stray);
    Files.write(known.resolveSibling("shop__many-3.9.db-wal"), new byte[] {1, 2, 3});
    Files.write(known.resolveSibling("shop__many-3.8.db-wal"), new byte[] {1, 2, 3});
    Files.write(known.resolveSibling("shop__many-3.7.db-shm"), new byte[32]);
    Files.write(known.resolveSibling(".shop__many-3.db.12ab.part"), new byte[] {1});
    FolderFiles.keepFromOthers(folder);

    assertThat(kinds())
        .containsExactlyInAnyOrder("temporary_file", "orphaned_log", "orphaned_log", "stray_file");
    CheckReport report = assertRepaired("stray_file");
    assertThat(stray).doesNotExist();
    assertThat(FolderFiles.find(folder, "lost\\+found/[^/]*/hosts/.*/shop__many-3\\.9\\.db"))
        .hasSameBinaryContentAs(known);
    assertThat(FolderFiles.find(folder, "lost\\+found/.*/shop__many-3\\.9\\.db-wal")).hasSize(3);
    assertThat(FolderFiles.find(folder, "lost\\+found/.*/shop__many-3\\.8\\.db-wal")).hasSize(3);
    assertThat(report.steps()).anyMatch(step -> step.startsWith("moved hosts/"));
  }

  @Test
  void aBackupThatIsCutOrGoneIsMarkedFailed() throws IOException {
    Path cut = FolderFiles.find(folder, "backups/.*_tenant_shared__shop\\.db\\.gz");
    try (FileChannel channel = FileChannel.open(cut, StandardOpenOption.WRITE)) {
      channel.truncate(Files.size(cut) - 10);
    }
    Files.delete(FolderFiles.find(folder, "backups/.*_tenant_own__shop\\.db\\.gz"));

    assertThat(kinds()).containsExactlyInAnyOrder("backup_damaged", "backup_missing");
    assertRepaired("backup_missing");
    try (LocalEngine engine = LocalEngine.open(EngineConfig.at(folder))) {
      assertThat(engine.open(Credential.owner()).backups().list(LivedInFolder.OWN))
          .extracting(Backup::status)
          .contains(BackupStatus.FAILED);
    }
  }

  @Test
  void aBackupWithOtherBytesIsFoundByItsChecksumAndNotByAQuickCheck() throws IOException {
    Path backup = FolderFiles.find(folder, "backups/.*_tenant_own__shop\\.db\\.gz");
    FolderFiles.overwrite(backup, 40, 2);

    assertThat(new FolderCheck(EngineConfig.at(folder)).look(true).clean()).isTrue();
    assertThat(kinds()).containsExactly("backup_damaged");
  }

  @Test
  void aBackupWithoutARowIsKept() throws IOException {
    Path backup = FolderFiles.find(folder, "backups/.*_tenant_own__shop\\.db\\.gz");
    Path stray = backup.resolveSibling("tdb_00000000_tenant_who__shop.db.gz");
    Files.copy(backup, stray, StandardCopyOption.COPY_ATTRIBUTES);

    assertThat(kinds()).containsExactly("stray_backup");
    assertRepaired("stray_backup");
    assertThat(FolderFiles.find(folder, "lost\\+found/.*_tenant_who__shop\\.db\\.gz")).exists();
  }

  @Test
  void aMissingKeyAndOneOfAnotherCatalogAreFound() throws IOException {
    Path key = folder.resolve("secret.key");
    String old = Files.readString(key);
    Files.writeString(key, "00".repeat(32));
    assertThat(kinds()).containsExactly("secret_key");

    Files.delete(key);
    assertThat(kinds()).containsExactly("secret_key");
    assertThat(repair().clean()).isFalse();
    assertThat(key).doesNotExist();

    Files.writeString(key, old);
    FolderFiles.keepFromOthers(folder);
    assertThat(check().clean()).isTrue();
  }

  @Test
  void aDamagedOrMissingCatalogIsTheOnlyFinding() throws IOException {
    FolderFiles.overwrite(folder.resolve("catalog.db"), 4096 * 3, 4096);
    assertThat(kinds()).containsExactly("catalog_damaged");

    FolderFiles.overwrite(folder.resolve("catalog.db"), 0, 100);
    assertThat(kinds()).containsExactly("catalog_damaged");
    assertThat(repair().findings()).extracting(Finding::kind).containsExactly("catalog_damaged");

    Files.delete(folder.resolve("catalog.db"));
    assertThat(kinds()).containsExactly("catalog_missing");
    assertThat(folder.resolve("catalog.db")).doesNotExist();
  }

  @Test
  void lostWorkspacesAreFound() throws IOException {
    Files.delete(FolderFiles.find(folder, "workspaces/.*/shop\\.db"));
    FolderFiles.overwrite(FolderFiles.find(folder, "workspaces/.*/plain\\.db"), 0, 50);

    assertThat(kinds()).containsExactlyInAnyOrder("database_missing", "database_damaged");
  }

  @Test
  void aDamagedQueryLogIsMovedAway() throws IOException {
    FolderFiles.overwrite(FolderFiles.find(folder, "query-logs/.*/log\\.db"), 0, 4096);

    assertThat(kinds()).containsExactly("log_damaged");
    assertRepaired("log_damaged");
    assertThat(FolderFiles.find(folder, "lost\\+found/.*/log\\.db")).exists();
  }

  @Test
  void damageInAnArchiveIsFound() throws IOException {
    Path frames = FolderFiles.find(folder, "archives/.*/shop__own/[1-9]\\d*/\\d+c?/frames");
    FolderFiles.overwrite(frames, 100, 50);
    assertThat(kinds()).contains("archive_damaged");
  }

  @Test
  void anArchiveThatLostFramesOrItsFullCopyIsFound() throws IOException {
    Path epoch =
        FolderFiles.find(folder, "archives/.*/shop__own/[1-9]\\d*/\\d+c?/frames").getParent();
    Path base = FolderFiles.find(epoch, "base\\..*");
    byte[] copy = Files.readAllBytes(base);
    Files.write(base, new byte[0]);
    assertThat(kinds()).containsExactly("archive_damaged");

    Files.write(base, copy);
    assertThat(kinds()).isEmpty();
    try (FileChannel frames = FileChannel.open(epoch.resolve("frames"), StandardOpenOption.WRITE)) {
      frames.truncate(frames.size() - 1);
    }
    assertThat(kinds()).containsExactly("archive_damaged");
    assertThat(new FolderCheck(EngineConfig.at(folder)).look(true).clean()).isFalse();
  }

  @Test
  void anArchiveOfNobodyIsKept() throws IOException {
    Path archive = FolderFiles.find(folder, "archives/.*/shop__own/\\d+/\\d+c?/commits");
    Path database = archive.getParent().getParent().getParent();
    FolderFiles.copy(database, database.resolveSibling("shop__nobody"));

    assertThat(kinds()).containsExactly("stray_archive");
    assertRepaired("stray_archive");
  }

  @Test
  void filesThatOthersMayReadAreClosed() throws IOException {
    Path database = FolderFiles.find(folder, "hosts/.*/shop__many-3\\.db");
    for (Path open : List.of(folder.resolve("secret.key"), database)) {
      Files.setPosixFilePermissions(open, PosixFilePermissions.fromString("rw-r--r--"));
    }

    assertThat(kinds()).containsExactly("permissions", "permissions");
    assertRepaired("permissions");
    assertThat(Files.getPosixFilePermissions(database))
        .isEqualTo(PosixFilePermissions.fromString("rw-------"));
  }

  @Test
  void aRegionThatTheSettingsDoNotHaveIsNamed() {
    EngineConfig config =
        EngineConfig.at(folder)
            .withRegions(
                List.of(
                    new RegionConfig(
                        new Region("elsewhere", "Elsewhere", true), Optional.empty())));

    FolderCheck check = new FolderCheck(config);

    assertThat(check.look(false).findings())
        .singleElement()
        .satisfies(
            found -> {
              assertThat(found.kind()).isEqualTo("region_unknown");
              assertThat(found.what()).contains("'eu-central'").contains("--config");
            });
    check.repair(false);
    assertThat(check().findings()).as("nothing was taken for a stray").isEmpty();
  }

  @Test
  void aRegionSomewhereElseDoesNotMakeItsFilesStrays() throws IOException {
    EngineConfig config =
        EngineConfig.at(folder)
            .withRegions(
                RegionConfig.defaults().stream()
                    .map(
                        each ->
                            new RegionConfig(
                                each.region(),
                                Optional.of(
                                    temp.resolve("elsewhere").resolve(each.region().zone()))))
                    .toList());
    FolderCheck check = new FolderCheck(config);

    assertThat(check.look(false).findings())
        .extracting(Finding::kind)
        .contains("database_missing", "misplaced_file")
        .doesNotContain("stray_file");
    check.repair(false);
    assertThat(FolderFiles.find(folder, "hosts/eu-central/.*/shop__own\\.\\d+\\.db")).exists();
  }

  @Test
  void aFolderInUseOrNoneIsNotChecked() {
    try (LocalEngine engine = LocalEngine.open(EngineConfig.at(folder))) {
      assertThatThrownBy(this::check)
          .isInstanceOf(EngineException.class)
          .hasMessageContaining("is in use by process");
      assertThat(engine.info().version()).isNotEmpty();
    }
    assertThatThrownBy(() -> new FolderCheck(EngineConfig.at(temp.resolve("none"))).look(true))
        .isInstanceOf(EngineException.class)
        .hasMessageContaining("is no data folder");
    assertThat(temp.resolve("none")).doesNotExist();
  }

  private List<String> kinds() {
    return check().findings().stream().filter(Finding::counts).map(Finding::kind).toList();
  }

  private CheckReport repair() {
    return new FolderCheck(EngineConfig.at(folder)).repair(false);
  }

  private CheckReport assertRepaired(String kind) {
    CheckReport report = repair();
    assertThat(report.findings()).filteredOn(Finding::counts).isEmpty();
    assertThat(report.clean()).isTrue();
    assertThat(report.repaired()).extracting(Finding::kind).contains(kind);
    assertThat(check().clean()).isTrue();
    return report;
  }
}
