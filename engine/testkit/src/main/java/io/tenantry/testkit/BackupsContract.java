package io.tenantry.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.contract.Project;
import io.tenantry.contract.apikeys.Role;
import io.tenantry.contract.apikeys.ScopeType;
import io.tenantry.contract.backups.Backup;
import io.tenantry.contract.backups.BackupContent;
import io.tenantry.contract.backups.BackupStatus;
import io.tenantry.contract.backups.BackupType;
import io.tenantry.contract.backups.RestoreBackup;
import io.tenantry.contract.backups.StartedBackup;
import io.tenantry.contract.blueprints.Version;
import io.tenantry.contract.error.ErrorCode;
import io.tenantry.contract.tenants.CreateTenant;
import io.tenantry.contract.tenants.TenantDatabaseRequest;
import io.tenantry.contract.tenants.TenantId;
import io.tenantry.contract.workspaces.WorkspaceName;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What every engine promises about taking backups and what is done with them. */
public abstract class BackupsContract extends BackupSuite {
  @TempDir Path temp;

  @Test
  void aBackupStartsWithItsPathsAndEndsDone() {
    TestProject project = project();
    WorkspaceName shop = notes(project);
    project.tenant("wayne", shop);
    add(project, shop, 3);

    StartedBackup started = project.admin().backups().create(WAYNE);

    assertThat(started.tenantId()).isEqualTo(WAYNE);
    assertThat(started.type()).isEqualTo(BackupType.MANUAL);
    assertThat(started.timestamp()).matches("\\d{4}-\\d{2}-\\d{2}T\\d{2}-\\d{2}-\\d{2}");
    assertThat(started.paths())
        .containsExactly(
            "sqlite/manual/%s/%s_tenant_wayne__shop.db.gz"
                .formatted(started.timestamp(), project.id()));
    Backup done = new TestProjectBackups(project).ended(WAYNE, started.paths().getFirst());
    assertThat(done.status()).as(done.toString()).isEqualTo(BackupStatus.DONE);
    assertThat(done.date()).isEqualTo(started.timestamp());
    assertThat(done.blueprint()).isEqualTo(shop);
    assertThat(done.version()).isEqualTo(new Version(1, 1));
    assertThat(done.sizeBytes()).isPositive();
    assertThat(done.databaseBytes()).isGreaterThan(done.sizeBytes());
    assertThat(done.sha256().orElseThrow()).matches("[0-9a-f]{64}");
    assertThat(done.error()).isEmpty();
    assertThat(done.completedAt()).isPresent();
  }

  @Test
  void everyDatabaseOfTheTenantIsBackedUp() {
    TestProject project = project();
    WorkspaceName shop = notes(project);
    WorkspaceName crm = project.workspace("crm");
    project
        .admin()
        .tenants()
        .create(
            new CreateTenant(
                WAYNE,
                List.of(TenantDatabaseRequest.shared(shop), TenantDatabaseRequest.shared(crm))));

    StartedBackup started = project.admin().backups().create(WAYNE);

    assertThat(started.paths()).hasSize(2).allMatch(path -> path.contains(started.timestamp()));
    started.paths().forEach(path -> new TestProjectBackups(project).ended(WAYNE, path));
    assertThat(project.admin().backups().list(WAYNE))
        .extracting(backup -> backup.blueprint().value())
        .containsExactlyInAnyOrder("crm", "shop");
  }

  @Test
  void backupsInTheSameSecondHaveDifferentPathsNewestFirst() {
    Story story = story();

    Backup second = story.backups().take(WAYNE);

    assertThat(story.project().admin().backups().list(WAYNE))
        .extracting(Backup::storagePath)
        .containsExactly(second.storagePath(), story.backup().storagePath());
  }

  @Test
  void aTenantInTheTrashShowsItsBackupsAndKeepsThem() {
    Story story = story();
    Project admin = story.project().admin();
    admin.tenants().delete(WAYNE, false);
    String inTrash =
        "Tenant 'wayne' is in trash. Use POST /tenants/wayne/restore or DELETE"
            + " /tenants/wayne?hard=true";

    assertThat(admin.backups().list(WAYNE)).containsExactly(story.backup());
    assertRefused(
        ErrorCode.CONFLICT,
        inTrash,
        () -> admin.backups().rollback(WAYNE, story.backup().storagePath()));
    assertRefused(ErrorCode.CONFLICT, inTrash, () -> admin.backups().create(WAYNE));
    admin.tenants().restore(WAYNE);
    admin.backups().rollback(WAYNE, story.backup().storagePath());
    assertThat(story.backups().rolledBack(WAYNE).status()).isEqualTo(BackupStatus.DONE);
  }

  @Test
  void destroyingATenantDestroysItsBackups() {
    Story story = story();
    story.project().admin().tenants().delete(WAYNE, true);
    story.project().tenant("wayne", story.shop());

    assertThat(story.project().admin().backups().list(WAYNE)).isEmpty();
    assertRefused(
        ErrorCode.NOT_FOUND,
        () -> story.project().admin().backups().open(WAYNE, story.backup().storagePath()));
  }

