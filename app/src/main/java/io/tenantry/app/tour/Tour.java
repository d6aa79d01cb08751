package io.tenantry.app.tour;

import io.tenantry.app.navigation.Place;
import io.tenantry.app.navigation.Route;
import io.tenantry.app.screens.tenants.TenantNames;
import io.tenantry.app.text.Figures;
import io.tenantry.contract.Credential;
import io.tenantry.contract.Project;
import io.tenantry.contract.deployments.CreateDeployment;
import io.tenantry.contract.deployments.Deployment;
import io.tenantry.contract.queries.FanOutQuery;
import io.tenantry.contract.queries.QueryResult;
import io.tenantry.contract.queries.TenantAnswer;
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
import java.io.PrintWriter;
import java.util.List;

/**
 * Runs the whole main job on a fresh data folder: design, 200 tenants from a CSV, rows, queries, a
 * schema change that one tenant cannot take, its repair, rights, and a reopening.
 */
public final class Tour {
  static final WorkspaceName FINTECH = new WorkspaceName("fintech");
  private static final WorkspaceName CLINIC = new WorkspaceName("clinic");
  private static final int TENANTS = 200;
  private static final int USERS = 6;
  private static final int TRANSACTIONS = 18;
  private static final String SHOWN =
      """
      SELECT u.name AS holder, u.kyc_status, a.currency, a.balance, count(t.id) AS transactions
      FROM accounts AS a
      JOIN users AS u ON u.id = a.user_id
      LEFT JOIN transactions AS t ON t.account_id = a.id
      GROUP BY a.id
      ORDER BY a.balance DESC
      LIMIT 3
      """;
  private static final String TOTALS =
      "SELECT currency, count(*) AS accounts, sum(balance) AS balance FROM accounts"
          + " GROUP BY currency ORDER BY currency";
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

  private final TourEngine engine;
  private final Camera camera;
  private final TourLog log;
  private final TourData data = new TourData();

  public Tour(TourEngine engine, Camera camera, PrintWriter out) {
    this.engine = engine;
    this.camera = camera;
    this.log = new TourLog(out);
  }

  /**
   * Runs everything.
   *
   * @param sampleSql a schema to import besides the template
   * @throws Exception when a step does not do what it must: the tour is a test, too
   */
  public void run(String sampleSql) throws Exception {
    Project project = engine.open(Credential.owner());
    design(project, sampleSql);
    List<TenantId> tenants = createTenants(project);
    load(project, tenants);
    query(project, tenants);
    TenantId odd = spoil(project, tenants.get(41));
    change(project);
    Deployment failed = deploy(project);
    repair(project, failed, odd);
    new TourRights(engine, log).check(project, tenants, FINTECH);
    reopen(tenants.size());
  }

  private void design(Project project, String sampleSql) throws Exception {
    log.step("Design: a workspace from a template, another from a .sql file");
    create(project, FINTECH);
    SchemaImport fintech =
        log.timed(
            "workspace fintech from template fintech",
            () ->
                project
                    .workspaces()
                    .importSchema(FINTECH, new ImportSchema.FromTemplate("fintech")));
    log.fact("tables: " + String.join(", ", fintech.created()));
    create(project, CLINIC);
    SchemaImport clinic =
        log.timed(
            "workspace clinic from clinic.sql",
            () -> project.workspaces().importSchema(CLINIC, new ImportSchema.FromSql(sampleSql)));
    log.fact(
        "%d statements, %d tables"
            .formatted(clinic.details().statementsExecuted(), clinic.created().size()));
    camera.picture("01-workspaces", Place.of(Route.WORKSPACES));
    camera.picture("02-workspace", new Place(Route.WORKSPACE, CLINIC.value()));
  }

  private static void create(Project project, WorkspaceName name) {
    project
        .workspaces()
        .create(new CreateWorkspace(name, DatabaseType.SQLITE, WorkspaceMode.TENANT));
  }

  private List<TenantId> createTenants(Project project) throws Exception {
    log.step("Tenants: " + TENANTS + " from a CSV of names");
    List<String> ids =
        TenantNames.fromCsv(data.customersCsv(TENANTS)).stream()
            .map(TenantNames.Named::id)
            .toList();
    CreatedTenants outcome =
        log.timed(
            TENANTS + " tenants, each a database file with credentials of its own",
            () ->
                project
                    .tenants()
                    .createMany(
                        new CreateTenants(ids, List.of(TenantDatabaseRequest.shared(FINTECH)))));
    expect(outcome.failed().isEmpty(), "no tenant failed: " + outcome.failed());
    camera.picture("03-tenants", Place.of(Route.TENANTS));
    return outcome.created().stream().map(tenant -> tenant.tenantId()).toList();
  }

  private void load(Project project, List<TenantId> tenants) throws Exception {
    log.step("Rows: realistic ones in every tenant");
    int rows =
        log.timed(
            "users, accounts and transactions in " + tenants.size() + " tenants",
            () -> tenants.stream().mapToInt(tenant -> fill(project, tenant)).sum());
    log.fact(Figures.count(rows, "row", "rows") + " written, each batch durable when acknowledged");
  }

