package io.tenantry.app.recorded;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.app.SeededEngine;
import io.tenantry.app.errors.ErrorPresenter;
import io.tenantry.app.navigation.Navigator;
import io.tenantry.app.navigation.Place;
import io.tenantry.app.navigation.ScreenRoute;
import io.tenantry.app.notices.Notices;
import io.tenantry.app.screens.EngineChoice;
import io.tenantry.app.tasks.SameThreadTaskRunner;
import io.tenantry.contract.blueprints.ChangeWarning;
import io.tenantry.contract.workspaces.CreateWorkspace;
import io.tenantry.contract.workspaces.DataStatement;
import io.tenantry.contract.workspaces.DatabaseType;
import io.tenantry.contract.workspaces.WorkspaceMode;
import io.tenantry.contract.workspaces.WorkspaceName;
import io.tenantry.contract.workspaces.WorkspaceQuery;
import io.tenantry.contract.workspaces.Workspaces;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource
class RecordedViewModelTest {
  private static final String SEEDS =
      "CREATE TABLE plans (name TEXT); INSERT INTO plans VALUES ('free')";
  private static final String REBUILD =
      """
      CREATE TABLE users_new (id INTEGER PRIMARY KEY, email TEXT NOT NULL, name TEXT);
      INSERT INTO users_new SELECT id, email, name FROM users;
      DROP TABLE users;
      ALTER TABLE users_new RENAME TO users\
      """;

  @Parameter EngineChoice.Where where;
  @TempDir Path folder;

  private final SameThreadTaskRunner tasks = new SameThreadTaskRunner();
  private final Notices notices = new Notices();
  private final Navigator navigator = new Navigator(Place.of(ScreenRoute.QUERY));
  private EngineChoice engine;
  private RecordedViewModel model;

  @BeforeEach
  void open() {
    engine = new EngineChoice(where, folder.resolve("data"), seeded -> seeded.fintech().tenants(2));
    model = new RecordedViewModel(workspaces(), tasks, new ErrorPresenter(notices), navigator);
  }

  @AfterEach
  void close() {
    engine.close();
  }

  @Test
  void aDecisionIsMadeWhereTheStatementIsToldAndCanBeTakenBack() {
    ran(SeededEngine.FINTECH, SEEDS);
    assertThat(model.data()).extracting(DataStatement::carried).containsExactly(false);
    assertThat(words()).isEqualTo("1 data statement stays in the workspace");

    model.carry(model.data().getFirst(), true);

    assertThat(model.data()).extracting(DataStatement::carried).containsExactly(true);
    assertThat(words()).isEqualTo("1 data statement goes to tenants");
    assertThat(workspaces().diff(SeededEngine.FINTECH).dataStatements())
        .extracting(DataStatement::carried)
        .containsExactly(true);
    model.carry(model.data().getFirst(), false);
    assertThat(model.data()).extracting(DataStatement::carried).containsExactly(false);
  }

  @Test
  void onlyTheStatementsOfTheRequestAreToldHoweverMuchElseWaits() {
    query(SeededEngine.FINTECH, "CREATE TABLE earlier (x); INSERT INTO earlier VALUES (1)");
    ran(SeededEngine.FINTECH, SEEDS);
    query(SeededEngine.FINTECH, "CREATE TABLE later (x); INSERT INTO later VALUES (1)");

    model.refresh();

    assertThat(model.data())
        .extracting(DataStatement::statement)
        .containsExactly("INSERT INTO plans VALUES ('free')");
  }

  @Test
  void whatIsLostWithoutACopyIsToldOnceItIsLeftOut() {
    ran(SeededEngine.FINTECH, REBUILD);
    assertThat(model.warnings())
        .extracting(ChangeWarning::message)
        .containsExactly(
            "makes users anew, row by row",
            "drops columns users.kyc_status, users.created_at with their values");

    model.carry(model.data().getFirst(), false);

    assertThat(model.warnings())
        .extracting(ChangeWarning::code)
        .containsExactly(ChangeWarning.Code.LOSES_DATA);
    assertThat(model.warnings().getFirst().message()).isEqualTo("drops table users with its rows");
  }

  @Test
  void whatWasSkippedMeanwhileCanNotBeDecidedAnyMore() {
    ran(SeededEngine.FINTECH, SEEDS);
    workspaces()
        .diff(SeededEngine.FINTECH)
        .changes()
        .forEach(change -> workspaces().skip(SeededEngine.FINTECH, change.id()));

    model.refresh();

    assertThat(model.data()).extracting(DataStatement::switchable).containsExactly(false);
  }

  @Test
  void aWorkspaceThatIsGoneLeavesNothingToDecide() {
    WorkspaceName shop = new WorkspaceName("shop");
    create(shop, WorkspaceMode.TENANT);
    ran(shop, SEEDS);
    workspaces().delete(shop);

    model.refresh();

    assertThat(model.data()).extracting(DataStatement::switchable).containsExactly(false);
    assertThat(notices.kept()).isEmpty();
  }

  @Test
  void nothingIsToldWhereNothingIsRecorded() {
    WorkspaceName office = new WorkspaceName("office");
    create(office, WorkspaceMode.CONTROL);
    ran(office, SEEDS);
    assertThat(model.request().get()).isEmpty();
    ran(SeededEngine.FINTECH, "CREATE TABLE quiet (x)");
    assertThat(model.request().get()).isEmpty();
    ran(SeededEngine.FINTECH, "INSERT INTO quiet VALUES (1)");
    assertThat(model.request().get()).isEmpty();
  }

  @Test
  void itLeadsToTheChangesOfItsWorkspace() {
    ran(SeededEngine.FINTECH, SEEDS);
    model.openChanges();
    assertThat(navigator.current().get()).isEqualTo(new Place(ScreenRoute.DIFF, "fintech"));
  }

  private String words() {
    return model.request().get().map(RecordedWords::of).orElse("");
  }

  private void ran(WorkspaceName workspace, String sql) {
    model.show(query(workspace, sql));
  }

  private Optional<RecordedRequest> query(WorkspaceName workspace, String sql) {
    return RecordedRequest.of(workspace, workspaces().query(workspace, new WorkspaceQuery(sql)));
  }

  private void create(WorkspaceName name, WorkspaceMode mode) {
    workspaces().create(new CreateWorkspace(name, DatabaseType.SQLITE, mode));
  }

  private Workspaces workspaces() {
    return engine.project().workspaces();
  }
}
