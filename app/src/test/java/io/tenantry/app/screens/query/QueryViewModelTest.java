package io.tenantry.app.screens.query;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.app.SeededEngine;
import io.tenantry.app.controls.sql.SqlPart;
import io.tenantry.app.errors.ErrorPresenter;
import io.tenantry.app.navigation.Navigator;
import io.tenantry.app.navigation.Place;
import io.tenantry.app.navigation.ScreenRoute;
import io.tenantry.app.notices.Notice;
import io.tenantry.app.notices.Notices;
import io.tenantry.app.settings.ProjectMemory;
import io.tenantry.app.tasks.RunningWork;
import io.tenantry.app.tasks.SameThreadTaskRunner;
import io.tenantry.client.RemoteEngine;
import io.tenantry.client.RemoteEngineConfig;
import io.tenantry.contract.Credential;
import io.tenantry.contract.Project;
import io.tenantry.contract.queries.FanOutProgress;
import io.tenantry.contract.tenants.TenantId;
import io.tenantry.server.EngineServer;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Running and keeping tabs, on an engine in process and on one behind a server. */
@ParameterizedClass
@EnumSource
class QueryViewModelTest {
  /** Where the engine is. */
  enum Where {
    IN_PROCESS,
    BEHIND_A_SERVER
  }

  @TempDir Path folder;

  private final Where where;
  private final SameThreadTaskRunner tasks = new SameThreadTaskRunner();
  private final Notices notices = new Notices();
  private final Deque<Runnable> closers = new ArrayDeque<>();
  private Project project;
  private QueryViewModel model;

  QueryViewModelTest(Where where) {
    this.where = where;
  }

  @BeforeEach
  void open() {
    SeededEngine engine = new SeededEngine(folder.resolve("data")).fintech().tenants(5);
    closers.push(engine::close);
    project = where == Where.IN_PROCESS ? engine.project() : remote(engine);
    model = model();
  }

  private Project remote(SeededEngine engine) {
    EngineServer server = EngineServer.start(engine.engine(), EngineServer.LOOPBACK, 0);
    closers.push(server::close);
    RemoteEngine remote = RemoteEngine.connect(RemoteEngineConfig.of(server.url()));
    closers.push(remote::close);
    return remote.open(new Credential.ApiKey(engine.engine().ownerKey()));
  }

  @AfterEach
  void close() {
    closers.forEach(Runnable::run);
  }

  private QueryViewModel model() {
    return model(ProjectMemory.open(folder.resolve("config"), tasks));
  }

  private QueryViewModel model(ProjectMemory memory) {
    return new QueryViewModel(
        project,
        tasks,
        new ErrorPresenter(notices),
        new OpenTabs(memory),
        new Navigator(Place.of(ScreenRoute.QUERY)),
        RunningWork.untold());
  }

  @Test
  void oneTenantAnswersWithItsRowsAndSaysWhoseTheyAre() {
    QueryTab tab = model.open(one("tenant-001"), "");

    run(tab, "SELECT name, balance FROM accounts");

    AnswerTable rows = tab.answersProperty().get().orElseThrow();
    assertThat(rows.columns()).extracting("name").containsExactly("name", "balance");
    assertThat(rows.value(0, 1)).isEqualTo(125_000L);
    assertThat(rows.folds()).isEmpty();
    assertThat(state(tab).phase()).isEqualTo(RunState.Phase.DONE);
    assertThat(Optional.of(state(tab).target())).isEqualTo(one("tenant-001"));
    assertThat(RunWords.summary(state(tab))).isEqualTo("1 row");
  }

  @Test
  void anInsertSaysWhatItAddedInsteadOfAnEmptyTable() {
    QueryTab tab = model.open(one("tenant-001"), "");

    run(tab, "INSERT INTO users (email, name) VALUES ('new@x', 'New')");

    assertThat(tab.answersProperty().get()).isEmpty();
    assertThat(state(tab).effect()).contains("1 row added");
    run(tab, "UPDATE users SET name = 'Other'");
    assertThat(state(tab).effect()).contains("2 rows changed");
    run(tab, "DELETE FROM users WHERE email = 'new@x'");
    assertThat(state(tab).effect()).contains("1 row deleted");
    run(tab, "SELECT * FROM users WHERE 0");
    assertThat(state(tab).effect()).isEmpty();
    assertThat(tab.answersProperty().get()).isPresent();
  }

