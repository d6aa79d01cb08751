package io.tenantry.app.screens.tenants;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.app.SeededEngine;
import io.tenantry.app.errors.ErrorPresenter;
import io.tenantry.app.fx.ScreenState;
import io.tenantry.app.lists.PagedList;
import io.tenantry.app.navigation.Navigator;
import io.tenantry.app.navigation.Place;
import io.tenantry.app.navigation.ScreenRoute;
import io.tenantry.app.notices.Notices;
import io.tenantry.app.tasks.RunningWork;
import io.tenantry.app.tasks.SameThreadTaskRunner;
import io.tenantry.contract.tenants.CreateTenant;
import io.tenantry.contract.tenants.TenantDatabaseRequest;
import io.tenantry.contract.tenants.TenantId;
import io.tenantry.contract.tenants.TenantStatus;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
        new TenantsViewModel(
            engine.project().tenants(),
            engine.project().samples(),
            engine.project().workspaces(),
            tasks,
            new ErrorPresenter(new Notices()),
            RunningWork.untold(),
            new Navigator(Place.of(ScreenRoute.TENANTS)));
  }

  @AfterEach
  void close() {
    engine.close();
  }

  @Test
  void anEngineWithoutTenantsTeachesInsteadOfShowingAnEmptyTable() {
    list().load();
    assertThat(list().state().get()).isEqualTo(ScreenState.EMPTY);
  }

  @Test
  void theListIsAsLongAsThereAreTenantsAndTheTotalIsAlwaysThere() {
    engine.tenants(300);
    list().load();
    assertThat(list().rows()).hasSize(300);
    assertThat(list().total().get()).isEqualTo(300);
    list().see(280, 299);
    assertThat(list().rows().getLast()).extracting(ListedTenant::id).hasToString("tenant-300");
    assertThat(model.summary().get()).isEqualTo("300 tenants · none suspended");
  }

  @Test
  void theQueryRestrictsTheListAndAWrongOneIsExplainedAndListsNothing() {
    engine.tenants(12);
    list().load();
    type("tenant-00");
    assertThat(list().rows()).hasSize(9);
    type("colour:red");
    assertThat(list().problem().get()).startsWith("Unknown filter 'colour'");
    assertThat(list().rows()).isEmpty();
    assertThat(list().total().get()).isZero();
    type("state:suspended");
    assertThat(list().problem().get()).isEmpty();
    assertThat(list().rows()).isEmpty();
    assertThat(list().state().get()).isEqualTo(ScreenState.LOADED);
  }

  @Test
  void actingOnAllMatchingReachesTenantsThatAreNotLoadedAndPassesOverTheOthers() {
    engine.tenants(260);
    list().load();
    type("tenant-00");
    list().marks().selectAll();
    assertThat(act(TenantAction.SUSPEND)).isEqualTo(9);
    type("");
    list().see(230, 259);
    list().marks().selectAll();
    list().marks().toggle(list().rows().getLast());
    model
        .deeds()
        .choose(
            TenantAction.SUSPEND::appliesTo,
            list().chosen(),
            targets -> {
              assertThat(targets.ids()).hasSize(250);
              assertThat(targets.passedOver()).isEqualTo(9);
            });
    assertThat(act(TenantAction.SUSPEND)).isEqualTo(250);
    assertThat(list().rows().subList(200, 259))
        .allMatch(row -> row.status() == TenantStatus.SUSPENDED);
    assertThat(list().rows().getLast().status()).isEqualTo(TenantStatus.READY);
  }

  @Test
  void tenantsThatChangedSinceTheirRowsWereReadAreNotCounted() {
    engine.tenants(3);
    list().load();
    list().marks().only(list().rows());
    engine.project().tenants().suspend(new TenantId("tenant-001"));
    engine.project().tenants().delete(new TenantId("tenant-002"), true);
    List<BulkTargets> found = new ArrayList<>();
    model.deeds().choose(TenantAction.SUSPEND::appliesTo, list().chosen(), found::add);
    List<TenantId> left = List.of(new TenantId("tenant-003"));
    assertThat(found)
        .containsExactly(new BulkTargets(left, Set.of(), Map.of(SeededEngine.FINTECH, left), 2));
  }

  @Test
  void whatComesBackFromTheTrashByUndoIsSuspendedAgainWhenItWas() {
    engine.tenants(3);
    TenantId suspended = new TenantId("tenant-002");
    engine.project().tenants().suspend(suspended);
    list().load();
    list().marks().only(list().rows());
    model
        .deeds()
        .choose(
            TenantAction.DELETE::appliesTo,
            list().chosen(),
            targets ->
                model
                    .deeds()
                    .act(
                        TenantAction.DELETE,
                        targets,
                        outcome ->
                            model
                                .deeds()
                                .act(
                                    TenantAction.DELETE.undo().orElseThrow(),
                                    targets.after(outcome),
                                    back -> assertThat(back.done()).hasSize(3),
                                    _ -> {}),
                        _ -> {}));
    assertThat(list().rows())
        .filteredOn(row -> row.status() == TenantStatus.SUSPENDED)
        .extracting(ListedTenant::id)
        .containsExactly(suspended);
  }

  @Test
  void theLineAboutAllTenantsIsTrueAlsoWhenWhatChangedIsNotSeen() {
    engine.tenants(12);
    list().load();
    type("tenant-001");
    assertThat(model.summary().get()).isEqualTo("12 tenants · none suspended");
    engine.project().tenants().suspend(new TenantId("tenant-009"));
    tasks.tick();
    tasks.tick();
    assertThat(model.summary().get()).isEqualTo("12 tenants · 1 suspended");
    type("nobody");
    assertThat(model.summary().get()).isEqualTo("12 tenants · 1 suspended");
  }

  @Test
  void anActionThatIsCancelledSaysHowManyItDidNotReach() {
    engine.tenants(3);
    list().load();
    List<TenantId> all = list().rows().stream().map(ListedTenant::id).toList();
    list().work().subscribe((_, now) -> now.ifPresent(work -> work.cancel().run()));
    List<BulkOutcome> outcomes = new ArrayList<>();
    model.deeds().act(TenantAction.SUSPEND, BulkTargets.of(all), outcomes::add, _ -> {});

    assertThat(outcomes).singleElement().extracting(BulkOutcome::notReached).isEqualTo(3);
    assertThat(list().work().get()).isEmpty();
    assertThat(list().rows()).allMatch(row -> row.status() == TenantStatus.READY);
  }

  @Test
  void aTenantGoesToTheTrashComesBackAndIsDestroyed() {
    engine.tenants(1);
    list().load();
    actOnAll(TenantAction.DELETE);
    assertThat(list().rows()).isEmpty();
    type("state:deleted");
    actOnAll(TenantAction.RESTORE);
    type("");
    assertThat(list().rows()).hasSize(1);
    actOnAll(TenantAction.DELETE);
    type("state:deleted");
    actOnAll(TenantAction.DESTROY);
    assertThat(list().total().get()).isZero();
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
    list().load();
    WaitForAsyncUtils.waitFor(
        20,
        TimeUnit.SECONDS,
        () -> {
          tasks.tick();
          return list().rows().getFirst().status() == TenantStatus.READY;
        });
    assertThat(list().rows())
        .singleElement()
        .extracting(ListedTenant::level)
        .isEqualTo("L2 " + zone);
    assertThat(tasks.unhandled()).isEmpty();
  }

  private PagedList<ListedTenant> list() {
    return model.list();
  }

  /** Runs an action on what is selected and returns how many took it. */
  private int act(TenantAction action) {
    List<BulkOutcome> outcome = new ArrayList<>();
    model
        .deeds()
        .choose(
            action::appliesTo,
            list().chosen(),
            targets -> model.deeds().act(action, targets, outcome::add, _ -> {}));
    assertThat(outcome).singleElement().extracting(BulkOutcome::failed).isEqualTo(0);
    return outcome.getFirst().done().size();
  }

  private void actOnAll(TenantAction action) {
    list().marks().only(list().rows());
    assertThat(act(action)).isEqualTo(1);
  }

  private void type(String query) {
    list().filterProperty().set(query);
    tasks.tick();
  }
}
