package io.tenantry.app.tour;

import io.tenantry.app.navigation.Place;
import io.tenantry.app.navigation.ScreenRoute;
import io.tenantry.app.screens.tenants.TenantNames;
import io.tenantry.app.text.Figures;
import io.tenantry.contract.Credential;
import io.tenantry.contract.Project;
import io.tenantry.contract.deployments.Deployment;
import io.tenantry.contract.queries.FanOutQuery;
import io.tenantry.contract.queries.QueryResult;
import io.tenantry.contract.queries.TenantAnswer;
import io.tenantry.contract.queries.TenantQuery;
import io.tenantry.contract.tenants.CreatedTenants;
import io.tenantry.contract.tenants.TenantId;
import io.tenantry.contract.workspaces.SchemaImport;
import io.tenantry.contract.workspaces.WorkspaceQueryResult;
import java.util.List;

/**
 * The whole main job: design, 200 tenants from a CSV, rows, queries, a schema change that one
 * tenant cannot take, its repair, rights, and a reopening.
 */
public final class MainTour implements Tour {
  private static final int TENANTS = 200;
  private static final String TOTALS =
      "SELECT currency, count(*) AS accounts, sum(balance) AS balance FROM accounts"
          + " GROUP BY currency ORDER BY currency";

  private final String sampleSql;

  /**
   * Creates it.
   *
   * @param sampleSql a schema to import besides the template
   */
  public MainTour(String sampleSql) {
    this.sampleSql = sampleSql;
  }

  @Override
  public String name() {
    return "main";
  }

  @Override
  public String title() {
    return "the main job as a scripted tour";
  }

  @Override
  public void run(TourEngine engine, TourWindow window, TourLog log) throws Exception {
    new Run(engine, window, log).all(sampleSql);
  }

  /** Fails the tour unless something holds. */
  static void expect(boolean holds, String what) {
    if (!holds) {
      throw new IllegalStateException("The tour expected: " + what);
    }
  }

  /** One run on an open engine. */
  private static final class Run {
    private final TourEngine engine;
    private final TourWindow window;
    private final TourLog log;
    private final TourData data = new TourData();
    private final Project project;
    private final Estate estate;

    Run(TourEngine engine, TourWindow window, TourLog log) {
      this.engine = engine;
      this.window = window;
      this.log = log;
      project = engine.open(Credential.owner());
      estate = new Estate(project, data);
    }

    void all(String sampleSql) throws Exception {
      design(sampleSql);
      List<TenantId> tenants = createTenants();
      load(tenants);
      query(tenants);
      TenantId odd = tenants.get(41);
      estate.spoil(odd);
      change();
      Deployment failed = deploy();
      repair(failed, odd);
      new TourRights(engine, log).check(project, tenants, Estate.FINTECH);
      reopen(tenants.size());
    }

    private void design(String sampleSql) throws Exception {
      log.step("Design: a workspace from a template, another from a .sql file");
      SchemaImport fintech = log.timed("workspace fintech from template fintech", estate::fintech);
      log.fact("tables: " + String.join(", ", fintech.created()));
      SchemaImport clinic =
          log.timed("workspace clinic from clinic.sql", () -> estate.clinic(sampleSql));
      log.fact(
          "%d statements, %d tables"
              .formatted(clinic.details().statementsExecuted(), clinic.created().size()));
      window.picture("01-workspaces", Place.of(ScreenRoute.WORKSPACES));
      window.picture("02-workspace", new Place(ScreenRoute.WORKSPACE, Estate.CLINIC.value()));
    }

    private List<TenantId> createTenants() throws Exception {
      log.step("Tenants: " + TENANTS + " from a CSV of names");
      List<String> ids =
          TenantNames.fromCsv(data.customersCsv(TENANTS)).stream()
              .map(TenantNames.Named::id)
              .toList();
      CreatedTenants outcome =
          log.timed(
              TENANTS + " tenants, each a database file with credentials of its own",
              () -> estate.tenants(ids));
      expect(outcome.failed().isEmpty(), "no tenant failed: " + outcome.failed());
      window.picture("03-tenants", Place.of(ScreenRoute.TENANTS));
      return outcome.created().stream().map(tenant -> tenant.tenantId()).toList();
    }

