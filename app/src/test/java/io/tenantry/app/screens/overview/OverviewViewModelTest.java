package io.tenantry.app.screens.overview;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.app.SeededEngine;
import io.tenantry.app.errors.ErrorPresenter;
import io.tenantry.app.fx.ScreenState;
import io.tenantry.app.notices.Notices;
import io.tenantry.app.screens.EngineChoice;
import io.tenantry.app.tasks.SameThreadTaskRunner;
import io.tenantry.contract.deployments.CreateDeployment;
import io.tenantry.contract.deployments.Deployment;
import io.tenantry.contract.tenants.TenantConcern;
import io.tenantry.contract.tenants.TenantId;
import io.tenantry.contract.tenants.TenantStatus;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** The figures of a project, on an engine in process and on one behind a server. */
@ParameterizedClass
@EnumSource
class OverviewViewModelTest {
  @TempDir Path folder;

  private final EngineChoice.Where where;
  private final SameThreadTaskRunner tasks = new SameThreadTaskRunner();
  private EngineChoice engine;
  private OverviewViewModel model;

  OverviewViewModelTest(EngineChoice.Where where) {
    this.where = where;
  }

  @BeforeEach
  void open() {
    engine = new EngineChoice(where, folder.resolve("data"), _ -> {});
    model = new OverviewViewModel(engine.project(), tasks, new ErrorPresenter(new Notices()));
  }

  @AfterEach
  void close() {
    engine.close();
  }

  @Test
  void aProjectBeginsWithASchemaAndThenWithTenants() {
    model.enter();
    assertThat(model.beginning().get()).contains(new OverviewViewModel.NothingDesigned());

    engine.engine().fintech();
    model.load();
    assertThat(model.beginning().get()).contains(new OverviewViewModel.NoTenant("fintech"));

    engine.engine().tenants(2);
    model.load();
    assertThat(model.beginning().get()).isEmpty();
    assertThat(model.summary().get()).isEqualTo("1 blueprint · 2 tenants");
  }

  @Test
  void everyPartIsReadAndFollowsWhatIsDone() {
    SeededEngine seeded = engine.engine().fintech().tenants(6);
    model.enter();

    assertThat(model.tenants().value().get().orElseThrow().tenants()).isEqualTo(6);
    assertThat(model.running().state().get()).isEqualTo(ScreenState.EMPTY);
    assertThat(model.backups().value().get().orElseThrow().none()).isEqualTo(6);
    Traffic traffic = model.traffic().value().get().orElseThrow();
    assertThat(traffic.queries()).isEqualTo(12);
    assertThat(traffic.failed()).isZero();
    assertThat(model.slowest().value().get().orElseThrow().tenants()).hasSize(5);

    engine.project().tenants().suspend(new TenantId("tenant-003"));
    seeded.change("ALTER TABLE users ADD COLUMN phone TEXT");
    tasks.tick();

    assertThat(model.tenants().value().get().orElseThrow().in(TenantStatus.SUSPENDED)).isEqualTo(1);
    assertThat(model.tenants().value().get().orElseThrow().with(TenantConcern.BEHIND)).isEqualTo(6);
  }

  @Test
  void aDeploymentIsFollowedToItsEndAndTheVersionsWithIt() {
    SeededEngine seeded = engine.engine().fintech().tenants(3);
    seeded.change("ALTER TABLE users ADD COLUMN phone TEXT");
    model.enter();
    Deployment paused;
    try (var held = seeded.hold(new TenantId("tenant-002"))) {
      paused = engine.project().deployments().create(new CreateDeployment(SeededEngine.FINTECH));
      model.load();
      assertThat(model.running().value().get().orElseThrow())
          .extracting(Deployment::jobId)
          .containsExactly(paused.jobId());
    }

    EngineChoice.await(tasks, () -> model.running().state().get() == ScreenState.EMPTY);

    assertThat(model.tenants().value().get().orElseThrow().with(TenantConcern.BEHIND)).isZero();
  }

  @Test
  void nothingIsAskedWhileThePageIsHidden() {
    engine.engine().fintech().tenants(2);
    model.enter();
    model.leave();
    engine.project().tenants().suspend(new TenantId("tenant-001"));

    tasks.tick();
    model.load();

    assertThat(model.tenants().value().get().orElseThrow().in(TenantStatus.SUSPENDED)).isZero();
    model.enter();
    assertThat(model.tenants().value().get().orElseThrow().in(TenantStatus.SUSPENDED)).isEqualTo(1);
  }

  @Test
  void anAnswerThatComesAfterThePageWasLeftChangesNothing() {
    engine.engine().fintech().tenants(2);
    tasks.hold();
    model.enter();
    model.leave();
    for (int answer = 0; answer < 5; answer++) {
      tasks.deliverNext();
    }
    tasks.tick();

    assertThat(model.tenants().state().get()).isEqualTo(ScreenState.LOADING);
    assertThat(model.tenants().value().get()).isEmpty();
  }

  @Test
  void aPartThatMayNotBeReadSaysSoAndLeavesTheOthers() {
    engine.engine().fintech().tenants(2);
    OverviewViewModel narrow =
        new OverviewViewModel(engine.narrow("fintech"), tasks, new ErrorPresenter(new Notices()));

    narrow.enter();

    assertThat(narrow.backups().state().get()).isInstanceOf(ScreenState.Failed.class);
    assertThat(narrow.tenants().value().get().orElseThrow().tenants()).isEqualTo(2);
    assertThat(
            List.of(
                narrow.tenants().state().get(),
                narrow.traffic().state().get(),
                narrow.slowest().state().get()))
        .containsOnly(ScreenState.LOADED);
    narrow.leave();
  }
}
