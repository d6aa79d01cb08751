package io.tenantry.core.workspaces;

import io.tenantry.contract.apikeys.Role;
import io.tenantry.contract.apikeys.ScopeType;
import io.tenantry.contract.projects.ProjectId;
import io.tenantry.contract.workspaces.CreateWorkspace;
import io.tenantry.contract.workspaces.DatabaseType;
import io.tenantry.contract.workspaces.WorkspaceMode;
import io.tenantry.contract.workspaces.WorkspaceName;
import io.tenantry.contract.workspaces.WorkspaceQuery;
import io.tenantry.contract.workspaces.WorkspaceQueryResult;
import io.tenantry.core.access.Caller;
import io.tenantry.core.access.PublicAddress;
import io.tenantry.core.access.Scope;
import io.tenantry.core.access.Secrets;
import io.tenantry.core.access.Tier;
import io.tenantry.core.apikeys.KeyIssuer;
import io.tenantry.core.blueprints.BlueprintService;
import io.tenantry.core.blueprints.VersionPaths;
import io.tenantry.core.blueprints.VersionSchemas;
import io.tenantry.core.catalog.Catalog;
import io.tenantry.core.databases.DatabaseLimits;
import io.tenantry.core.databases.LaneSizes;
import io.tenantry.core.databases.Lanes;
import io.tenantry.core.databases.TenantDatabases;
import io.tenantry.core.files.DataFolder;
import io.tenantry.core.projects.ProjectCreation;
import io.tenantry.core.projects.ProjectPasswords;
import io.tenantry.core.schema.ImageCompiler;
import io.tenantry.core.sources.Reader;
import io.tenantry.core.sources.SourceAccess;
import io.tenantry.core.sources.SourceFiles;
import io.tenantry.core.sources.Sources;
import io.tenantry.core.sources.WebDocuments;
import io.tenantry.core.sqlite.Sqlite;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.jdbi.v3.core.Handle;

/** A data folder with one project, and services for callers of every kind. */
final class WorkspaceFixture implements AutoCloseable {
  static final WorkspaceName MAIN = new WorkspaceName("main");
  static final Instant NOW = Instant.parse("2026-01-20T14:00:00Z");

  final DataFolder folder;
  final Catalog catalog;
  final Sqlite sqlite = new Sqlite();
  final ProjectId project;
  final WorkspaceEngine parts;
  private final ScheduledExecutorService scheduler = Executors.newSingleThreadScheduledExecutor();
  private final TenantDatabases databases;
  private final Lanes lanes = new Lanes(new LaneSizes(4, 2, 64));

  WorkspaceFixture(Path root) {
    Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
    folder = DataFolder.open(root, NOW, file -> {});
    boolean isNew = !Files.exists(folder.catalog());
    Secrets secrets = Secrets.open(folder.secretKey(), isNew);
    catalog = Catalog.open(folder.catalog());
    databases = new TenantDatabases(sqlite, DatabaseLimits.ofThisProcess(), clock, scheduler);
    ProjectCreation creation =
        new ProjectCreation(secrets, new KeyIssuer(secrets, clock), Tier.ENTERPRISE, clock);
    project = catalog.write(handle -> project(handle, creation));
    parts =
        new WorkspaceEngine(
            catalog,
            folder,
            sqlite,
            databases,
            new ProjectPasswords(secrets),
            new PublicAddress(),
            clock);
    parts.atOpen();
  }

  private static ProjectId project(Handle handle, ProjectCreation creation) {
    return handle
        .createQuery("SELECT id FROM project")
        .mapTo(String.class)
        .findOne()
        .map(ProjectId::new)
        .orElseGet(
            () -> {
              handle.execute("INSERT INTO customer (id, created_at) VALUES (1, 0)");
              return creation.create(handle, 1, "Test").projectId();
            });
  }

  Caller caller(Role role, Scope scope) {
    return new Caller(1, project, "Test", role, scope, "ada@example.org", Tier.ENTERPRISE);
  }

  WorkspaceService workspaces(Role role, Scope scope) {
    return new WorkspaceService(
        parts,
        lanes,
        caller(role, scope),
        new SourceAccess(
            new Sources(
                sqlite,
                new SourceFiles(List.of(), List.of(folder.root())),
                new WebDocuments(false),
                folder.imports()),
            Reader.KEY_HOLDER));
  }

  WorkspaceService workspaces() {
    return workspaces(Role.ADMIN, Scope.PROJECT);
  }

  BlueprintService blueprints(Role role, Scope scope) {
    VersionSchemas schemas = new VersionSchemas(catalog, new ImageCompiler(sqlite));
    return new BlueprintService(
        catalog, schemas, new VersionPaths(catalog, schemas, sqlite), lanes, caller(role, scope));
  }

  BlueprintService blueprints() {
    return blueprints(Role.READ, Scope.PROJECT);
  }

  static Scope workspaceScope(String name) {
    return new Scope(ScopeType.WORKSPACE, List.of(name));
  }

  Path workspacesFolder() {
    return folder.foldersOf(project).getFirst();
  }

  /** Creates the workspace {@code main} with the given mode. */
  void createMain(WorkspaceMode mode) {
    workspaces().create(new CreateWorkspace(MAIN, DatabaseType.SQLITE, mode));
  }

  WorkspaceQueryResult run(String sql) {
    return workspaces().query(MAIN, new WorkspaceQuery(sql));
  }

  /** Puts a tenant on a version of {@code main}, as provisioning does. */
  void putTenant(String name, String status, int minor) {
    catalog.execute(
        handle -> {
          long blueprint =
              handle
                  .createQuery("SELECT id FROM blueprint WHERE name = 'main'")
                  .mapTo(Long.class)
                  .one();
          handle.execute(
              "INSERT INTO tenant (project_id, name, status, status_since, proxy_password_sealed,"
                  + " proxy_password_hash, created_at) VALUES (?, ?, ?, 0, x'00', x'00', 0)",
              project.value(),
              name,
              status);
          handle.execute(
              "INSERT INTO tenant_database (tenant_id, blueprint_id, isolation_level, minor,"
                  + " fingerprint, created_at) VALUES ((SELECT id FROM tenant WHERE name = ?), ?,"
                  + " 1, ?, '', 0)",
              name,
              blueprint,
              minor);
          handle.execute(
              "UPDATE blueprint SET deployed_minor = max(deployed_minor, ?), first_deployed_at = 1"
                  + " WHERE id = ?",
              minor,
              blueprint);
        });
  }

  @Override
  public void close() {
    databases.close();
    lanes.close();
    scheduler.shutdownNow();
    catalog.close();
    sqlite.close();
    folder.close();
  }
}
