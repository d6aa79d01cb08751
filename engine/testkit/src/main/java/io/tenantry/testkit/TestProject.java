package io.tenantry.testkit;

import io.tenantry.contract.Project;
import io.tenantry.contract.Secret;
import io.tenantry.contract.apikeys.CreateApiKey;
import io.tenantry.contract.apikeys.Role;
import io.tenantry.contract.apikeys.ScopeType;
import io.tenantry.contract.deployments.CreateDeployment;
import io.tenantry.contract.deployments.Deployment;
import io.tenantry.contract.imports.DataImport;
import io.tenantry.contract.page.PageRequest;
import io.tenantry.contract.projects.CreateProject;
import io.tenantry.contract.projects.ProjectId;
import io.tenantry.contract.projects.ProjectSecrets;
import io.tenantry.contract.queries.QueryResult;
import io.tenantry.contract.queries.TenantQuery;
import io.tenantry.contract.queries.Value;
import io.tenantry.contract.tenants.CreateTenant;
import io.tenantry.contract.tenants.CreateTenants;
import io.tenantry.contract.tenants.Tenant;
import io.tenantry.contract.tenants.TenantDatabaseRequest;
import io.tenantry.contract.tenants.TenantFilter;
import io.tenantry.contract.tenants.TenantId;
import io.tenantry.contract.tenants.TenantStatus;
import io.tenantry.contract.workspaces.Change;
import io.tenantry.contract.workspaces.CreateWorkspace;
import io.tenantry.contract.workspaces.DatabaseType;
import io.tenantry.contract.workspaces.ImportSchema;
import io.tenantry.contract.workspaces.WorkspaceMode;
import io.tenantry.contract.workspaces.WorkspaceName;
import io.tenantry.contract.workspaces.WorkspaceQuery;
import io.tenantry.contract.workspaces.WorkspaceQueryResult;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/**
 * A project with what tests do in it over and over. Its administrator is a project-scoped key.
 *
 * @param fixture the engine
 * @param id the project
 * @param name its name
 * @param key its administrator key
 * @param admin the project as its administrator
 */
public record TestProject(
    EngineFixture fixture, ProjectId id, String name, Secret key, Project admin) {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final long POLL_NANOS = 2_000_000;

  /** Creates a project on an engine. */
  public static TestProject create(EngineFixture fixture, String name) {
    ProjectSecrets made = fixture.owner().projects().create(new CreateProject(name));
    return new TestProject(
        fixture, made.projectId(), made.name(), made.apiKey(), fixture.as(made.apiKey()));
  }

  /** Returns the same project after its engine was opened again. */
  public TestProject reopened() {
    return new TestProject(fixture, id, name, key, fixture.as(key));
  }

  /** Returns the project as another key of it sees it. */
  public Project as(Role role, ScopeType scope, String... values) {
    return fixture.as(
        admin
            .apiKeys()
            .create(new CreateApiKey(role.code() + " key", role, scope, List.of(values)))
            .apiKey());
  }

  /** Creates an empty workspace in tenant mode. */
  public WorkspaceName workspace(String name) {
    return workspace(name, WorkspaceMode.TENANT);
  }

  /** Creates an empty workspace. */
  public WorkspaceName workspace(String name, WorkspaceMode mode) {
    return admin
        .workspaces()
        .create(new CreateWorkspace(new WorkspaceName(name), DatabaseType.SQLITE, mode))
        .id();
  }

  /** Creates a workspace in tenant mode from a template. */
  public WorkspaceName workspaceFrom(String name, String template) {
    WorkspaceName workspace = workspace(name);
    admin.workspaces().importSchema(workspace, new ImportSchema.FromTemplate(template));
    return workspace;
  }

  /** Runs SQL in a workspace. */
  public WorkspaceQueryResult design(WorkspaceName workspace, String sql) {
    return admin.workspaces().query(workspace, new WorkspaceQuery(sql));
  }

  /** Returns the pending changes of a workspace. */
  public List<Change> changes(WorkspaceName workspace) {
    return admin.workspaces().diff(workspace).changes();
  }

  /** Creates a tenant with one database. */
  public TenantId tenant(String id, WorkspaceName blueprint) {
    return admin
        .tenants()
        .create(
            new CreateTenant(new TenantId(id), List.of(TenantDatabaseRequest.shared(blueprint))))
        .tenantId();
  }

  /** Creates many tenants with one database each. */
  public List<TenantId> tenants(WorkspaceName blueprint, String... ids) {
    return admin
        .tenants()
        .createMany(
            new CreateTenants(Arrays.asList(ids), List.of(TenantDatabaseRequest.shared(blueprint))))
        .created()
        .stream()
        .map(Tenant::tenantId)
        .toList();
  }

  /** Returns the ids of all tenants outside the trash, in catalog order. */
  public List<String> tenantIds() {
    return admin.tenants().list(TenantFilter.none(), PageRequest.all()).items().stream()
        .map(tenant -> tenant.tenantId().value())
        .toList();
  }

  /** Waits until nothing is under way on a tenant; returns it as it is then. */
  public Tenant settled(TenantId tenant) {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    Tenant now = admin.tenants().get(tenant);
    while (now.status() != TenantStatus.READY) {
      if (System.nanoTime() > deadline) {
        throw new AssertionError("tenant did not get ready: " + now);
      }
      LockSupport.parkNanos(POLL_NANOS);
      now = admin.tenants().get(tenant);
    }
    return now;
  }

  /** Runs a statement on a tenant as the administrator. */
  public QueryResult run(TenantId tenant, WorkspaceName blueprint, String sql) {
    return admin.queries().tenant(new TenantQuery(tenant, blueprint, sql));
  }

  /** Runs a statement on a tenant and returns its single value. */
  public Value value(TenantId tenant, WorkspaceName blueprint, String sql) {
    return run(tenant, blueprint, sql).rows().getFirst().getFirst();
  }

  /** Deploys the latest version to all tenants and waits for the end. */
  public Deployment deploy(WorkspaceName blueprint) {
    return ended(admin.deployments().create(new CreateDeployment(blueprint)));
  }

  /** Waits for the end of an import. */
  public DataImport ended(WorkspaceName workspace, DataImport started) {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    DataImport now = admin.imports().status(workspace, started.importId());
    while (!now.status().ended()) {
      if (System.nanoTime() > deadline) {
        throw new AssertionError("import did not end: " + now);
      }
      LockSupport.parkNanos(POLL_NANOS);
      now = admin.imports().status(workspace, started.importId());
    }
    return now;
  }

  /** Waits for the end of a deployment. */
  public Deployment ended(Deployment started) {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    Deployment now = admin.deployments().get(started.jobId());
    while (!now.status().ended()) {
      if (System.nanoTime() > deadline) {
        throw new AssertionError("deployment did not end: " + now);
      }
      LockSupport.parkNanos(POLL_NANOS);
      now = admin.deployments().get(started.jobId());
    }
    return now;
  }
}
