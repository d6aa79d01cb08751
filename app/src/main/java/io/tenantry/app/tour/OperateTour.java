package io.tenantry.app.tour;

import io.tenantry.app.navigation.Place;
import io.tenantry.app.navigation.PlaceSubjects;
import io.tenantry.app.navigation.ScreenRoute;
import io.tenantry.app.text.Figures;
import io.tenantry.app.text.Moments;
import io.tenantry.app.text.Text;
import io.tenantry.contract.Credential;
import io.tenantry.contract.Project;
import io.tenantry.contract.backups.BackupRun;
import io.tenantry.contract.backups.CoverageFilter;
import io.tenantry.contract.backups.StartBackups;
import io.tenantry.contract.drills.Drill;
import io.tenantry.contract.drills.ReportCheck;
import io.tenantry.contract.drills.StartDrill;
import io.tenantry.contract.error.EngineException;
import io.tenantry.contract.queries.QueryResult;
import io.tenantry.contract.queries.TenantQuery;
import io.tenantry.contract.queries.Value;
import io.tenantry.contract.tenants.CreateTenant;
import io.tenantry.contract.tenants.TenantDatabaseRequest;
import io.tenantry.contract.tenants.TenantId;
import io.tenantry.contract.tenants.TenantStatus;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The day of an operator: a tenant misbehaves, why, what it was like before, back to that moment,
 * undone and done again, and a drill that proves that all others can be had back, too.
 */
public final class OperateTour implements Tour {
  @Override
  public String name() {
    return "operate";
  }

  @Override
  public String title() {
    return "a tenant that misbehaves, looked into and brought back";
  }

  @Override
  public void run(TourEngine engine, TourWindow window, TourLog log) throws Exception {
    new Run(engine, window, log).all();
  }

  /** One run on an open engine. */
  private static final class Run {
    private static final int TENANTS = 11;
    private static final int BAD_QUERIES = 12;
    private static final TenantId ODD = new TenantId("acme");

    private final Project project;
    private final String zone;
    private final TourWindow window;
    private final TourLog log;
    private final Hand hand;
    private final Estate estate;

    Run(TourEngine engine, TourWindow window, TourLog log) {
      project = engine.open(Credential.owner());
      zone = engine.info().regions().getFirst().zone();
      this.window = window;
      this.log = log;
      hand = new Hand(window);
      estate = new Estate(project, new TourData());
    }

    void all() throws Exception {
      List<TenantId> tenants = fleet();
      Instant before = misbehave(tenants);
      find();
      look(before);
      recover(before);
      undo();
      recover(before);
      drill();
    }

    private List<TenantId> fleet() throws Exception {
      log.step("A fleet at work: " + TENANTS + " tenants, and one on a host of its own");
      estate.fintech();
      List<String> ids =
          IntStream.rangeClosed(1, TENANTS).mapToObj("tenant-%02d"::formatted).toList();
      List<TenantId> shared =
          estate.tenants(ids).created().stream().map(tenant -> tenant.tenantId()).toList();
      log.timed(ODD + " in " + zone, this::dedicated);
      shared.forEach(estate::fill);
      estate.fill(ODD);
      BackupRun run = log.timed("backed up", this::backUp);
      log.fact(Figures.count(run.done()) + " backups");
      window.picture("operate-01-overview", Place.of(ScreenRoute.OVERVIEW));
      return shared;
    }

    private boolean dedicated() throws InterruptedException {
      project
          .tenants()
          .create(
              new CreateTenant(
                  ODD, List.of(new TenantDatabaseRequest(Estate.FINTECH, 2, Optional.of(zone)))));
      awaitReady();
      return true;
    }

    private BackupRun backUp() throws InterruptedException {
      BackupRun run =
          project.backupFleet().start(StartBackups.matching(CoverageFilter.none(), List.of()));
      while (run.status() == BackupRun.Status.RUNNING) {
        Thread.sleep(20);
        run = project.backupFleet().run(run.id());
      }
      return run;
    }

    /** Returns a moment before the accident, as it can be typed. */
    private Instant misbehave(List<TenantId> tenants) throws InterruptedException {
      log.step("Something goes wrong: bad queries, and a DELETE without its WHERE");
      tenants.forEach(tenant -> rows(tenant, "SELECT count(*) FROM users"));
      for (int i = 0; i < BAD_QUERIES; i++) {
        fails("SELECT blance FROM accounts");
      }
      Instant before = Instant.now().plusMillis(1).truncatedTo(ChronoUnit.MILLIS);
      Thread.sleep(5); // the accident is later than that by any clock's grain
      run("DELETE FROM transactions");
      MainTour.expect(count() == 0, "all transactions are gone");
      log.fact("all transactions of " + ODD + " are gone");
      return before;
    }