    private void load(List<TenantId> tenants) throws Exception {
      log.step("Rows: realistic ones in every tenant");
      int rows =
          log.timed(
              "users, accounts and transactions in " + tenants.size() + " tenants",
              () -> tenants.stream().mapToInt(estate::fill).sum());
      log.fact(
          Figures.count(rows, "row", "rows") + " written, each batch durable when acknowledged");
    }

    private void query(List<TenantId> tenants) throws Exception {
      log.step("Queries: one tenant, then all of them");
      TenantId first = tenants.getFirst();
      QueryResult one =
          log.timed(
              "balances of " + first,
              () -> project.queries().tenant(new TenantQuery(first, Estate.FINTECH, TOTALS)));
      log.fact(one.rowCount() + " rows, columns " + String.join(", ", one.columns()));
      List<TenantAnswer> all =
          log.timed(
              "the same on all",
              () -> project.queries().adminAll(new FanOutQuery(Estate.FINTECH, TOTALS)));
      int merged =
          all.stream()
              .mapToInt(answer -> answer.result().map(QueryResult::rowCount).orElse(0))
              .sum();
      expect(all.size() == tenants.size(), "one answer per tenant");
      log.fact(Figures.count(merged, "row", "rows") + " from " + all.size() + " tenants");
      window.picture("04-query", estate.place(ScreenRoute.QUERY));
    }

    private void change() throws Exception {
      log.step("Change: a column, a unique index and a table, in the workspace first");
      WorkspaceQueryResult changed =
          log.timed("3 statements in one transaction", () -> estate.change());
      log.fact(
          "version %s, %d changes no tenant has"
              .formatted(
                  changed.version().map(Object::toString).orElse("?"),
                  changed.undeployedChanges().orElse(0)));
      window.picture("05-diff", estate.place(ScreenRoute.DIFF));
    }

    private Deployment deploy() throws Exception {
      log.step("Deployment: to all tenants, each in one transaction");
      Deployment ended = log.timed("deployed", estate::deploy);
      log.fact(ended.progressDisplay() + ", " + ended.failedTenants() + " failed");
      ended.errors().forEach(error -> log.fact("  " + error));
      expect(ended.failedTenants() == 1, "exactly the spoiled tenant fails");
      window.picture("06-deployment-failed", estate.place(ScreenRoute.DEPLOYMENT));
      return ended;
    }

    private void repair(Deployment failed, TenantId odd) throws Exception {
      log.step("Repair: fix the data of the one that failed, and retry it");
      estate.mend(odd);
      Deployment ended = log.timed("retried", () -> estate.retry(failed));
      expect(ended.failedTenants() == 0, "nothing fails any more: " + ended.errors());
      log.fact(ended.progressDisplay() + " " + ended.status().code());
      window.picture("07-deployment", estate.place(ScreenRoute.DEPLOYMENT));
      window.picture("08-blueprint", estate.place(ScreenRoute.BLUEPRINT));
      window.picture("09-overview", Place.of(ScreenRoute.OVERVIEW));
    }

    private void reopen(int tenants) throws Exception {
      log.step("Close and reopen: everything is there");
      log.timed(
          "closed and reopened",
          () -> {
            engine.reopen();
            return true;
          });
      Project again = engine.open(Credential.owner());
      List<TenantAnswer> counts =
          again.queries().adminAll(new FanOutQuery(Estate.FINTECH, "SELECT count(*) FROM cards"));
      expect(counts.size() == tenants, "all tenants are back");
      expect(
          counts.stream().allMatch(answer -> answer.failure().isEmpty()), "all have the new table");
      log.fact(tenants + " tenants, all on the new version");
      log.fact("data folder: " + engine.dataFolder());
      window.picture("10-after-reopening", Place.of(ScreenRoute.TENANTS));
    }
  }
}
