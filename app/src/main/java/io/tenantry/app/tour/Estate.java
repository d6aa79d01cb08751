package io.tenantry.app.tour;

import io.tenantry.app.navigation.Place;
import io.tenantry.app.navigation.ScreenRoute;
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
import java.util.stream.IntStream;

/**
 * What the tours fill an engine with: two blueprints, tenants with rows, a change that one lacks.
 */
public final class Estate {
  static final WorkspaceName FINTECH = new WorkspaceName("fintech");
  static final WorkspaceName CLINIC = new WorkspaceName("clinic");
  private static final int SMALL = 12;
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

  private static final String HOLDERS =
      """
      SELECT u.name AS holder, u.kyc_status, a.currency, a.balance, count(t.id) AS transactions
      FROM accounts AS a
      JOIN users AS u ON u.id = a.user_id
      LEFT JOIN transactions AS t ON t.account_id = a.id
      GROUP BY a.id
      ORDER BY a.balance DESC
      LIMIT 3
      """;

  /** What {@link #fill} runs on every tenant. */
  private static final String PATTERN = "INSERT INTO users (email, name, kyc_status) VALUES (?)";

  private final Project project;
  private final TourData data;
  private String deployment = "";

  Estate(Project project, TourData data) {
    this.project = project;
    this.data = data;
  }

  /**
   * Fills a project with a little of everything: tenants, a deployment that failed for one of them,
   * and pending changes.
   *
   * @param clinicSql a schema to import besides the template
   */
  public static Estate small(Project project, String clinicSql) throws InterruptedException {
    Estate estate = new Estate(project, new TourData());
    estate.fintech();
    estate.clinic(clinicSql);
    List<TenantId> tenants =
        estate
            .tenants(IntStream.rangeClosed(1, SMALL).mapToObj("tenant-%02d"::formatted).toList())
            .created()
            .stream()
            .map(tenant -> tenant.tenantId())
            .toList();
    tenants.forEach(estate::fill);
    estate.spoil(tenants.get(4));
    estate.change();
    estate.deploy();
    estate.change("ALTER TABLE users ADD COLUMN birthday TEXT; DROP TABLE cards;");
    return estate;
  }

  /** Returns where a route shows something of it. */
  public Place place(ScreenRoute route) {
    return switch (route) {
      case WORKSPACE, DIFF, BLUEPRINT -> new Place(route, FINTECH.value());
      case DEPLOYMENT -> new Place(route, deployment);
      case QUERY -> new Place(route, "all/" + FINTECH + "\n" + HOLDERS);
      case BACKUP, TENANT -> new Place(route, "tenant-01");
      case PATTERN -> new Place(route, PATTERN);
      case OVERVIEW,
          WORKSPACES,
          BLUEPRINTS,
          DEPLOYMENTS,
          TENANTS,
          LOGS,
          BACKUPS,
          JOBS,
          CONNECTIONS,
          SETTINGS ->
          Place.of(route);
    };
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
    Deployment started = project.deployments().create(new CreateDeployment(FINTECH));
    deployment = started.jobId().value();
    return ended(started);
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
