package io.tenantry.app.screens.tenants;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.app.SeededEngine;
import io.tenantry.app.controls.lifeline.LifeEvent;
import io.tenantry.app.errors.ErrorPresenter;
import io.tenantry.app.fx.ScreenState;
import io.tenantry.app.lists.Chosen;
import io.tenantry.app.navigation.Navigator;
import io.tenantry.app.navigation.Place;
import io.tenantry.app.navigation.ScreenRoute;
import io.tenantry.app.notices.Notices;
import io.tenantry.app.screens.EngineChoice;
import io.tenantry.app.tasks.RunningWork;
import io.tenantry.app.tasks.SameThreadTaskRunner;
import io.tenantry.contract.deployments.CreateDeployment;
import io.tenantry.contract.tenants.ChangeIsolation;
import io.tenantry.contract.tenants.IsolationChange;
import io.tenantry.contract.tenants.TenantConnection;
import io.tenantry.contract.tenants.TenantDatabase;
import io.tenantry.contract.tenants.TenantId;
import io.tenantry.contract.tenants.TenantStatus;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** One tenant on its page, on an engine in process and behind a server. */
@ParameterizedClass
@EnumSource
class TenantPageViewModelTest {
  private static final TenantId TENANT = new TenantId("tenant-001");
  private static final TenantId OTHER = new TenantId("tenant-002");

  @TempDir Path folder;

  private final EngineChoice.Where where;
  private final SameThreadTaskRunner tasks = new SameThreadTaskRunner();
  private final ErrorPresenter errors = new ErrorPresenter(new Notices());
  private EngineChoice engine;
  private TenantPageViewModel model;
  private TenantMovesViewModel moves;

  TenantPageViewModelTest(EngineChoice.Where where) {
    this.where = where;
  }

  @BeforeEach
  void open() {
    engine = new EngineChoice(where, folder.resolve("data"), fresh -> fresh.fintech().tenants(2));
    model =
        new TenantPageViewModel(
            engine.project().tenants(),
            engine.project().blueprints(),
            tasks,
            errors,
            RunningWork.untold(),
            new Navigator(Place.of(ScreenRoute.TENANTS)));
    moves = new TenantMovesViewModel(engine.project().tenants(), tasks, errors, model::load);
  }

  @AfterEach
  void close() {
    model.leave();
    moves.leave();
    engine.close();
  }

  private TenantPage page() {
    return model.page().get().orElseThrow();
  }

  private TenantDatabase database() {
    return page().tenant().databases().getFirst();
  }

  @Test
  void aTenantShowsHowFarItIsBehindUntilItIsBroughtToTheNewestVersion() {
    engine.engine().change("ALTER TABLE users ADD COLUMN phone TEXT");
    engine.engine().change("ALTER TABLE users ADD COLUMN birthday TEXT");

    model.open(TENANT);

    assertThat(model.state().get()).isEqualTo(ScreenState.LOADED);
    assertThat(page().behind(database())).isEqualTo(2);
    assertThat(page().behind()).contains(database());
    engine
        .project()
        .deployments()
        .create(new CreateDeployment(SeededEngine.FINTECH, Optional.empty(), List.of(TENANT)));
    EngineChoice.await(tasks, () -> page().behind().isEmpty());
    assertThat(database().version()).isEqualTo(page().newest(database()));
  }

  @Test
  void whatIsDoneToItIsSeenAtOnceAndSaysSinceWhen() {
    model.open(TENANT);
    assertThat(database().connection()).isPresent();

    act(TenantAction.SUSPEND);

    assertThat(page().tenant().status()).isEqualTo(TenantStatus.SUSPENDED);
    assertThat(page().tenant().statusSince()).isPresent();
    assertThat(database().connection()).isEmpty();
    act(TenantAction.RESUME);
    assertThat(page().isReady()).isTrue();
  }

  @Test
  void aNewPasswordIsShownAtOnceAndARefusalIsTold() {
    model.open(TENANT);
    TenantConnection before = database().connection().orElseThrow();
    List<String> told = new ArrayList<>();

    model.rotatePassword(() -> told.add("rotated"));

    assertThat(told).containsExactly("rotated");
    assertThat(database().connection().orElseThrow().authToken()).isNotEqualTo(before.authToken());
    assertThat(database().connection().orElseThrow().connectionString())
        .isEqualTo(before.connectionString());
    engine.project().tenants().delete(TENANT, false);
    model.rotatePassword(() -> told.add("rotated again"));
    assertThat(told).containsExactly("rotated");
    assertThat(errors.notices().kept()).hasSize(1);
    assertThat(page().isThereToStay()).isFalse();
  }

