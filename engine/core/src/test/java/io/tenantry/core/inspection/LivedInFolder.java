package io.tenantry.core.inspection;

import io.tenantry.contract.Credential;
import io.tenantry.contract.Project;
import io.tenantry.contract.backups.Backup;
import io.tenantry.contract.backups.BackupStatus;
import io.tenantry.contract.backups.Rollback;
import io.tenantry.contract.deployments.CreateDeployment;
import io.tenantry.contract.deployments.Deployment;
import io.tenantry.contract.drift.DriftCheck;
import io.tenantry.contract.queries.TenantQuery;
import io.tenantry.contract.queries.Value;
import io.tenantry.contract.recovery.RecoverTenant;
import io.tenantry.contract.tenants.ChangeIsolation;
import io.tenantry.contract.tenants.CreateTenant;
import io.tenantry.contract.tenants.CreateTenants;
import io.tenantry.contract.tenants.TenantDatabaseRequest;
import io.tenantry.contract.tenants.TenantId;
import io.tenantry.contract.tenants.TenantStatus;
import io.tenantry.contract.workspaces.CreateWorkspace;
import io.tenantry.contract.workspaces.DatabaseType;
import io.tenantry.contract.workspaces.WorkspaceMode;
import io.tenantry.contract.workspaces.WorkspaceName;
import io.tenantry.contract.workspaces.WorkspaceQuery;
import io.tenantry.core.EngineConfig;
import io.tenantry.core.LocalEngine;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;

/** A data folder in which everything has happened that leaves something on disk. */
final class LivedInFolder {
  static final WorkspaceName SHOP = new WorkspaceName("shop");
  static final TenantId SHARED = new TenantId("shared");
  static final TenantId OWN = new TenantId("own");
  private static final TenantId MOVED = new TenantId("moved");
  private static final TenantId TRASHED = new TenantId("trashed");
  private static final TenantId GONE = new TenantId("gone");
  private static final int MANY = 12;
  private static final long PATIENCE_NANOS = 60_000_000_000L;
  private static final long POLL_NANOS = 2_000_000;

  private final Project project;

  private LivedInFolder(Project project) {
    this.project = project;
  }

  /** Lives in a folder and leaves it. */
  static void live(Path folder) throws IOException {
    try (LocalEngine engine = LocalEngine.open(EngineConfig.at(folder))) {
      LivedInFolder life = new LivedInFolder(engine.open(Credential.owner()));
      life.design();
      life.makeTenants();
      life.backUpAndRollBack();
      life.recover();
      life.deploy();
      life.move();
      life.project.tenants().delete(TRASHED, false);
      life.project.tenants().delete(GONE, true);
    }
    FolderFiles.sql(
        FolderFiles.find(folder, "hosts/.*/shop__many-7\\.db"), "CREATE TABLE special (a)");
    try (LocalEngine engine = LocalEngine.open(EngineConfig.at(folder))) {
      LivedInFolder life = new LivedInFolder(engine.open(Credential.owner()));
      life.acceptDrift(new TenantId("many-7"));
      life.insert(OWN, 20);
      life.insert(SHARED, 3);
      await(() -> life.has(OWN, 24));
    }
  }

  private void design() {
    project
        .workspaces()
        .create(new CreateWorkspace(SHOP, DatabaseType.SQLITE, WorkspaceMode.TENANT));
    alter("CREATE TABLE notes (id INTEGER PRIMARY KEY, body TEXT)");
    alter("CREATE INDEX notes_body ON notes (body)");
    project
        .workspaces()
        .create(
            new CreateWorkspace(
                new WorkspaceName("plain"), DatabaseType.SQLITE, WorkspaceMode.CONTROL));
  }

  private void alter(String sql) {
    project.workspaces().query(SHOP, new WorkspaceQuery(sql));
  }

  private void makeTenants() {
    List<String> names = IntStream.range(0, MANY).mapToObj("many-%d"::formatted).toList();
    project
        .tenants()
        .createMany(new CreateTenants(names, List.of(TenantDatabaseRequest.shared(SHOP))));
    List.of(SHARED, TRASHED, MOVED).forEach(tenant -> make(tenant, 1));
    List.of(OWN, GONE).forEach(tenant -> make(tenant, 2));
    List.of(SHARED, OWN, MOVED, GONE).forEach(tenant -> insert(tenant, 3));
  }

  private void make(TenantId tenant, int level) {
    project
        .tenants()
        .create(
            new CreateTenant(
                tenant, List.of(new TenantDatabaseRequest(SHOP, level, Optional.empty()))));
    settle(tenant);
  }

  private void settle(TenantId tenant) {
    await(() -> project.tenants().get(tenant).status() == TenantStatus.READY);
  }

  private void insert(TenantId tenant, int rows) {
    for (int i = 0; i < rows; i++) {
      run(tenant, "INSERT INTO notes (body) VALUES ('a note')");
    }
  }

  private boolean has(TenantId tenant, long rows) {
    return project
        .queries()
        .tenant(new TenantQuery(tenant, SHOP, "SELECT count(*) >= " + rows + " FROM notes"))
        .rows()
        .getFirst()
        .getFirst()
        .equals(Value.of(1));
  }

  private void run(TenantId tenant, String sql) {
    project.queries().tenant(new TenantQuery(tenant, SHOP, sql));
  }

  private void backUpAndRollBack() {
    String path = backUp(project, SHARED);
    backUp(project, GONE);
    backUp(project, OWN);
    insert(SHARED, 1);
    project.backups().rollback(SHARED, path);
    await(
        () ->
            project.backups().rollbacks(SHARED).stream()
                .map(Rollback::status)
                .anyMatch(BackupStatus.DONE::equals));
    settle(SHARED);
  }

  /** Backs a tenant up and returns where the backup is. */
  static String backUp(Project project, TenantId tenant) {
    String path = project.backups().create(tenant).paths().getFirst();
    await(
        () ->
            project.backups().list(tenant).stream()
                .filter(backup -> backup.storagePath().equals(path))
                .map(Backup::status)
                .anyMatch(BackupStatus::ended));
    return path;
  }

  private void recover() {
    Instant before = Instant.now();
    LockSupport.parkNanos(POLL_NANOS);
    insert(OWN, 1);
    project.recovery().recover(new RecoverTenant(OWN, before));
    settle(OWN);
    insert(OWN, 1);
  }

  private void deploy() {
    alter("ALTER TABLE notes ADD COLUMN stars INTEGER NOT NULL DEFAULT 0");
    Deployment started = project.deployments().create(new CreateDeployment(SHOP));
    await(() -> project.deployments().get(started.jobId()).status().ended());
  }

  private void acceptDrift(TenantId tenant) {
    project.drift().check(SHOP, List.of(tenant));
    await(() -> project.drift().lastCheck(SHOP).status() == DriftCheck.Status.COMPLETED);
    project.drift().accept(tenant, SHOP);
  }

  private void move() {
    project.tenants().changeIsolation(MOVED, ChangeIsolation.toRegion(SHOP, "us-east"));
    settle(MOVED);
    insert(MOVED, 2);
    project.tenants().changeIsolation(MOVED, ChangeIsolation.toShared(SHOP));
    settle(MOVED);
  }

  static void await(BooleanSupplier isSo) {
    long deadline = System.nanoTime() + PATIENCE_NANOS;
    while (!isSo.getAsBoolean()) {
      if (System.nanoTime() > deadline) {
        throw new AssertionError("it did not come true in time");
      }
      LockSupport.parkNanos(POLL_NANOS);
    }
  }
}
