package io.tenantry.app.screens.workspaces.detail;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.app.SeededEngine;
import io.tenantry.app.errors.ErrorPresenter;
import io.tenantry.app.fx.ScreenState;
import io.tenantry.app.navigation.Navigator;
import io.tenantry.app.navigation.Place;
import io.tenantry.app.navigation.ScreenRoute;
import io.tenantry.app.notices.Notices;
import io.tenantry.app.rows.RowsViewModel;
import io.tenantry.app.screens.workspaces.edits.PreparedSql;
import io.tenantry.app.screens.workspaces.edits.SchemaScripts;
import io.tenantry.app.settings.ProjectMemory;
import io.tenantry.app.settings.TextJournal;
import io.tenantry.app.settings.TextKind;
import io.tenantry.app.tasks.RunningWork;
import io.tenantry.app.tasks.SameThreadTaskRunner;
import io.tenantry.contract.workspaces.CreateWorkspace;
import io.tenantry.contract.workspaces.DatabaseType;
import io.tenantry.contract.workspaces.SaveSettings;
import io.tenantry.contract.workspaces.WorkspaceMode;
import io.tenantry.contract.workspaces.WorkspaceName;
import io.tenantry.contract.workspaces.WorkspaceSchema;
import io.tenantry.contract.workspaces.WorkspaceSettings;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorkspaceViewModelTest {
  @TempDir Path folder;

  private final SameThreadTaskRunner tasks = new SameThreadTaskRunner();
  private final Notices notices = new Notices();
  private final Navigator navigator = new Navigator(Place.of(ScreenRoute.WORKSPACES));
  private TextJournal journal;
  private SeededEngine engine;
  private WorkspaceViewModel model;

  @BeforeEach
  void open() {
    engine = new SeededEngine(folder.resolve("data")).fintech();
    journal = ProjectMemory.open(folder.resolve("config"), tasks).texts();
    model = model();
    model.open("fintech");
  }

  @AfterEach
  void close() {
    engine.close();
  }

  @Test
  void theHeaderSaysWhichVersionAndHowMuchWaits() {
    assertThat(model.state().get()).isEqualTo(ScreenState.LOADED);
    assertThat(model.header().get().version().orElseThrow()).hasToString("1.1");
    assertThat(facts().pending()).isEqualTo(5);
    model.openChanges();
    assertThat(navigator.current().get()).isEqualTo(new Place(ScreenRoute.DIFF, "fintech"));
  }

  @Test
  void nothingButTheNameIsSaidBeforeItIsKnown() {
    tasks.hold();
    model.open("fintech");
    assertThat(model.header().get().name()).isEqualTo("fintech");
    assertThat(model.header().get().facts()).isEmpty();
    assertThat(model.header().get().caption()).isEmpty();
    assertThat(model.state().get()).isEqualTo(ScreenState.LOADING);
    tasks.deliverLast();
    assertThat(facts().database()).isEqualTo("SQLite");
  }

  @Test
  void anotherTryAfterAFailureLoadsAndSaysSo() {
    model.open("shop");
    assertThat(model.state().get()).isInstanceOf(ScreenState.Failed.class);
    create("shop");
    tasks.hold();
    model.load();
    assertThat(model.state().get()).isEqualTo(ScreenState.LOADING);
    tasks.deliverLast();
    assertThat(model.state().get()).isEqualTo(ScreenState.LOADED);
  }

  @Test
  void aNewWorkspaceSaysThatTenantsAreTheNextStep() {
    assertThat(model.header().get().lacksTenants()).isTrue();
    assertThat(model.header().get().caption())
        .isEqualTo("No tenants yet · new tenants start on version 1.1");
    model.createTenants();
    assertThat(navigator.current().get()).isEqualTo(new Place(ScreenRoute.TENANTS, "new/fintech"));
  }

  @Test
  void theHeadSaysHowManyTenantsAreBehind() {
    engine.tenants(3);
    model.load();
    assertThat(model.header().get().caption()).isEqualTo("All 3 tenants are on version 1.1");
    model.sql().run("CREATE INDEX users_name ON users (name)", 1);
    assertThat(model.header().get().hasTenants()).isTrue();
    assertThat(model.header().get().caption()).isEqualTo("3 of 3 tenants behind version 1.2");
  }

  @Test
  void listHeadAndChangesAgreeOnHowMuchWaits() {
    engine.tenants(2);
    model.sql().run("CREATE INDEX users_name ON users (name)", 1);
    int listed = engine.project().workspaces().list().getFirst().undeployedChanges().orElseThrow();
    int changes = engine.project().workspaces().diff(SeededEngine.FINTECH).changes().size();
    assertThat(facts().pending()).isEqualTo(listed).isEqualTo(changes).isEqualTo(1);
  }

  @Test
  void aPreparedRebuildRunsAsItIsAndLosesNothing() {
    engine.change(
        """
        CREATE VIEW adults AS SELECT id, name FROM users;
        CREATE TABLE log (entry TEXT);
        CREATE TRIGGER users_named AFTER UPDATE ON users BEGIN
          INSERT INTO log VALUES (new.name); END;
        CREATE TRIGGER logged AFTER INSERT ON log BEGIN
          UPDATE users SET name = name WHERE id = -1; END;
        INSERT INTO users (email, name) VALUES ('a@b.cd', 'Ada'), ('b@b.cd', 'Bob');
        INSERT INTO accounts (user_id, name, balance) VALUES (1, 'Main', 5), (2, 'Main', 7);
        """);
    model.load();
    WorkspaceSchema before = engine.project().workspaces().schema(SeededEngine.FINTECH);
    PreparedSql prepared = new SchemaScripts(before).rebuild("users", "name").orElseThrow();
    assertThat(prepared.text().substring(prepared.caret())).startsWith("name TEXT");
    String changed = prepared.text().replaceFirst("name TEXT NOT NULL", "name VARCHAR(80)");
    ScriptPart part = ScriptPart.at(changed, prepared.caret()).orElseThrow();
    model.sql().run(part.text(), part.line());
    assertThat(model.sql().outcome().get()).isInstanceOf(SqlOutcome.Done.class);
    WorkspaceSchema after = engine.project().workspaces().schema(SeededEngine.FINTECH);
    assertThat(table(after, "users").columns().get(2).type()).isEqualTo("VARCHAR(80)");
    assertThat(table(after, "users").triggers()).isEqualTo(table(before, "users").triggers());
    assertThat(table(after, "users").indexDetails())
        .isEqualTo(table(before, "users").indexDetails());
    assertThat(table(after, "accounts").foreignKeys())
        .isEqualTo(table(before, "accounts").foreignKeys());
    assertThat(after.views()).isEqualTo(before.views());
    model.sql().run("SELECT count(*) FROM users JOIN accounts ON user_id = users.id", 1);
    SqlOutcome.Done rows = (SqlOutcome.Done) model.sql().outcome().get();
    assertThat(rows.rows().orElseThrow().value(0, 0)).isEqualTo(2L);
    assertThat(model.header().get().version().orElseThrow()).hasToString("1.3");
  }

  @Test
  void preparedChecksTriggersAndViewsRunAsTheyAre() {
    engine.change("CREATE VIEW everybody AS SELECT name FROM users");
    model.load();
    WorkspaceSchema schema = engine.project().workspaces().schema(SeededEngine.FINTECH);
    SchemaScripts scripts = new SchemaScripts(schema);
    PreparedSql check = scripts.check("accounts").orElseThrow();
    assertThat(check.text().substring(check.caret())).startsWith("…)");
    model.sql().run(check.text().replace("…", "balance < 1000"), 1);
    assertThat(model.sql().outcome().get()).isInstanceOf(SqlOutcome.Done.class);
    model.sql().run(scripts.newTrigger("users").text(), 1);
    model.sql().run(SchemaScripts.changed(schema.views().getFirst()).text(), 1);
    model.sql().run(SchemaScripts.newView().text(), 1);
    assertThat(model.sql().outcome().get()).isInstanceOf(SqlOutcome.Done.class);
    WorkspaceSchema after = engine.project().workspaces().schema(SeededEngine.FINTECH);
    assertThat(table(after, "accounts").checks()).contains("balance < 1000");
    assertThat(table(after, "users").triggers()).hasSize(1);
    assertThat(after.views()).hasSize(2);
  }

  @Test
  void aWorkspaceThatIsGoneSaysSo() {
    model.open("nowhere");
    assertThat(model.state().get()).isInstanceOf(ScreenState.Failed.class);
  }

  @Test
  void sqlThatReadsShowsRowsAndRecordsNothing() {
    model.sql().run("SELECT 1 AS one, 'x' AS two, NULL AS three, x'00ff' AS four", 1);
    SqlOutcome.Done done = (SqlOutcome.Done) model.sql().outcome().get();
    assertThat(done.recorded()).isEmpty();
    assertThat(done.summary()).startsWith("1 row in ");
    assertThat(done.rows().orElseThrow().value(0, 0)).isEqualTo(1L);
    assertThat(done.rows().orElseThrow().value(0, 2)).isNull();
  }

  @Test
  void sqlThatChangesTheSchemaMovesHeaderGridAndCompletion() {
    model.sql().run("CREATE TABLE cards (pan TEXT); CREATE INDEX cards_pan ON cards (pan)", 1);
    SqlOutcome.Done done = (SqlOutcome.Done) model.sql().outcome().get();
    assertThat(done.recorded().map(SqlOutcome.Recorded::words))
        .contains("Version 1.2 recorded · 7 changes not deployed yet");
    assertThat(model.header().get().version().orElseThrow()).hasToString("1.2");
    assertThat(model.grid().edits().get().tables()).hasSize(4);
    assertThat(model.sql().suggestions()).extracting("text").contains("cards", "pan");
    assertThat(model.data().sources()).contains("cards");
  }

  @Test
  void sqlThatFailsNamesTheLineInTheEditorAndChangesNothing() {
    model.sql().run("CREATE TABLE good (x INT);\nCREATE TABL bad (y INT);", 7);
    SqlOutcome.Refused refused = (SqlOutcome.Refused) model.sql().outcome().get();
    assertThat(refused.line()).isEqualTo(8);
    assertThat(refused.statement()).isEqualTo(2);
    assertThat(model.header().get().version().orElseThrow()).hasToString("1.1");
  }

  @Test
  void typedSqlIsThereAgainAfterACrash() {
    model.sql().keep("SELECT 'half a th");
    tasks.tick();
    WorkspaceViewModel next = model();
    next.open("fintech");
    assertThat(next.sql().typed()).isEqualTo("SELECT 'half a th");
  }

  @Test
  void settingsOutsideTheirRangeCannotBeSaved() {
    WorkspaceSettingsViewModel settings = model.settings();
    assertThat(settings.canSave().getValue()).isFalse();
    settings.timeoutProperty().set("99");
    assertThat(settings.problem(WorkspaceSettingsViewModel.Limit.TIMEOUT))
        .contains("Between 100 and 600,000");
    assertThat(settings.canSave().getValue()).isFalse();
    settings.timeoutProperty().set("5000");
    assertThat(settings.canSave().getValue()).isTrue();
  }

  @Test
  void typedSettingsSurviveAnotherWorkspaceAndARestart() {
    create("shop");
    model.settings().timeoutProperty().set("5000");
    model.settings().rowsProperty().set("");
    model.open("shop");
    assertThat(model.settings().timeoutProperty().get()).isEqualTo("30000");
    WorkspaceViewModel next = model();
    next.open("fintech");
    assertThat(next.settings().timeoutProperty().get()).isEqualTo("5000");
    assertThat(next.settings().rowsProperty().get()).isEmpty();
    next.settings().rowsProperty().set("500");
    next.settings().save();
    next.open("shop");
    next.open("fintech");
    assertThat(next.settings().rowsProperty().get()).isEqualTo("500");
    assertThat(next.settings().canSave().getValue()).isFalse();
    assertThat(journal.keys(TextKind.DRAFT)).isEmpty();
  }

  @Test
  void typedSettingsStayWhenThoseOfTheEngineChange() {
    model.settings().timeoutProperty().set("5000");
    engine
        .project()
        .workspaces()
        .saveSettings(
            SeededEngine.FINTECH,
            new SaveSettings(Optional.of(7000), Optional.empty(), Optional.empty()));
    model.load();
    assertThat(model.settings().timeoutProperty().get()).isEqualTo("5000");
    model.settings().timeoutProperty().set("7000");
    assertThat(model.settings().canSave().getValue()).isFalse();
  }

  @Test
  void savedSettingsWaitForADeployment() {
    model.settings().rowsProperty().set("500");
    model.settings().save();
    assertThat(model.settings().pending().get()).isTrue();
    assertThat(notices.shown().getFirst().problem().text())
        .isEqualTo("Deploy to apply to tenants.");
    assertThat(engine.project().workspaces().settings(SeededEngine.FINTECH))
        .isEqualTo(new WorkspaceSettings(30_000, 500, 100));
  }

  @Test
  void rowsAreReadPageByPageWithTheTotal() {
    engine.change(
        """
        INSERT INTO users (email, name)
        WITH RECURSIVE n (i) AS (VALUES (1) UNION ALL SELECT i + 1 FROM n WHERE i < 450)
        SELECT 'u' || i || '@b.cd', 'User ' || i FROM n\
        """);
    RowsViewModel data = model.data();
    data.refresh();
    assertThat(data.position().get()).isEqualTo("1–200 of 450 rows");
    data.next();
    data.next();
    assertThat(data.position().get()).isEqualTo("401–450 of 450 rows");
    assertThat(data.hasMore().get()).isFalse();
    data.next();
    assertThat(data.position().get()).as("no page beyond the last").startsWith("401–450");
    data.look("accounts");
    assertThat(data.position().get()).isEqualTo("No rows");
    assertThat(model.header().get().version().orElseThrow()).hasToString("1.1");
  }

  @Test
  void nothingOfAnotherTableIsShownWhileRowsAreRead() {
    model.data().refresh();
    assertThat(model.data().state().get()).isEqualTo(ScreenState.LOADED);
    tasks.hold();
    model.data().look("accounts");
    assertThat(model.data().state().get()).isEqualTo(ScreenState.LOADING);
    assertThat(model.data().position().get()).isEmpty();
    tasks.deliverLast();
    assertThat(model.data().state().get()).isEqualTo(ScreenState.LOADED);
  }

  private void create(String name) {
    engine
        .project()
        .workspaces()
        .create(
            new CreateWorkspace(
                new WorkspaceName(name), DatabaseType.SQLITE, WorkspaceMode.TENANT));
  }

  private WorkspaceHeader.Facts facts() {
    return model.header().get().facts().orElseThrow();
  }

  private static WorkspaceSchema.Table table(WorkspaceSchema schema, String name) {
    return schema.tables().stream()
        .filter(each -> each.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private WorkspaceViewModel model() {
    return new WorkspaceViewModel(
        engine.project().workspaces(),
        engine.project().blueprints(),
        tasks,
        navigator,
        new ErrorPresenter(notices),
        journal,
        RunningWork.untold());
  }
}