  @Test
  void oneThatIsGoneIsNotShownAndAnotherShowsNothingOfIt() {
    model.open(TENANT);
    act(TenantAction.DELETE);
    act(TenantAction.DESTROY);

    assertThat(model.state().get()).isInstanceOf(ScreenState.Failed.class);
    assertThat(model.page().get()).isEmpty();
    tasks.hold();
    model.open(OTHER);
    assertThat(model.state().get()).isEqualTo(ScreenState.LOADING);
    assertThat(model.page().get()).isEmpty();
    tasks.deliverNext();
    assertThat(page().tenant().tenantId()).isEqualTo(OTHER);
  }

  @Test
  void aLateAnswerAboutTheTenantBeforeIsDropped() {
    tasks.hold();
    model.open(TENANT);
    model.open(OTHER);
    tasks.deliverLast();
    tasks.deliverNext();

    assertThat(page().tenant().tenantId()).isEqualTo(OTHER);
  }

  @Test
  void aMoveIsFollowedThroughItsPhasesAndKeptInItsList() {
    String zone = engine.engine().regions().getFirst().zone();
    model.open(TENANT);
    moves.show(TENANT);

    moves.move(ChangeIsolation.toRegion(SeededEngine.FINTECH, zone));

    EngineChoice.await(
        tasks,
        () ->
            moves.moves().get().stream()
                .anyMatch(move -> move.state() == IsolationChange.State.COMPLETED));
    EngineChoice.await(tasks, () -> page().isReady() && database().isolationLevel() == 2);
    assertThat(database().region()).contains(zone);
    assertThat(TenantHome.of(database(), engine.engine().regions()).region())
        .contains(engine.engine().regions().getFirst());
    assertThat(tasks.unhandled()).isEmpty();
  }

  @Test
  void itsLifeIsToldFromNowBackToItsCreation() {
    engine.engine().change("ALTER TABLE users ADD COLUMN phone TEXT");
    engine.project().deployments().create(new CreateDeployment(SeededEngine.FINTECH));
    EngineChoice.await(
        tasks,
        () ->
            engine.project().deployments().list().stream().allMatch(each -> each.status().ended()));
    engine.project().tenants().suspend(TENANT);
    TenantLifeViewModel life = new TenantLifeViewModel(engine.project(), tasks, errors);

    life.show(TENANT);

    TenantHistory history = life.history().get().orElseThrow();
    assertThat(TenantLife.of(history, new Navigator(Place.of(ScreenRoute.TENANTS))))
        .extracting(LifeEvent::kind)
        .containsExactlyInAnyOrder("now", "deployment", "created")
        .endsWith("created");
    life.leave();
  }

  @Test
  void itsTablesAndRowsAreThoseInItsDatabase() {
    TenantDataViewModel data =
        new TenantDataViewModel(
            engine.project().tenants(), engine.project().queries(), tasks, errors);

    data.show(TENANT);
    data.rows().look("users");

    assertThat(data.rows().sources()).contains("accounts", "transactions", "users");
    assertThat(data.rows().position().get()).isEqualTo("1–1 of 1 rows");
    assertThat(data.place()).contains(TENANT + "/fintech");
    engine.project().tenants().suspend(TENANT);
    data.load();
    assertThat(data.state().get()).isInstanceOf(ScreenState.Failed.class);
    data.leave();
  }

  @Test
  void whatAMoveIsRefusedForIsSaid() {
    model.open(TENANT);
    moves.show(TENANT);

    moves.move(ChangeIsolation.toShared(SeededEngine.FINTECH));

    assertThat(errors.notices().shown()).hasSize(1);
    assertThat(moves.moves().get()).isEmpty();
  }

  private void act(TenantAction action) {
    List<BulkOutcome> outcomes = new ArrayList<>();
    Chosen<ListedTenant> alone = new Chosen.Rows<>(List.of(ListedTenant.of(page().tenant())));
    model
        .deeds()
        .choose(
            action::appliesTo,
            alone,
            targets -> model.deeds().act(action, targets, outcomes::add, _ -> {}));
    assertThat(outcomes).singleElement().extracting(BulkOutcome::failed).isEqualTo(0);
  }
}
