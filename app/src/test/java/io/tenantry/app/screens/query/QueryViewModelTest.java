package io.tenantry.app.screens.query;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.app.SeededEngine;
import io.tenantry.app.errors.ErrorPresenter;
import io.tenantry.app.notices.Notices;
import io.tenantry.app.settings.ProjectMemory;
import io.tenantry.app.tasks.SameThreadTaskRunner;
import io.tenantry.contract.Project;
import io.tenantry.contract.tenants.TenantId;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class QueryViewModelTest {
  @TempDir Path folder;

  private final SameThreadTaskRunner tasks = new SameThreadTaskRunner();
  private SeededEngine engine;
  private QueryViewModel model;

  @BeforeEach
  void open() {
    engine = new SeededEngine(folder.resolve("data")).fintech().tenants(5);
    model = model();
  }

  @AfterEach
  void close() {
    engine.close();
  }

  private QueryViewModel model() {
    Project project = engine.project();
    Path config = folder.resolve("config");
    return new QueryViewModel(
        new QueryRunning(project.queries(), project.workspaces()),
        project.workspaces(),
        project.blueprints(),
        project.tenants(),
        tasks,
        new ErrorPresenter(new Notices()),
        new OpenTabs(ProjectMemory.open(config, tasks)));
  }

  @Test
  void oneTenantAnswersWithItsRows() {
    QueryTab tab =
        model.open(
            Optional.of(
                new QueryTarget.OneTenant(new TenantId("tenant-001"), SeededEngine.FINTECH)),
            "");
    model.run(tab, "SELECT name, balance FROM accounts");
    QueryOutcome.Rows rows = (QueryOutcome.Rows) tab.outcomeProperty().get();
    assertThat(rows.grid().columns()).extracting("name").containsExactly("name", "balance");
    assertThat(rows.grid().value(0, 1)).isEqualTo(125_000L);
    assertThat(rows.folded()).isEmpty();
  }

  @Test
  void allTenantsAnswerAsOneTableAndEqualAnswersFold() {
    QueryTab tab = model.open(Optional.of(new QueryTarget.AllTenants(SeededEngine.FINTECH)), "");
    model.run(tab, "SELECT count(*) AS n FROM users");
    QueryOutcome.Rows rows = (QueryOutcome.Rows) tab.outcomeProperty().get();
    assertThat(rows.grid().rowCount()).isEqualTo(5);
    assertThat(rows.grid().columns()).extracting("name").containsExactly("tenant", "n");
    assertThat(rows.folded()).hasSize(1);
    assertThat(rows.summary()).isEqualTo("5 rows from 5 tenants");
  }

  @Test
  void someTenantsAnswerAlone() {
    QueryTab tab =
        model.open(
            Optional.of(
                new QueryTarget.SomeTenants(
                    List.of(new TenantId("tenant-004"), new TenantId("tenant-002")),
                    SeededEngine.FINTECH)),
            "");
    model.run(tab, "UPDATE users SET kyc_status = 'verified'");
    QueryOutcome.Rows rows = (QueryOutcome.Rows) tab.outcomeProperty().get();
    assertThat(rows.grid().rowCount()).isEqualTo(2);
  }

  @Test
  void aFailureTellsWhyAndTheTabCanRunAgain() {
    QueryTab tab = model.open(Optional.of(new QueryTarget.InWorkspace(SeededEngine.FINTECH)), "");
    model.run(tab, "SELECT 1;\nSELECT * FROM nowhere");
    QueryOutcome.Failed failed = (QueryOutcome.Failed) tab.outcomeProperty().get();
    assertThat(failed.problem().text()).contains("no such table: nowhere");
    assertThat(failed.line()).isEqualTo(2);
    assertThat(tab.runningProperty().get()).isFalse();
    model.run(tab, "SELECT 1");
    assertThat(tab.outcomeProperty().get()).isInstanceOf(QueryOutcome.Rows.class);
  }

  @Test
  void anAnswerThatIsNoLongerWantedIsDropped() {
    QueryTab tab = model.open(Optional.of(new QueryTarget.AllTenants(SeededEngine.FINTECH)), "");
    tasks.hold();
    model.run(tab, "SELECT 1");
    model.cancel(tab);
    tasks.deliverNext();
    assertThat(tab.outcomeProperty().get()).isInstanceOf(QueryOutcome.Idle.class);
    assertThat(tab.runningProperty().get()).isFalse();
  }

  @Test
  void tabsComeBackWithTheirTargetsAfterARestart() {
    Optional<QueryTarget> target =
        Optional.of(new QueryTarget.OneTenant(new TenantId("tenant-003"), SeededEngine.FINTECH));
    QueryTab tab = model.open(target, "");
    tab.sqlProperty().set("SELECT 42");
    QueryTab closed = model.open(Optional.empty(), "");
    model.close(closed);
    tasks.tick();
    List<QueryTab> restored = model().restore();
    assertThat(restored).hasSize(1);
    assertThat(restored.getFirst().targetProperty().get()).isEqualTo(target);
    assertThat(restored.getFirst().sqlProperty().get()).isEqualTo("SELECT 42");
  }
}
