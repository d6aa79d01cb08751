package io.tenantry.app;

import io.tenantry.app.connect.Connection;
import io.tenantry.app.connect.OpenConnection;
import io.tenantry.contract.Credential;
import io.tenantry.contract.Project;
import io.tenantry.contract.databases.DatabaseLogin;
import io.tenantry.contract.databases.DatabaseSession;
import io.tenantry.contract.databases.DatabaseStatement;
import io.tenantry.contract.info.Region;
import io.tenantry.contract.queries.TenantQuery;
import io.tenantry.contract.tenants.CreateTenant;
import io.tenantry.contract.tenants.CreateTenants;
import io.tenantry.contract.tenants.TenantConnection;
import io.tenantry.contract.tenants.TenantDatabaseRequest;
import io.tenantry.contract.tenants.TenantId;
import io.tenantry.contract.tenants.TenantStatus;
import io.tenantry.contract.workspaces.CreateWorkspace;
import io.tenantry.contract.workspaces.DatabaseType;
import io.tenantry.contract.workspaces.ImportSchema;
import io.tenantry.contract.workspaces.SaveSettings;
import io.tenantry.contract.workspaces.WorkspaceMode;
import io.tenantry.contract.workspaces.WorkspaceName;
import io.tenantry.contract.workspaces.WorkspaceQuery;
import io.tenantry.core.EngineConfig;
import io.tenantry.core.LocalEngine;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;
import org.testfx.util.WaitForAsyncUtils;

/** A real engine in a temporary folder, with the fintech blueprint and tenants on it. */
public final class SeededEngine implements AutoCloseable {
  /** The blueprint that the tenants are on. */
  public static final WorkspaceName FINTECH = new WorkspaceName("fintech");

  private final LocalEngine engine;
  private final Project project;

  /** Opens an engine with nothing in it. */
  public SeededEngine(Path folder) {
    engine = LocalEngine.open(EngineConfig.at(folder));
    project = engine.open(Credential.owner());
  }

  /** Returns the engine itself, to serve it. */
  public LocalEngine engine() {
    return engine;
  }

  /** Returns the owner's project. */
  public Project project() {
    return project;
  }

  /** Returns it as the console opens it. */
  public OpenConnection connection(Connection connection) {
    return new OpenConnection(connection, engine, project, engine.info(), project.whoami());
  }

  /** Returns where dedicated tenants can live. */
  public List<Region> regions() {
    return engine.info().regions();
  }

  /** Creates the workspace from its template. */
  public SeededEngine fintech() {
    project
        .workspaces()
        .create(new CreateWorkspace(FINTECH, DatabaseType.SQLITE, WorkspaceMode.TENANT));
    project.workspaces().importSchema(FINTECH, new ImportSchema.FromTemplate("fintech"));
    return this;
  }

  /** Lets SQL in the workspace, and at tenants after a deployment, run ten minutes. */
  public SeededEngine patient() {
    project
        .workspaces()
        .saveSettings(
            FINTECH, new SaveSettings(Optional.of(600_000), Optional.empty(), Optional.empty()));
    return this;
  }

  /** Creates tenants {@code tenant-001} and so on, with one user and one account each. */
  public SeededEngine tenants(int count) {
    List<String> ids = IntStream.rangeClosed(1, count).mapToObj("tenant-%03d"::formatted).toList();
    project
        .tenants()
        .createMany(new CreateTenants(ids, List.of(TenantDatabaseRequest.shared(FINTECH))));
    ids.forEach(id -> fill(new TenantId(id)));
    return this;
  }

  /** Creates tenants {@code NAME-0000} and so on, with nothing in them. */
  public SeededEngine empty(String name, int count) {
    List<String> ids =
        IntStream.range(0, count).mapToObj(i -> "%s-%04d".formatted(name, i)).toList();
    project
        .tenants()
        .createMany(new CreateTenants(ids, List.of(TenantDatabaseRequest.shared(FINTECH))));
    return this;
  }

  /** Creates a tenant on a host of its own, and waits until it is ready. */
  public SeededEngine dedicated(String id, String zone) {
    TenantId tenant = new TenantId(id);
    project
        .tenants()
        .create(
            new CreateTenant(
                tenant, List.of(new TenantDatabaseRequest(FINTECH, 2, Optional.of(zone)))));
    try {
      WaitForAsyncUtils.waitFor(
          20, TimeUnit.SECONDS, () -> project.tenants().get(tenant).status() == TenantStatus.READY);
    } catch (TimeoutException e) {
      throw new AssertionError("tenant " + id + " did not become ready", e);
    }
    return this;
  }

  private void fill(TenantId tenant) {
    run(tenant, "INSERT INTO users (email, name) VALUES ('ada@example.com', 'Ada Lovelace')");
    run(tenant, "INSERT INTO accounts (user_id, name, balance) VALUES (1, 'Main', 125000)");
  }

  /** Runs one statement on a tenant. */
  public void run(TenantId tenant, String sql) {
    project.queries().tenant(new TenantQuery(tenant, FINTECH, sql));
  }

  /** Holds a tenant busy with a transaction of its own, until that is closed. */
  public DatabaseSession hold(TenantId tenant) {
    TenantConnection way =
        project.tenants().get(tenant).databases().getFirst().connection().orElseThrow();
    DatabaseSession session =
        engine.database(new DatabaseLogin(way.database(), way.authToken().orElseThrow()));
    session.run(new DatabaseStatement("BEGIN IMMEDIATE"));
    return session;
  }

  /** Changes the schema in the workspace. */
  public void change(String sql) {
    project.workspaces().query(FINTECH, new WorkspaceQuery(sql));
  }

  @Override
  public void close() {
    engine.close();
  }
}