  @Test
  void allTenantsAnswerAsOneTableAndEqualAnswersFold() {
    QueryTab tab = model.open(all(), "");

    run(tab, "SELECT count(*) AS n FROM users");

    AnswerTable rows = tab.answersProperty().get().orElseThrow();
    assertThat(rows.rowCount()).isEqualTo(5);
    assertThat(rows.shown().stream().map(index -> rows.columns().get(index).name()))
        .containsExactly("tenant", "n");
    assertThat(rows.folds().orElseThrow().shown()).hasSize(1);
    assertThat(RunWords.summary(state(tab))).isEqualTo("5 rows from 5 tenants");
    assertThat(state(tab).progress()).contains(new FanOutProgress(5, 5, 0));
  }

  @Test
  void aWriteToSomeTenantsSaysWhatItDidToAll() {
    QueryTab tab =
        model.open(
            Optional.of(
                new QueryTarget.SomeTenants(
                    List.of(new TenantId("tenant-004"), new TenantId("tenant-002")),
                    SeededEngine.FINTECH)),
            "");

    run(tab, "UPDATE users SET kyc_status = 'verified'");

    assertThat(tab.answersProperty().get().orElseThrow().rowCount()).isEqualTo(2);
    assertThat(RunWords.summary(state(tab))).isEqualTo("2 rows changed in 2 tenants");
  }

  @Test
  void tenantsThatFailAreCountedAndTheOthersAnswer() {
    project.tenants().suspend(new TenantId("tenant-003"));
    QueryTab tab = model.open(all(), "");

    run(tab, "SELECT 1 AS one");

    assertThat(RunWords.summary(state(tab))).isEqualTo("4 rows from 5 tenants, 1 failed");
    assertThat(tab.answersProperty().get().orElseThrow().rowCount()).isEqualTo(5);
  }

  @Test
  void aFailureTellsWhyAndWhereInTheWholeTextAndTheTabCanRunAgain() {
    QueryTab tab = model.open(one("tenant-001"), "");
    String text = "SELECT 1;\nSELECT *\nFROM nowhere";

    model.run(tab, new SqlPart("SELECT *\nFROM nowhere", 10));

    RunProblem problem = state(tab).problem().orElseThrow();
    assertThat(problem.problem().text()).contains("no such table: nowhere");
    assertThat(problem.place()).hasValue(text.indexOf("nowhere"));
    assertThat(tab.isRunning()).isFalse();
    run(tab, "SELECT 1");
    assertThat(state(tab).problem()).isEmpty();
    assertThat(state(tab).phase()).isEqualTo(RunState.Phase.DONE);
  }

  @Test
  void aScriptOfAWorkspaceTellsThePlaceInTheScript() {
    QueryTab tab = model.open(Optional.of(new QueryTarget.InWorkspace(SeededEngine.FINTECH)), "");
    String script = "SELECT 1;\nSELECT * FROM nowhere";

    run(tab, script);

    assertThat(state(tab).problem().orElseThrow().place()).hasValue(script.indexOf("nowhere"));
  }

  @Test
  void whatIsRefusedForAllTenantsIsAFailureOfTheRun() {
    QueryTab tab = model.open(all(), "");

    run(tab, "DROP TABLE users");

    assertThat(state(tab).phase()).isEqualTo(RunState.Phase.FAILED);
    assertThat(state(tab).problem().orElseThrow().problem().text())
        .isEqualTo("Change it in the workspace of the blueprint and deploy it.");
    assertThat(tab.answersProperty().get()).isEmpty();
  }

  @Test
  void aResultIsOfTheFormerTargetOnceTheTargetChanges() {
    QueryTab tab = model.open(all(), "");
    run(tab, "SELECT 1");
    assertThat(tab.showsItsTarget()).isTrue();

    tab.targetProperty().set(one("tenant-001"));

    assertThat(tab.showsItsTarget()).isFalse();
    assertThat(state(tab).target()).isEqualTo(all().orElseThrow());
  }

  @Test
  void tabsComeBackWithTheirTargetsTextsAndOrderAfterARestart() {
    QueryTab tab = model.open(one("tenant-003"), "");
    tab.sqlProperty().set("SELECT 42");
    QueryTab second = model.open(all(), "SELECT 43");
    model.inFront(tab);
    tasks.tick();

    QueryViewModel again = model();
    List<QueryTab> restored = again.restore();

    assertThat(restored).extracting(QueryTab::id).containsExactly(tab.id(), second.id());
    assertThat(restored.getFirst().targetProperty().get()).isEqualTo(one("tenant-003"));
    assertThat(restored.getFirst().sqlProperty().get()).isEqualTo("SELECT 42");
    assertThat(restored.getLast().sqlProperty().get()).isEqualTo("SELECT 43");
    assertThat(again.front()).contains(restored.getFirst());
  }

