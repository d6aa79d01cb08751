package io.tenantry.app.screens.tenants;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.app.SeededEngine;
import io.tenantry.app.errors.ErrorPresenter;
import io.tenantry.app.fx.ScreenState;
import io.tenantry.app.notices.Notices;
import io.tenantry.app.tasks.SameThreadTaskRunner;
import io.tenantry.contract.tenants.CreateTenant;
import io.tenantry.contract.tenants.TenantDatabaseRequest;
import io.tenantry.contract.tenants.TenantId;
import io.tenantry.contract.tenants.TenantStatus;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.util.WaitForAsyncUtils;

class TenantsViewModelTest {
  @TempDir Path folder;

  private final SameThreadTaskRunner tasks = new SameThreadTaskRunner();
  private SeededEngine engine;
  private TenantsViewModel model;

  @BeforeEach
  void open() {
    engine = new SeededEngine(folder.resolve("data")).fintech();
    model =
        new TenantsViewModel(engine.project().tenants(), tasks, new ErrorPresenter(new Notices()));
  }

  @AfterEach
  void close() {
    engine.close();
  }

  @Test
  void anEngineWithoutTenantsTeachesInsteadOfShowingAnEmptyTable() {
    model.load();
    assertThat(model.state().get()).isEqualTo(ScreenState.EMPTY);
  }

  @Test
  void pagesAreAddedAsTheUserScrollsAndTheTotalIsAlwaysThere() {
    engine.tenants(300);
    model.load();
    assertThat(model.rows()).hasSize(250);
    assertThat(model.total().get()).isEqualTo(300);
    model.loadMore();
    assertThat(model.rows()).hasSize(300);
    model.loadMore();
    assertThat(model.rows()).hasSize(300).doesNotHaveDuplicates();
  }

  @Test
  void theQueryRestrictsTheListAndAWrongOneIsExplainedWithoutLosingTheRows() {
    engine.tenants(12);
    model.load();
    type("tenant-00");
    assertThat(model.rows()).hasSize(9);
    type("colour:red");
    assertThat(model.queryProblem().get()).startsWith("Unknown filter 'colour'");
    assertThat(model.rows()).hasSize(9);
    type("state:suspended");
    assertThat(model.queryProblem().get()).isEmpty();
    assertThat(model.rows()).isEmpty();
    assertThat(model.state().get()).isEqualTo(ScreenState.LOADED);
  }

  @Test
  void aLateAnswerDoesNotOverwriteANewerOne() {
    engine.tenants(12);
    tasks.hold();
    type("tenant-001");
    type("tenant-002");
    tasks.deliverLast();
    tasks.deliverNext();
    assertThat(model.rows()).extracting(row -> row.id().value()).containsExactly("tenant-002");
  }

  @Test
  void actingOnAllMatchingReachesTenantsThatAreNotLoadedAndPassesOverTheOthers() {
    engine.tenants(260);
    type("tenant-00");
    List<BulkOutcome> outcomes = new ArrayList<>();
    model.actOnAllMatching(TenantAction.SUSPEND, outcomes::add);
    type("");
    model.actOnAllMatching(TenantAction.SUSPEND, outcomes::add);
    assertThat(outcomes)
        .containsExactly(new BulkOutcome(9, 0, List.of()), new BulkOutcome(251, 9, List.of()));
    assertThat(model.rows()).allMatch(row -> row.status() == TenantStatus.SUSPENDED);
  }

  @Test
  void aTenantGoesToTheTrashComesBackAndIsDestroyed() {
    engine.tenants(1);
    model.load();
    act(TenantAction.DELETE);
    assertThat(model.rows()).isEmpty();
    type("state:deleted");
    act(TenantAction.RESTORE);
    type("");
    assertThat(model.rows()).hasSize(1);
    act(TenantAction.DELETE);
    type("state:deleted");
    act(TenantAction.DESTROY);
    assertThat(model.total().get()).isZero();
  }

  @Test
  void aTenantThatIsBeingMadeBecomesReadyWithoutBeingAskedFor() throws Exception {
    String zone = engine.regions().getFirst().zone();
    engine
        .project()
        .tenants()
        .create(
            new CreateTenant(
                new TenantId("acme"),
                List.of(new TenantDatabaseRequest(SeededEngine.FINTECH, 2, Optional.of(zone)))));
    model.load();
    WaitForAsyncUtils.waitFor(
        20,
        TimeUnit.SECONDS,
        () -> {
          tasks.tick();
          return model.rows().getFirst().status() == TenantStatus.READY;
        });
    assertThat(model.rows()).singleElement().extracting(TenantRow::level).isEqualTo("L2 " + zone);
    assertThat(tasks.unhandled()).isEmpty();
  }

  private void act(TenantAction action) {
    List<BulkOutcome> outcome = new ArrayList<>();
    model.act(action, model.rows(), outcome::add);
    assertThat(outcome).containsExactly(new BulkOutcome(1, 0, List.of()));
  }

  private void type(String query) {
    model.queryProperty().set(query);
    tasks.tick();
  }
}