    private void find() throws InterruptedException {
      log.step("Find it: the log of all tenants, then the tenant's own page");
      window.picture("operate-02-errors", new Place(ScreenRoute.LOGS, "type:error"));
      hand.sees(ODD.value());
      window.picture(
          "operate-03-tenant",
          new Place(ScreenRoute.TENANT, PlaceSubjects.tab(ODD.value(), "queries")));
      hand.sees("DELETE FROM transactions");
      log.fact("its queries show the DELETE");
    }

    private void look(Instant before) throws InterruptedException {
      log.step("Look at its past: what it was like before");
      window.go(new Place(ScreenRoute.TENANT, PlaceSubjects.tab(ODD.value(), "backups")));
      hand.type(Text.of("recovery.time"), Moments.written(before));
      hand.until("the rows of then are counted", () -> isCounted());
      window.picture("operate-04-past", window.ui(window::place));
      hand.press(Text.of("recovery.look"));
      hand.until("a query at that moment", () -> window.place().route() == ScreenRoute.QUERY);
      window.picture("operate-05-look", window.ui(window::place));
    }

    private boolean isCounted() {
      return window.scene().getRoot().lookup(".recovery-fact") != null;
    }

    private void recover(Instant before) throws InterruptedException {
      log.step("Bring it back to that moment");
      window.go(new Place(ScreenRoute.TENANT, PlaceSubjects.tab(ODD.value(), "backups")));
      hand.type(Text.of("recovery.time"), Moments.written(before));
      hand.until("the rows of then are counted", () -> isCounted());
      hand.press(Text.of("recovery.recover"));
      hand.until("it is asked", window::isDialogOpen);
      hand.press(Text.of("recovery.recover.act"));
      awaitRows(true);
      log.fact(Figures.count(count(), "transaction", "transactions") + " are back");
    }

    private void undo() throws InterruptedException {
      log.step("Undo that: the state of before the recovery");
      hand.press(Text.of("recovery.undo"));
      hand.until("it is asked", window::isDialogOpen);
      hand.press(Text.of("recovery.undo.act"));
      awaitRows(false);
      log.fact("as it was before the recovery");
    }

    private void drill() throws Exception {
      log.step("Drill: can every tenant be had back?");
      window.picture("operate-06-backups", Place.of(ScreenRoute.BACKUPS));
      Drill ended = log.timed("restored to scratch copies and compared", this::drilled);
      log.fact("%d of %d passed".formatted(ended.passed(), ended.databases()));
      MainTour.expect(ended.passed() == ended.databases(), "every backup can be had back");
      MainTour.expect(
          project.drills().check(project.drills().report(ended.id())) == ReportCheck.GENUINE,
          "its report is signed");
      window.picture("operate-07-jobs", Place.of(ScreenRoute.JOBS));
      window.picture(
          "operate-08-life",
          new Place(ScreenRoute.TENANT, PlaceSubjects.tab(ODD.value(), "overview")));
    }

    private Drill drilled() throws InterruptedException {
      Drill drill = project.drills().start(StartDrill.ofSample(TENANTS + 1));
      while (drill.status() == Drill.Status.RUNNING) {
        Thread.sleep(20);
        drill = project.drills().get(drill.id());
      }
      return drill;
    }

    private void awaitRows(boolean wanted) throws InterruptedException {
      Hand.awaits(
          wanted ? "its rows are back" : "its rows are gone again",
          () -> isReady() && count() > 0 == wanted);
      window.settle();
    }

    private void awaitReady() throws InterruptedException {
      Hand.awaits(ODD + " is ready", this::isReady);
    }

    private boolean isReady() {
      return project.tenants().get(ODD).status() == TenantStatus.READY;
    }

    private long count() {
      Value found = rows(ODD, "SELECT count(*) FROM transactions").rows().getFirst().getFirst();
      return found instanceof Value.Integer number ? number.value() : -1;
    }

    private void fails(String sql) {
      try {
        run(sql);
      } catch (EngineException expected) {
        return;
      }
      throw new IllegalStateException("The tour expected: it fails: " + sql);
    }

    private void run(String sql) {
      rows(ODD, sql);
    }

    private QueryResult rows(TenantId tenant, String sql) {
      return project.queries().tenant(new TenantQuery(tenant, Estate.FINTECH, sql));
    }
  }
}