  @Test
  void aClosedTabComesBackWithItsTextByUndoAndAlsoAfterARestart() {
    QueryTab first = model.open(one("tenant-001"), "SELECT 1");
    model.open(all(), "SELECT 2");
    model.close(first);
    tasks.tick();
    assertThat(model.tabs()).extracting(QueryTab::id).doesNotContain(first.id());

    Notice notice = notices.kept().getFirst();
    notices.act(notice);

    assertThat(model.tabs().getFirst().id()).isEqualTo(first.id());
    assertThat(model.tabs().getFirst().sqlProperty().get()).isEqualTo("SELECT 1");
    assertThat(model.front()).contains(model.tabs().getFirst());
    model.close(model.tabs().getFirst());
    tasks.tick();
    QueryViewModel again = model();
    again.restore();
    again.reopenLast();
    assertThat(again.tabs().getLast().sqlProperty().get()).isEqualTo("SELECT 1");
    assertThat(again.tabs().getLast().targetProperty().get()).isEqualTo(one("tenant-001"));
  }

  @Test
  void aTabThatCameBackAnotherWayIsNotOfferedAnyMore() {
    QueryTab first = model.open(one("tenant-001"), "SELECT 1");
    model.close(first);
    model.reopenLast();
    assertThat(notices.shown()).isEmpty();
    assertThat(notices.kept().getFirst().action()).isEmpty();
    assertThat(model.tabs()).extracting(QueryTab::id).containsOnlyOnce(first.id());
  }

  @Test
  void whatRanLastIsKnownWhenItsRowsAreGone() {
    String sql = "SELECT name\nFROM users";
    QueryTab tab = model.open(one("tenant-001"), sql);
    run(tab, sql);
    tasks.tick();

    QueryTab again = model().restore().getFirst();

    LastRun last = again.formerProperty().get().orElseThrow();
    assertThat(last.ending()).isEqualTo(LastRun.Ending.DONE);
    assertThat(last.sql()).isEqualTo(sql);
    assertThat(last.summary()).isEqualTo("1 row");
    assertThat(Optional.of(last.target())).isEqualTo(one("tenant-001"));
    assertThat(last.startedAt()).isEqualTo(state(tab).startedAt());
    assertThat(again.runProperty().get()).isEmpty();
  }

  @Test
  void whatWasCutOffIsToldByItsTab() {
    ProjectMemory memory = ProjectMemory.open(folder.resolve("other"), tasks);
    QueryViewModel left = model(memory);
    QueryTab tab = left.open(all(), "SELECT 1");
    tasks.hold();
    run(left, tab, "SELECT 1");
    assertThat(left.running()).containsExactly(tab);
    assertThat(left.writing()).isEmpty();
    assertThat(cutOff(memory)).isEqualTo(LastRun.Ending.CUT); // as after a crash
    left.leave();
    assertThat(cutOff(memory)).isEqualTo(LastRun.Ending.CUT);
  }

  private LastRun.Ending cutOff(ProjectMemory memory) {
    QueryTab again = model(memory).restore().getFirst();
    return again.formerProperty().get().orElseThrow().ending();
  }

  @Test
  void aTabInWhichNothingWasTypedIsClosedWithoutAWord() {
    QueryTab tab = model.open(all(), " ");

    model.close(tab);

    assertThat(model.tabs()).isEmpty();
    assertThat(notices.kept()).isEmpty();
  }

  @Test
  void suggestionsAreTheTenantsOfTheBlueprint() {
    List<String> found = new java.util.ArrayList<>();

    model.suggestTenants(
        SeededEngine.FINTECH,
        "004",
        tenants -> tenants.forEach(each -> found.add(each.tenantId().value())));

    assertThat(found).containsExactly("tenant-004");
  }

  private void run(QueryTab tab, String sql) {
    run(model, tab, sql);
  }

  private static void run(QueryViewModel model, QueryTab tab, String sql) {
    model.run(tab, new SqlPart(sql, 0));
  }

  private static RunState state(QueryTab tab) {
    return tab.runProperty().get().orElseThrow();
  }

  private static Optional<QueryTarget> one(String tenant) {
    return Optional.of(new QueryTarget.OneTenant(new TenantId(tenant), SeededEngine.FINTECH));
  }

  private static Optional<QueryTarget> all() {
    return Optional.of(new QueryTarget.AllTenants(SeededEngine.FINTECH));
  }
}
