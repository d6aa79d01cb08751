package io.tenantry.app.screens.logs;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.app.SeededEngine;
import io.tenantry.app.errors.ErrorPresenter;
import io.tenantry.app.fx.ScreenState;
import io.tenantry.app.notices.Notices;
import io.tenantry.app.tasks.SameThreadTaskRunner;
import io.tenantry.contract.deployments.CreateDeployment;
import io.tenantry.contract.logs.LogWindow;
import io.tenantry.contract.logs.ProjectMetrics;
import io.tenantry.contract.logs.UnlikeTenants;
import io.tenantry.contract.logs.UnlikeTenants.Difference;
import io.tenantry.contract.logs.UnlikeTenants.Trait;
import io.tenantry.contract.logs.UnlikeTenants.Usual;
import io.tenantry.contract.tenants.TenantId;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is made of the log: charts, one pattern with its plan, the words of the ranking. */
class LogFiguresTest {
  private static final TenantId ONE = new TenantId("tenant-001");
  private static final String READS = "SELECT * FROM accounts WHERE id = ?";

  @TempDir Path folder;

  private final SameThreadTaskRunner tasks = new SameThreadTaskRunner();
  private final ErrorPresenter errors = new ErrorPresenter(new Notices());
  private SeededEngine engine;

  @BeforeEach
  void open() {
    engine = new SeededEngine(folder.resolve("data")).fintech().tenants(2);
  }

  @AfterEach
  void close() {
    engine.close();
  }

  @Test
  void chartsHaveEveryQueryAndTheDeployments() {
    engine.change("ALTER TABLE users ADD COLUMN phone TEXT");
    engine.project().deployments().create(new CreateDeployment(SeededEngine.FINTECH));
    ChartsViewModel model =
        new ChartsViewModel(
            engine.project().projectLogs(), engine.project().deployments(), tasks, errors);

    model.enter();

    ChartsViewModel.Loaded day = (ChartsViewModel.Loaded) model.state().get();
    assertThat(day.series().steps().stream().mapToLong(ProjectMetrics.Step::queries).sum())
        .isEqualTo(4);
    assertThat(day.series().stepSeconds()).isEqualTo(300);
    assertThat(day.deployments()).hasSize(1);
    model.window().set(LogWindow.HOUR);
    assertThat(((ChartsViewModel.Loaded) model.state().get()).series().stepSeconds()).isEqualTo(60);
    model.leave();
  }

  @Test
  void aPatternHasFiguresASampleAndItsPlan() {
    engine.run(ONE, "SELECT * FROM accounts WHERE id = 1");
    engine.run(ONE, "SELECT * FROM accounts WHERE id = 2");
    PatternViewModel model =
        new PatternViewModel(
            engine.project().projectLogs(), engine.project().queries(), tasks, errors);

    model.open(READS);

    assertThat(model.state().get()).isEqualTo(ScreenState.LOADED);
    assertThat(model.detail().get().orElseThrow().figures().orElseThrow().count()).isEqualTo(2);
    assertThat(model.sample().orElseThrow().tenantId()).isEqualTo(ONE);
    assertThat(model.planProblem().get()).isEmpty();
    assertThat(model.plan().get()).contains("accounts USING INTEGER PRIMARY KEY");

    model.open("SELECT nothing");
    assertThat(model.state().get()).isEqualTo(ScreenState.EMPTY);
    assertThat(model.plan().get()).isEmpty();
  }

  @Test
  void aRankingOfNobodySaysSoAndCountsNone() {
    UnlikeTenants nobody = engine.project().projectLogs().unlike();
    assertThat(nobody.compared()).isZero();
    assertThat(UnlikeWords.caption(nobody, ZoneOffset.UTC))
        .endsWith("no tenant ran the 20 queries that it takes to be compared.");
    assertThat(UnlikeWords.caption(new UnlikeTenants(nobody.at(), 1, List.of()), ZoneOffset.UTC))
        .contains("of 1 tenant with at least 20 queries.")
        .doesNotContain("median");
  }

  @Test
  void whyATenantDiffersIsSaidInWords() {
    UnlikeTenants.Tenant tenant =
        new UnlikeTenants.Tenant(
            ONE,
            900,
            90,
            120,
            12,
            List.of(
                new Difference(Trait.ERRORS, Usual.YESTERDAY, 10, 0),
                new Difference(Trait.LATENCY, Usual.OTHERS, 120, 4),
                new Difference(Trait.RATE, Usual.YESTERDAY, 20, 900)));

    assertThat(UnlikeWords.why(tenant))
        .isEqualTo(
            "10 % of its queries fail, 0 % the day before · p95 of 120 ms, the others 4 ms"
                + " · only 20 queries, 900 the day before");
  }
}
