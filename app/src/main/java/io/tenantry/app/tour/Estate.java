package io.tenantry.app.tour;

import io.tenantry.contract.Project;
import io.tenantry.contract.deployments.CreateDeployment;
import io.tenantry.contract.deployments.Deployment;
import io.tenantry.contract.queries.TenantQuery;
import io.tenantry.contract.tenants.CreateTenants;
import io.tenantry.contract.tenants.CreatedTenants;
import io.tenantry.contract.tenants.TenantDatabaseRequest;
import io.tenantry.contract.tenants.TenantId;
import io.tenantry.contract.workspaces.CreateWorkspace;
import io.tenantry.contract.workspaces.DatabaseType;
import io.tenantry.contract.workspaces.ImportSchema;
import io.tenantry.contract.workspaces.SchemaImport;
import io.tenantry.contract.workspaces.WorkspaceMode;
import io.tenantry.contract.workspaces.WorkspaceName;
import io.tenantry.contract.workspaces.WorkspaceQuery;
import io.tenantry.contract.workspaces.WorkspaceQueryResult;
import java.util.List;

/**
 * What the tours fill an engine with: two blueprints, tenants with rows, a change that one lacks.
 */
final class Estate {
  static final WorkspaceName FINTECH = new WorkspaceName("fintech");
  static final WorkspaceName CLINIC = new WorkspaceName("clinic");
  private static final int USERS = 6;
  private static final int TRANSACTIONS = 18;
  private static final String CHANGE =
      """
      ALTER TABLE users ADD COLUMN phone TEXT;
      CREATE UNIQUE INDEX accounts_user_name ON accounts (user_id, name);
      CREATE TABLE cards (
        id INTEGER PRIMARY KEY,
        account_id INTEGER NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
        last_four TEXT NOT NULL CHECK (length(last_four) = 4),
        expires_on TEXT NOT NULL
      );
      """;

  private final Project project;
  private final TourData data;

  Estate(Project project, TourData data) {
    this.project = project;
    this.data = data;
  }

  SchemaImport fintech() {
    create(FINTECH);
    return project.workspaces().importSchema(FINTECH, new ImportSchema.FromTemplate("fintech"));
  }

  SchemaImport clinic(String sql) {
    create(CLINIC);
    return project.workspaces().importSchema(CLINIC, new ImportSchema.FromSql(sql));
  }

  CreatedTenants tenants(List<String> ids) {
    return project
        .tenants()
        .createMany(new CreateTenants(ids, List.of(TenantDatabaseRequest.shared(FINTECH))));
  }

  /** Fills a tenant; returns how many rows it wrote. */
  int fill(TenantId tenant) {
    int rows = 0;
    for (TourData.Insert insert :
        List.of(data.users(USERS), data.accounts(USERS), data.transactions(TRANSACTIONS, USERS))) {
      project.queries().tenant(new TenantQuery(tenant, FINTECH, insert.sql(), insert.params()));
      rows += insert.rows();
    }
    return rows;
  }

  /** Gives one tenant data that the coming unique index cannot take, as real data has it. */
  void spoil(TenantId tenant) {
    run(tenant, "INSERT INTO accounts (user_id, name, currency) VALUES (1, 'Main', 'GBP')");
  }

  /** Takes out what {@link #spoil} put in. */
  void mend(TenantId tenant) {
    run(tenant, "UPDATE accounts SET name = 'Savings' WHERE user_id = 1 AND currency = 'GBP'");
  }

  /** Changes the schema in the workspace: a column, a unique index and a table. */
  WorkspaceQueryResult change() {
    return change(CHANGE);
  }

  /** Changes the schema in the workspace. */
  WorkspaceQueryResult change(String sql) {
    return project.workspaces().query(FINTECH, new WorkspaceQuery(sql));
  }

  /** Deploys to all tenants and waits for the end. */
  Deployment deploy() throws InterruptedException {
    return ended(project.deployments().create(new CreateDeployment(FINTECH)));
  }

  /** Retries what failed and waits for the end. */
  Deployment retry(Deployment failed) throws InterruptedException {
    return ended(project.deployments().retry(failed.jobId()));
  }

  private Deployment ended(Deployment started) throws InterruptedException {
    Deployment now = started;
    while (!now.status().ended()) {
      Thread.sleep(20);
      now = project.deployments().get(started.jobId());
    }
    return now;
  }

  private void create(WorkspaceName name) {
    project
        .workspaces()
        .create(new CreateWorkspace(name, DatabaseType.SQLITE, WorkspaceMode.TENANT));
  }

  private void run(TenantId tenant, String sql) {
    project.queries().tenant(new TenantQuery(tenant, FINTECH, sql));
  }
}
