package io.tenantry.app.screens.diff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.tenantry.app.SeededEngine;
import io.tenantry.app.controls.compare.ObjectChange;
import io.tenantry.app.errors.ErrorPresenter;
import io.tenantry.app.fx.ScreenState;
import io.tenantry.app.navigation.Navigator;
import io.tenantry.app.navigation.Place;
import io.tenantry.app.navigation.ScreenRoute;
import io.tenantry.app.notices.Notices;
import io.tenantry.app.tasks.SameThreadTaskRunner;
import io.tenantry.contract.workspaces.CreateWorkspace;
import io.tenantry.contract.workspaces.DataStatement;
import io.tenantry.contract.workspaces.DatabaseType;
import io.tenantry.contract.workspaces.SaveSettings;
import io.tenantry.contract.workspaces.WorkspaceMode;
import io.tenantry.contract.workspaces.WorkspaceName;
import io.tenantry.contract.workspaces.WorkspaceQuery;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DiffViewModelTest {
  @TempDir Path folder;

  private final SameThreadTaskRunner tasks = new SameThreadTaskRunner();
  private final Notices notices = new Notices();
  private final Navigator navigator = new Navigator(Place.of(ScreenRoute.WORKSPACES));
  private SeededEngine engine;
  private DiffViewModel model;

  @BeforeEach
  void open() {
    engine = new SeededEngine(folder.resolve("data")).fintech().tenants(2);
    model =
        new DiffViewModel(
            engine.project().workspaces(),
            engine.project().blueprints(),
            tasks,
            navigator,
            new ErrorPresenter(notices),
            notices);
  }

  @AfterEach
  void close() {
    engine.close();
  }

  @Test
  void aWorkspaceWhoseTenantsHaveEverythingHasNothingToDeploy() {
    model.open("fintech");
    assertThat(model.state().get()).isEqualTo(ScreenState.EMPTY);
  }

  @Test
  void rowsThatStayAreNamedAndCanBeCarried() {
    engine.change(
        "CREATE TABLE plans (name TEXT); INSERT INTO plans VALUES ('free');"
            + " INSERT INTO plans VALUES ('paid')");
    model.open("fintech");
    assertThat(model.summary().get().staying()).isEqualTo(2);
    DataStatement seeds = model.data().getFirst();
    assertThat(seeds.carried()).isFalse();

    model.carry(seeds, true);

    assertThat(model.summary().get().staying()).isZero();
    assertThat(model.data()).extracting(DataStatement::carried).containsExactly(true);
    model.carry(model.data().getFirst(), false);
    assertThat(model.summary().get().staying()).isEqualTo(2);
  }

  @Test
  void theScriptHasCarriedRowsInTheirPlaceAndSaysThatTheyAreNoChange() {
    engine.change(
        "CREATE TABLE plans (name TEXT); INSERT INTO users (email, name) VALUES ('a@b.cd', 'Ada');"
            + " CREATE INDEX plans_name ON plans (name)");
    model.open("fintech");
    assertThat(model.script()).doesNotContain("INSERT INTO");
    model.carry(model.data().getFirst(), true);
    assertThat(model.script())
        .isEqualTo(
            """
            CREATE TABLE plans (name TEXT);

            -- Rows of users that tenants get: no change, but a data statement that they run, too
            INSERT INTO users (email, name) VALUES ('a@b.cd', 'Ada');

            CREATE INDEX plans_name ON plans (name);\
            """);
  }

  @Test
  void withoutTenantsTheScriptMakesEverything() {
    engine
        .project()
        .workspaces()
        .create(
            new CreateWorkspace(
                new WorkspaceName("shop"), DatabaseType.SQLITE, WorkspaceMode.TENANT));
    engine
        .project()
        .workspaces()
        .query(new WorkspaceName("shop"), new WorkspaceQuery("CREATE TABLE carts (id INTEGER)"));
    model.open("shop");
    assertThat(model.script()).isEqualTo("CREATE TABLE carts (id INTEGER);");
  }

  @Test
  void changesStandInTheirOrderAgainstTheVersionThatTenantsHave() {
    change();
    model.open("fintech");
    assertThat(model.changes())
        .extracting(PendingChange::place, PendingChange::kindWords, PendingChange::object)
        .startsWith(tuple(1, "Create table", "cards"));
    assertThat(model.changes())
        .extracting(PendingChange::destructive)
        .containsExactly(false, false, true);
    assertThat(model.summary().get().rollout().tenants()).isEqualTo(2);
    assertThat(model.baseline().get().version().orElseThrow()).hasToString("1.1");
    assertThat(model.comparison().get().different())
        .extracting(ObjectChange::name, ObjectChange::fate)
        .containsExactlyInAnyOrder(
            tuple("users", ObjectChange.Fate.ALTERED),
            tuple("cards", ObjectChange.Fate.ADDED),
            tuple("transactions", ObjectChange.Fate.DROPPED),
            tuple("transactions_account_id_created_at", ObjectChange.Fate.DROPPED));
    assertThat(model.script()).contains("CREATE TABLE cards").endsWith("DROP TABLE transactions;");
  }

  @Test
  void aSkippedChangeLeavesTheQueueAndStaysInTheWorkspace() {
    change();
    model.open("fintech");
    model.skip(row("cards"));
    assertThat(model.changes()).extracting(PendingChange::object).doesNotContain("cards");
    assertThat(engine.project().workspaces().schema(SeededEngine.FINTECH).tables())
        .extracting("name")
        .contains("cards");
    assertThat(notices.shown().getFirst().problem().title()).contains("cards");
  }

  @Test
  void aSkippedChangeIsNamedAndIncludedAgain() {
    engine.change("CREATE TABLE cards (pan TEXT)");
    model.open("fintech");
    model.skip(row("cards"));
    assertThat(model.state().get()).isEqualTo(ScreenState.LOADED);
    assertThat(model.summary().get().isDeployable()).isFalse();
    assertThat(model.skipped()).hasSize(1);
    model.include(model.skipped().getFirst());
    assertThat(model.skipped()).isEmpty();
    assertThat(model.changes()).extracting(PendingChange::object).containsExactly("cards");
    assertThat(model.summary().get().isDeployable()).isTrue();
  }

  @Test
  void aRevertedChangeIsUndoneInTheWorkspace() {
    change();
    model.open("fintech");
    assertThat(row("cards").revertDestroys()).isTrue();
    model.revert(row("cards"));
    assertThat(engine.project().workspaces().schema(SeededEngine.FINTECH).tables())
        .extracting("name")
        .doesNotContain("cards");
  }

  @Test
  void aChangeThatLaterOnesNeedIsKeptAndTheReasonIsShown() {
    engine.change("CREATE TABLE cards (pan TEXT)");
    engine.change("CREATE INDEX cards_pan ON cards (pan)");
    model.open("fintech");
    model.skip(row("cards"));
    assertThat(model.changes()).hasSize(2);
    assertThat(notices.shown()).hasSize(1);
    assertThat(notices.shown().getFirst().problem().title())
        .isEqualTo("Change 1, cards, cannot be skipped");
    assertThat(notices.shown().getFirst().problem().text())
        .startsWith("It is needed by: ")
        .doesNotContain("DDL");
    assertThat(model.busy().get()).isFalse();
  }

  @Test
  void theLatestVersionCanBeComparedWithNothing() {
    change();
    model.open("fintech");
    model.compareWith(Baseline.NOTHING);
    assertThat(model.comparison().get().count(ObjectChange.Fate.ADDED)).isEqualTo(4);
  }

  @Test
  void settingsAloneAreSomethingToDeploy() {
    engine
        .project()
        .workspaces()
        .saveSettings(
            SeededEngine.FINTECH,
            new SaveSettings(Optional.of(5000), Optional.empty(), Optional.empty()));
    model.open("fintech");
    assertThat(model.state().get()).isEqualTo(ScreenState.LOADED);
    assertThat(model.summary().get().settingsPending()).isTrue();
    model.deploy();
    assertThat(navigator.current().get()).isEqualTo(new Place(ScreenRoute.DEPLOYMENTS, "fintech"));
  }

  @Test
  void aControlWorkspaceExplainsThatItHasNoVersions() {
    engine
        .project()
        .workspaces()
        .create(
            new CreateWorkspace(
                new WorkspaceName("backoffice"), DatabaseType.SQLITE, WorkspaceMode.CONTROL));
    model.open("backoffice");
    assertThat(model.state().get()).isEqualTo(ScreenState.EMPTY);
    assertThat(model.control().get()).isTrue();
    model.open("fintech");
    assertThat(model.control().get()).isFalse();
  }

  private void change() {
    engine.change("CREATE TABLE cards (pan TEXT); ALTER TABLE users ADD COLUMN phone TEXT");
    engine.change("DROP TABLE transactions");
  }

  private PendingChange row(String object) {
    return model.changes().stream()
        .filter(row -> row.object().equals(object))
        .findFirst()
        .orElseThrow();
  }
}