  private int fill(Project project, TenantId tenant) {
    int rows = 0;
    for (TourData.Insert insert :
        List.of(data.users(USERS), data.accounts(USERS), data.transactions(TRANSACTIONS, USERS))) {
      project.queries().tenant(new TenantQuery(tenant, FINTECH, insert.sql(), insert.params()));
      rows += insert.rows();
    }
    return rows;
  }

  private void query(Project project, List<TenantId> tenants) throws Exception {
    log.step("Queries: one tenant, then all of them");
    TenantId first = tenants.getFirst();
    QueryResult one =
        log.timed(
            "balances of " + first,
            () -> project.queries().tenant(new TenantQuery(first, FINTECH, TOTALS)));
    log.fact(one.rowCount() + " rows, columns " + String.join(", ", one.columns()));
    List<TenantAnswer> all =
        log.timed(
            "the same on all", () -> project.queries().adminAll(new FanOutQuery(FINTECH, TOTALS)));
    int merged =
        all.stream().mapToInt(answer -> answer.result().map(QueryResult::rowCount).orElse(0)).sum();
    expect(all.size() == tenants.size(), "one answer per tenant");
    log.fact(Figures.count(merged, "row", "rows") + " from " + all.size() + " tenants");
    camera.picture("04-query", new Place(Route.QUERY, "all/" + FINTECH + "\n" + SHOWN));
  }

  /** Gives one tenant data that the coming unique index cannot take, as real data has it. */
  private TenantId spoil(Project project, TenantId tenant) {
    project
        .queries()
        .tenant(
            new TenantQuery(
                tenant,
                FINTECH,
                "INSERT INTO accounts (user_id, name, currency) VALUES (1, 'Main', 'GBP')"));
    return tenant;
  }

  private void change(Project project) throws Exception {
    log.step("Change: a column, a unique index and a table, in the workspace first");
    WorkspaceQueryResult changed =
        log.timed(
            "3 statements in one transaction",
            () -> project.workspaces().query(FINTECH, new WorkspaceQuery(CHANGE)));
    log.fact(
        "version %s, %d changes no tenant has"
            .formatted(
                changed.version().map(Object::toString).orElse("?"),
                changed.undeployedChanges().orElse(0)));
    camera.picture("05-diff", new Place(Route.DIFF, FINTECH.value()));
  }

  private Deployment deploy(Project project) throws Exception {
    log.step("Deployment: to all tenants, each in one transaction");
    Deployment ended =
        log.timed(
            "deployed",
            () -> ended(project, project.deployments().create(new CreateDeployment(FINTECH))));
    log.fact(ended.progressDisplay() + ", " + ended.failedTenants() + " failed");
    ended.errors().forEach(error -> log.fact("  " + error));
    expect(ended.failedTenants() == 1, "exactly the spoiled tenant fails");
    camera.picture("06-deployment-failed", new Place(Route.DEPLOYMENT, ended.jobId().value()));
    return ended;
  }

  private static Deployment ended(Project project, Deployment started) throws InterruptedException {
    Deployment now = started;
    while (!now.status().ended()) {
      Thread.sleep(20);
      now = project.deployments().get(started.jobId());
    }
    return now;
  }

  private void repair(Project project, Deployment failed, TenantId odd) throws Exception {
    log.step("Repair: fix the data of the one that failed, and retry it");
    project
        .queries()
        .tenant(
            new TenantQuery(
                odd,
                FINTECH,
                "UPDATE accounts SET name = 'Savings' WHERE user_id = 1 AND currency = 'GBP'"));
    Deployment ended =
        log.timed("retried", () -> ended(project, project.deployments().retry(failed.jobId())));
    expect(ended.failedTenants() == 0, "nothing fails any more: " + ended.errors());
    log.fact(ended.progressDisplay() + " " + ended.status().code());
    camera.picture("07-deployment", new Place(Route.DEPLOYMENT, ended.jobId().value()));
    camera.picture("08-blueprint", new Place(Route.BLUEPRINT, FINTECH.value()));
  }

  private void reopen(int tenants) throws Exception {
    log.step("Close and reopen: everything is there");
    log.timed(
        "closed and reopened",
        () -> {
          engine.reopen();
          return true;
        });
    Project project = engine.open(Credential.owner());
    List<TenantAnswer> counts =
        project.queries().adminAll(new FanOutQuery(FINTECH, "SELECT count(*) FROM cards"));
    expect(counts.size() == tenants, "all tenants are back");
    expect(counts.stream().allMatch(answer -> answer.error().isEmpty()), "all have the new table");
    log.fact(tenants + " tenants, all on the new version");
    log.fact("data folder: " + engine.dataFolder());
    camera.picture("09-after-reopening", Place.of(Route.TENANTS));
  }

  static void expect(boolean holds, String what) {
    if (!holds) {
      throw new IllegalStateException("The tour expected: " + what);
    }
  }
}
