package io.tenantry.core.backups;

import io.tenantry.contract.Credential;
import io.tenantry.contract.Project;
import io.tenantry.contract.backups.Backup;
import io.tenantry.contract.backups.Rollback;
import io.tenantry.contract.queries.QueryResult;
import io.tenantry.contract.queries.TenantQuery;
import io.tenantry.contract.queries.Value;
import io.tenantry.contract.tenants.CreateTenant;
import io.tenantry.contract.tenants.TenantDatabaseRequest;
import io.tenantry.contract.tenants.TenantId;
import io.tenantry.contract.workspaces.CreateWorkspace;
import io.tenantry.contract.workspaces.DatabaseType;
import io.tenantry.contract.workspaces.WorkspaceMode;
import io.tenantry.contract.workspaces.WorkspaceName;
import io.tenantry.contract.workspaces.WorkspaceQuery;
import io.tenantry.core.EngineConfig;
import io.tenantry.core.LiveFolder;
import io.tenantry.core.LocalEngine;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/** A local engine with one blueprint, and what tests of backups do on it over and over. */
final class BackedUpEngine implements AutoCloseable {
  static final TenantId WAYNE = new TenantId("wayne");
  static final WorkspaceName SHOP = new WorkspaceName("shop");
  static final String COUNT = "SELECT count(*) FROM notes";

  private static final long PATIENCE_NANOS = 60_000_000_000L;
  private static final long POLL_NANOS = 1_000_000;

  final EngineConfig config;
  final LocalEngine engine;
  final Project project;

  BackedUpEngine(EngineConfig config) {
    this.config = config;
    this.engine = LocalEngine.open(config);
    this.project = engine.open(Credential.owner());
  }

  BackedUpEngine(Path data) {
    this(EngineConfig.at(data));
  }

  /** Makes the blueprint and the tenant, with five notes. */
  BackedUpEngine withWayne() {
    project
        .workspaces()
        .create(new CreateWorkspace(SHOP, DatabaseType.SQLITE, WorkspaceMode.TENANT));
    design("CREATE TABLE notes (id INTEGER PRIMARY KEY, body TEXT)");
    tenant(WAYNE);
    note(5);
    return this;
  }

  void design(String sql) {
    project.workspaces().query(SHOP, new WorkspaceQuery(sql));
  }

  void tenant(TenantId id) {
    project.tenants().create(new CreateTenant(id, List.of(TenantDatabaseRequest.shared(SHOP))));
  }

  void note(int rows) {
    for (int i = 0; i < rows; i++) {
      run("INSERT INTO notes (body) VALUES ('a note')");
    }
  }

  /** Makes the database so large that there is time to die while something is done with it. */
  BackedUpEngine grown(int megabytes) {
    run(
        "INSERT INTO notes (body) WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n"
            + " WHERE i < "
            + megabytes * 100
            + ") SELECT hex(randomblob(5000)) FROM n");
    return this;
  }

  QueryResult run(String sql) {
    return project.queries().tenant(new TenantQuery(WAYNE, SHOP, sql));
  }

  Value value(TenantId tenant, String sql) {
    return project
        .queries()
        .tenant(new TenantQuery(tenant, SHOP, sql))
        .rows()
        .getFirst()
        .getFirst();
  }

  Value count() {
    return value(WAYNE, COUNT);
  }

  /** Takes a backup and waits for its end. */
  Backup backup() {
    return ended(project.backups().create(WAYNE).paths().getFirst());
  }

  Backup ended(String path) {
    return await(
        () ->
            project.backups().list(WAYNE).stream()
                .filter(backup -> backup.storagePath().equals(path) && backup.status().ended())
                .findFirst());
  }

  /** Waits for the end of the newest rollback. */
  Rollback rolledBack() {
    return await(
        () ->
            project.backups().rollbacks(WAYNE).stream()
                .limit(1)
                .filter(rollback -> rollback.status().ended())
                .findFirst());
  }

  /** Returns the compressed file of a backup. */
  Path file(Backup backup) {
    return backups().resolve(project.whoami().projectId().value()).resolve(backup.storagePath());
  }

  Path backups() {
    return config.dataFolder().resolve("backups");
  }

  Path hosts() {
    return config.dataFolder().resolve("hosts");
  }

  /** Returns the files below a folder. */
  static List<Path> filesBelow(Path folder) {
    return LiveFolder.files(folder);
  }

  /** Returns the database files of tenants. */
  List<Path> databaseFiles() {
    return filesBelow(hosts()).stream().filter(file -> file.toString().endsWith(".db")).toList();
  }

  static <T> T await(Supplier<Optional<T>> look) {
    long deadline = System.nanoTime() + PATIENCE_NANOS;
    Optional<T> found = look.get();
    while (found.isEmpty()) {
      if (System.nanoTime() > deadline) {
        throw new AssertionError("it did not happen in time");
      }
      LockSupport.parkNanos(POLL_NANOS);
      found = look.get();
    }
    return found.get();
  }

  static void awaitTrue(Supplier<Boolean> look) {
    await(() -> Optional.of(look.get()).filter(is -> is));
  }

  @Override
  public void close() {
    engine.close();
  }
}