  @Test
  void verifyingProvesThatABackupCanBeUsed() {
    Story story = story();

    Backup verified = story.project().admin().backups().verify(WAYNE, story.backup().storagePath());

    assertThat(verified.status()).isEqualTo(BackupStatus.DONE);
    assertThat(verified.verifiedAt()).isPresent();
    assertThat(story.project().admin().backups().list(WAYNE)).containsExactly(verified);
  }

  @Test
  void aDownloadIsTheCompressedDatabase() throws Exception {
    Story story = story();
    Path target = temp.resolve("wayne.db.gz");

    story.project().admin().backups().download(WAYNE, story.backup().storagePath(), target);

    byte[] file = Files.readAllBytes(target);
    assertThat(file).hasSize((int) story.backup().sizeBytes());
    assertThat(HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(file)))
        .isEqualTo(story.backup().sha256().orElseThrow());
    assertThat(unpacked(target)).startsWith("SQLite format 3".getBytes(StandardCharsets.US_ASCII));
    try (BackupContent content =
        story.project().admin().backups().open(WAYNE, story.backup().storagePath())) {
      assertThat(content.fileName()).endsWith("_tenant_wayne__shop.db.gz");
      assertThat(content.sizeBytes()).isEqualTo(file.length);
    }
  }

  private static byte[] unpacked(Path file) throws IOException {
    try (GZIPInputStream gzip = new GZIPInputStream(Files.newInputStream(file))) {
      return gzip.readAllBytes();
    }
  }

  @Test
  void aDeletedBackupIsGone() {
    Story story = story();
    Project admin = story.project().admin();
    String path = story.backup().storagePath();

    admin.backups().delete(WAYNE, path);

    assertThat(admin.backups().list(WAYNE)).isEmpty();
    assertRefused(
        ErrorCode.NOT_FOUND,
        "Backup not found: " + path,
        () -> admin.backups().delete(WAYNE, path));
    assertRefused(ErrorCode.NOT_FOUND, () -> admin.backups().open(WAYNE, path));
    assertRefused(ErrorCode.NOT_FOUND, () -> admin.backups().verify(WAYNE, path));
  }

  @Test
  void onlyAdministratorsWorkWithBackupsAndReadersSeeThem() {
    Story story = story();
    String path = story.backup().storagePath();
    Project reader = story.project().as(Role.READ, ScopeType.PROJECT);
    Project writer = story.project().as(Role.WRITE, ScopeType.PROJECT);

    assertThat(reader.backups().list(WAYNE)).containsExactly(story.backup());
    assertThat(reader.backups().rollbacks(WAYNE)).isEmpty();
    assertRefused(ErrorCode.ROLE_REQUIRED, () -> writer.backups().create(WAYNE));
    assertRefused(ErrorCode.ROLE_REQUIRED, () -> writer.backups().rollback(WAYNE, path));
    assertRefused(ErrorCode.ROLE_REQUIRED, () -> writer.backups().open(WAYNE, path));
    assertRefused(ErrorCode.ROLE_REQUIRED, () -> writer.backups().verify(WAYNE, path));
    assertRefused(ErrorCode.ROLE_REQUIRED, () -> writer.backups().delete(WAYNE, path));
    assertRefused(
        ErrorCode.ROLE_REQUIRED,
        () -> writer.backups().restore(WAYNE, new RestoreBackup(path, new TenantId("copy"))));
  }

  @Test
  void keysForTenantsSeeTheListsOfTheirsAndNothingMore() {
    Story story = story();
    story.project().tenant("stark", story.shop());
    Project key = story.project().as(Role.ADMIN, ScopeType.TENANT, "wayne");

    assertThat(key.backups().list(WAYNE)).hasSize(1);
    assertRefused(ErrorCode.SCOPE_DENIED, () -> key.backups().list(new TenantId("stark")));
    assertRefused(ErrorCode.SCOPE_DENIED, () -> key.backups().create(WAYNE));
    assertRefused(
        ErrorCode.SCOPE_DENIED, () -> key.backups().open(WAYNE, story.backup().storagePath()));
  }

  @Test
  void keysForWorkspacesReachTheBackupsOfTheirBlueprint() {
    TestProject project = project();
    WorkspaceName shop = notes(project);
    WorkspaceName crm = project.workspace("crm");
    project
        .admin()
        .tenants()
        .create(
            new CreateTenant(
                WAYNE,
                List.of(TenantDatabaseRequest.shared(shop), TenantDatabaseRequest.shared(crm))));
    project
        .admin()
        .backups()
        .create(WAYNE)
        .paths()
        .forEach(path -> new TestProjectBackups(project).ended(WAYNE, path));
    String ofCrm =
        project.admin().backups().list(WAYNE).stream()
            .filter(backup -> backup.blueprint().equals(crm))
            .findFirst()
            .orElseThrow()
            .storagePath();
    Project key = project.as(Role.ADMIN, ScopeType.WORKSPACE, "shop");

    assertThat(key.backups().list(WAYNE)).extracting(Backup::blueprint).containsExactly(shop);
    assertRefused(ErrorCode.NOT_FOUND, () -> key.backups().open(WAYNE, ofCrm));
    String own = key.backups().list(WAYNE).getFirst().storagePath();
    assertRefused(ErrorCode.SCOPE_DENIED, () -> key.backups().rollback(WAYNE, own));
    assertThat(key.backups().create(WAYNE).paths()).hasSize(1);
  }
}
