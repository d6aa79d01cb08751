package io.tenantry.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.contract.Project;
import io.tenantry.contract.backups.Backup;
import io.tenantry.contract.backups.BackupStatus;
import io.tenantry.contract.backups.RestoreBackup;
import io.tenantry.contract.backups.Rollback;
import io.tenantry.contract.backups.StartedRollback;
import io.tenantry.contract.blueprints.Version;
import io.tenantry.contract.error.ErrorCode;
import io.tenantry.contract.queries.Value;
import io.tenantry.contract.tenants.CreateTenant;
import io.tenantry.contract.tenants.Tenant;
import io.tenantry.contract.tenants.TenantDatabaseRequest;
import io.tenantry.contract.tenants.TenantId;
import io.tenantry.contract.tenants.TenantStatus;
import io.tenantry.contract.workspaces.WorkspaceName;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

/** What every engine promises about putting backups back. */
public abstract class RollbacksContract extends BackupSuite {
  @Test
  void aRollbackPutsTheDataBackAfterASafetyBackup() {
    Story story = story();
    String path = story.backup().storagePath();

    StartedRollback started = story.project().admin().backups().rollback(WAYNE, path);

    assertThat(started)
        .isEqualTo(new StartedRollback(WAYNE, TenantStatus.RESTORING, List.of(path)));
    Rollback ended = story.backups().rolledBack(WAYNE);
    assertThat(ended.status()).as(ended.toString()).isEqualTo(BackupStatus.DONE);
    assertThat(story.count(WAYNE)).isEqualTo(Value.of(5));
    add(story.project(), story.shop(), 1);
    assertThat(story.count(WAYNE)).isEqualTo(Value.of(6));

    String safety = ended.safetyPath().orElseThrow();
    assertThat(safety).startsWith("sqlite/safety/");
    story.project().admin().backups().rollback(WAYNE, safety);
    assertThat(story.backups().rolledBack(WAYNE).status()).isEqualTo(BackupStatus.DONE);
    assertThat(story.count(WAYNE)).as("what was there before").isEqualTo(Value.of(7));
    assertThat(story.project().admin().backups().rollbacks(WAYNE)).hasSize(2);
  }

  @Test
  void aRollbackTakesTheVersionOfTheBackup() {
    Story story = story();
    story.project().design(story.shop(), "ALTER TABLE notes ADD COLUMN author TEXT");
    story.project().deploy(story.shop());

    story.project().admin().backups().rollback(WAYNE, story.backup().storagePath());
    story.backups().rolledBack(WAYNE);

    assertThat(version(story)).isEqualTo(new Version(1, 1));
    story.project().deploy(story.shop());
    assertThat(version(story)).isEqualTo(new Version(1, 2));
    assertThat(story.project().value(WAYNE, story.shop(), "SELECT count(author) FROM notes"))
        .isEqualTo(Value.of(0));
  }

  private static Version version(Story story) {
    return story.project().admin().tenants().get(WAYNE).databases().getFirst().version();
  }

  @Test
  void aRollbackNeedsAPathAReadyTenantAndABackupOfIt() {
    Story story = story();
    Project admin = story.project().admin();
    String path = story.backup().storagePath();
    story.project().tenant("stark", story.shop());
    TenantId stark = new TenantId("stark");

    assertRefused(
        ErrorCode.BAD_REQUEST,
        "storage_path is required",
        () -> admin.backups().rollback(WAYNE, ""));
    assertRefused(
        ErrorCode.NOT_FOUND,
        "Backup not found: ../catalog.db",
        () -> admin.backups().rollback(WAYNE, "../catalog.db"));
    assertRefused(
        ErrorCode.NOT_FOUND,
        "Backup not found: " + path,
        () -> admin.backups().rollback(stark, path));
    assertRefused(
        ErrorCode.NOT_FOUND,
        "Tenant not found: nobody",
        () -> admin.backups().rollback(new TenantId("nobody"), path));
    admin.tenants().suspend(WAYNE);
    assertRefused(
        ErrorCode.CONFLICT,
        "Tenant 'wayne' is suspended. Use POST /tenants/wayne/resume",
        () -> admin.backups().rollback(WAYNE, path));
  }

  @Test
  void aNewTenantCanBeMadeFromABackup() {
    Story story = story();
    Project admin = story.project().admin();
    TenantId copy = new TenantId("wayne-copy");

    Tenant made =
        admin.backups().restore(WAYNE, new RestoreBackup(story.backup().storagePath(), copy));

    assertThat(made.tenantId()).isEqualTo(copy);
    assertThat(made.status()).isEqualTo(TenantStatus.READY);
    assertThat(story.count(copy)).isEqualTo(Value.of(5));
    assertThat(story.count(WAYNE)).isEqualTo(Value.of(7));
    assertThat(made.databases().getFirst().connection().orElseThrow().authToken())
        .isNotEqualTo(
            admin
                .tenants()
                .get(WAYNE)
                .databases()
                .getFirst()
                .connection()
                .orElseThrow()
                .authToken());
    assertRefused(
        ErrorCode.CONFLICT,
        "Tenant 'wayne-copy' already exists",
        () ->
            admin.backups().restore(WAYNE, new RestoreBackup(story.backup().storagePath(), copy)));
  }

  @Test
  void aRestoredTenantHasTheVersionOfTheBackupAndCatchesUp() {
    Story story = story();
    TestProject project = story.project();
    project.design(story.shop(), "ALTER TABLE notes ADD COLUMN author TEXT");
    project.deploy(story.shop());
    TenantId copy = new TenantId("wayne-copy");

    Tenant made =
        project
            .admin()
            .backups()
            .restore(WAYNE, new RestoreBackup(story.backup().storagePath(), copy));

    assertThat(made.databases().getFirst().version()).isEqualTo(new Version(1, 1));
    project.deploy(story.shop());
    assertThat(project.value(copy, story.shop(), "SELECT count(author) FROM notes"))
        .isEqualTo(Value.of(0));
  }

  @Test
  void aDedicatedDatabaseIsBackedUpAndPutBackTheSameWay() {
    TestProject project = project();
    WorkspaceName shop = notes(project);
    project
        .admin()
        .tenants()
        .create(
            new CreateTenant(WAYNE, List.of(new TenantDatabaseRequest(shop, 2, Optional.empty()))));
    awaitReady(project);
    add(project, shop, 3);
    Backup backup = new TestProjectBackups(project).take(WAYNE);
    add(project, shop, 1);

    project.admin().backups().rollback(WAYNE, backup.storagePath());

    assertThat(new TestProjectBackups(project).rolledBack(WAYNE).status())
        .isEqualTo(BackupStatus.DONE);
    assertThat(project.value(WAYNE, shop, COUNT)).isEqualTo(Value.of(3));
    add(project, shop, 1);
    assertThat(project.value(WAYNE, shop, COUNT)).isEqualTo(Value.of(4));
    assertThat(project.admin().tenants().get(WAYNE).databases().getFirst().isolationLevel())
        .isEqualTo(2);
  }

  private static void awaitReady(TestProject project) {
    while (project.admin().tenants().get(WAYNE).status() != TenantStatus.READY) {
      LockSupport.parkNanos(2_000_000);
    }
  }
}
