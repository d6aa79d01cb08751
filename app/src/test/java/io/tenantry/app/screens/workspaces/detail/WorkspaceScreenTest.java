package io.tenantry.app.screens.workspaces.detail;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.app.FxTest;
import io.tenantry.app.Screenshots;
import io.tenantry.app.SeededEngine;
import io.tenantry.app.controls.PageTabs;
import io.tenantry.app.fx.Command;
import io.tenantry.app.fx.Focus;
import io.tenantry.app.looks.Cuts;
import io.tenantry.app.navigation.ScreenRoute;
import io.tenantry.app.page.Screen;
import io.tenantry.app.screens.Stand;
import io.tenantry.contract.workspaces.CreateWorkspace;
import io.tenantry.contract.workspaces.DatabaseType;
import io.tenantry.contract.workspaces.WorkspaceMode;
import io.tenantry.contract.workspaces.WorkspaceName;
import io.tenantry.contract.workspaces.WorkspaceSchema;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.TabPane;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;
import org.fxmisc.richtext.CodeArea;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorkspaceScreenTest extends FxTest {
  private SeededEngine engine;
  private Stand stand;
  private Scene scene;

  @BeforeEach
  void open(@TempDir Path folder) {
    engine = new SeededEngine(folder.resolve("data")).fintech();
    stand = fx(() -> new Stand(engine.project(), folder.resolve("config")));
    scene = show(stand.root());
  }

  @AfterEach
  void close() {
    engine.close();
  }

  @Test
  void editsAreStagedSeenAsSqlAndAppliedInOneStep() {
    Screen screen = fx(() -> stand.show(ScreenRoute.WORKSPACE, "fintech"));
    settle();
    clickOn("Add column");
    write("phone").push(KeyCode.ENTER);
    settle();
    run(() -> select(2, 0));
    push(KeyCode.DELETE);
    settle();
    run(() -> named(screen, "Review").run().run());
    settle();
    assertThat(lookup("2 changes staged").tryQuery()).isPresent();
    Screenshots.take("workspace-grid", scene);
    clickOn("Apply 2 changes");
    settle();
    clickOn(".dialog-sheet .danger");
    settle();
    assertThat(columns()).containsExactly("id", "email", "kyc_status", "created_at", "phone");
    assertThat(stand.notices().shown().getFirst().problem().title())
        .isEqualTo("Version 1.2 is recorded");
  }

  @Test
  void tabGoesFromTheNameOfANewColumnToItsType() {
    run(() -> stand.show(ScreenRoute.WORKSPACE, "fintech"));
    settle();
    clickOn("Add column");
    write("phone");
    Region editor = lookup(".cell-editor").queryAs(Region.class);
    assertThat(fx(() -> editor.getBackground().getFills()))
        .as("it looks as if it can be typed into")
        .hasSize(2)
        .allMatch(fill -> fill.getFill().isOpaque());
    assertThat(editor.getAccessibleText()).isEqualTo("Name");
    Screenshots.take("workspace-grid-editing-name", scene);
    push(KeyCode.TAB);
    settle();
    write("INTEGER");
    Screenshots.take("workspace-grid-editing-type", scene);
    push(KeyCode.ENTER);
    settle();
    TableView<?> table = lookup(".schema-grid").query();
    int last = table.getItems().size() - 1;
    assertThat(
            fx(
                () ->
                    List.of(
                        table.getColumns().get(0).getCellObservableValue(last).getValue(),
                        table.getColumns().get(1).getCellObservableValue(last).getValue())))
        .isEqualTo(List.of("phone", "INTEGER"));
  }

  @Test
  void aKeyTakesWhatIsTypedIntoACellBeforeItActs() {
    Screen screen = fx(() -> stand.show(ScreenRoute.WORKSPACE, "fintech"));
    settle();
    clickOn("Add column");
    write("nick");
    run(() -> named(screen, "Add column").run().run());
    settle();
    assertThat(names()).contains("nick").hasSize(7);
    write("nick");
    run(() -> named(screen, "Add column").run().run());
    settle();
    assertThat(lookup(".cell-editor").tryQuery()).as("refused, and still there").isPresent();
    assertThat(names()).hasSize(7);
  }

  private List<Object> names() {
    TableView<?> table = lookup(".schema-grid").query();
    return fx(
        () ->
            IntStream.range(0, table.getItems().size())
                .<Object>mapToObj(
                    row -> table.getColumns().getFirst().getCellObservableValue(row).getValue())
                .toList());
  }

  @Test
  void stagedEditsAreMarkedOnTheOtherTabs() {
    Screen screen = fx(() -> stand.show(ScreenRoute.WORKSPACE, "fintech"));
    settle();
    assertThat(lookup(".tab-mark").tryQuery()).isEmpty();
    clickOn("Add column");
    write("phone").push(KeyCode.ENTER);
    settle();
    run(() -> named(screen, "SQL").run().run());
    settle();
    assertThat(lookup(".tab-mark").tryQuery()).isPresent();
    Screenshots.take("workspace-sql-staged", scene);
    clickOn("1 edit waits in the grid");
    settle();
    assertThat(fx(() -> lookup(".workspace-tabs").queryAs(TabPane.class).getSelectionModel()))
        .extracting(javafx.scene.control.SingleSelectionModel::getSelectedIndex)
        .isEqualTo(0);
  }

  @Test
  void sqlSaysWhereItFailedAndWhatItAnswered() {
    Screen screen = fx(() -> stand.show(ScreenRoute.WORKSPACE, "fintech"));
    run(() -> named(screen, "SQL").run().run());
    settle();
    type("SELECT count(*) AS users FROM users;\n\nCREATE TABL cards (pan TEXT);");
    clickOn("Run all");
    settle();
    assertThat(lookup("Go to line 3").tryQuery()).isPresent();
    Screenshots.take("workspace-sql-error", scene);
    type("SELECT type, name, tbl_name FROM sqlite_schema ORDER BY 1, 2;");
    clickOn("Run all");
    settle();
    assertThat(lookup(".answer-line").tryQuery()).isPresent();
    Screenshots.take("workspace-sql", scene);
    run(() -> named(screen, "Settings").run().run());
    settle();
    Screenshots.take("workspace-settings", scene);
  }

  @Test
  void anAnswerSaysWhenTheTextHasChangedSince() {
    Screen screen = fx(() -> stand.show(ScreenRoute.WORKSPACE, "fintech"));
    run(() -> named(screen, "SQL").run().run());
    settle();
    type("CREATE TABLE cards (pan TEXT);");
    clickOn("Run all");
    settle();
    String all = "Version 1.2 recorded · 6 changes not deployed yet";
    assertThat(lookup(all).tryQuery()).isPresent();
    assertThat(fx(() -> lookup("Before the last change").query().isVisible())).isFalse();
    type("SELECT 1");
    assertThat(fx(() -> lookup("Before the last change").query().isVisible())).isTrue();
    assertThat(lookup(all).tryQuery()).isEmpty();
    assertThat(lookup("Version 1.2 recorded").tryQuery()).isPresent();
    Screenshots.everyLook("workspace-sql-former", scene);
    clickOn("Run all");
    settle();
    assertThat(fx(() -> lookup("Before the last change").query().isVisible())).isFalse();
  }

  @Test
  void rowsThatCameWithAChangeAreDecidedBelowTheSql() {
    Screen screen = fx(() -> stand.show(ScreenRoute.WORKSPACE, "fintech"));
    run(() -> named(screen, "SQL").run().run());
    settle();
    type("CREATE TABLE plans (name TEXT); INSERT INTO plans VALUES ('free'); SELECT * FROM plans");
    clickOn("Run all");
    settle();
    assertThat(lookup("1 data statement stays in the workspace").tryQuery()).isPresent();
    assertThat(lookup(".sql-answer .result-grid").tryQuery()).isPresent();
    clickOn("Data and warnings");
    settle();
    Screenshots.everyLook("workspace-sql-recorded", scene);
    clickOn(".recorded-list .check-box");
    settle();
    assertThat(lookup("1 data statement goes to tenants").tryQuery()).isPresent();
    assertThat(fx(() -> lookup("Before the last change").query().isVisible())).isFalse();
    assertThat(lookup("Version 1.3").tryQuery()).as("the head of the page").isPresent();
    run(() -> stand.show(ScreenRoute.WORKSPACE, "fintech"));
  }

  @Test
  void theCaretStandsWhereItWasWhenTheWorkspaceIsOpenedAgain() {
    Screen screen = fx(() -> stand.show(ScreenRoute.WORKSPACE, "fintech"));
    run(() -> named(screen, "SQL").run().run());
    settle();
    type("SELECT 1;\nSELECT 2;\nSELECT 3;");
    run(() -> lookup(".sql-view .sql-area").queryAs(CodeArea.class).moveTo(14));
    settle();
    run(() -> stand.show(ScreenRoute.WORKSPACE, "fintech"));
    settle();
    assertThat(fx(() -> lookup(".sql-view .sql-area").queryAs(CodeArea.class).getCaretPosition()))
        .isEqualTo(14);
  }

  @Test
  void aLockedCellSaysWhyAndLeadsToSqlThatIsLaidReady() {
    run(() -> stand.show(ScreenRoute.WORKSPACE, "fintech"));
    settle();
    run(() -> select(1, 1));
    push(KeyCode.F2);
    settle();
    assertThat(lookup(".why-not .label").queryLabeled().getText())
        .startsWith("SQLite cannot change the type of a column in place.");
    push(KeyCode.ESCAPE);
    settle();
    assertThat(lookup(".why-not").tryQuery()).isEmpty();
    push(KeyCode.F2);
    settle();
    push(KeyCode.ENTER);
    settle();
    CodeArea area = lookup(".sql-view .sql-area").queryAs(CodeArea.class);
    String laid = fx(area::getText);
    assertThat(laid).contains("CREATE TABLE users_new (").contains("DROP TABLE users");
    String behind = fx(() -> area.getText().substring(area.getCaretPosition()));
    assertThat(behind).startsWith("email");
    type("");
  }

  @Test
  void aDoubleClickOnALockedCellIsNotSilent() {
    run(() -> stand.show(ScreenRoute.WORKSPACE, "fintech"));
    settle();
    doubleClickOn("INTEGER");
    settle();
    assertThat(lookup(".why-not").tryQuery()).isPresent();
    push(KeyCode.ESCAPE);
    settle();
    push(KeyCode.DELETE);
    settle();
    assertThat(lookup(".edit-strip .callout").tryQuery()).as("keys still work").isPresent();
    push(KeyCode.CONTROL, KeyCode.Z);
  }

  @Test
  void triggersAndViewsAreShown() {
    engine.change("CREATE VIEW rich AS SELECT id FROM accounts WHERE balance > 100");
    engine.change("CREATE TRIGGER touched AFTER UPDATE ON users BEGIN SELECT 1; END");
    run(() -> stand.show(ScreenRoute.WORKSPACE, "fintech"));
    settle();
    await(() -> lookup("touched").tryQuery().isPresent());
    clickOn(from(lookup(".schema-view").<Node>query()).lookup("rich").<Node>query());
    await(() -> lookup("Columns: id").tryQuery().isPresent());
    assertThat(lookup("Change in SQL").tryQuery()).isPresent();
  }

  @Test
  void everyTabIsWholeInEveryLookAndSize() {
    Screen screen = fx(() -> stand.show(ScreenRoute.WORKSPACE, "fintech"));
    settle();
    for (String tab : List.of("Grid", "SQL", "Data", "Settings")) {
      run(() -> named(screen, tab).run().run());
      settle();
      Screenshots.everyLook("workspace-" + tab.toLowerCase(Locale.ROOT), scene);
      assertThat(fx(() -> Cuts.in(scene.getRoot()))).as(tab).isEmpty();
    }
    run(() -> named(screen, "Grid").run().run());
  }

  @Test
  void emptyLoadingAndFailedAreWholeInEveryLookAndSize() {
    engine
        .project()
        .workspaces()
        .create(
            new CreateWorkspace(
                new WorkspaceName("shop"), DatabaseType.SQLITE, WorkspaceMode.TENANT));
    Screen screen = fx(() -> stand.show(ScreenRoute.WORKSPACE, "shop"));
    settle();
    Screenshots.everyLook("workspace-grid-empty", scene);
    run(() -> named(screen, "Data").run().run());
    settle();
    Screenshots.everyLook("workspace-data-empty", scene);
    run(() -> stand.show(ScreenRoute.WORKSPACE, "gone"));
    settle();
    assertThat(lookup("Try again").tryQuery()).isPresent();
    Screenshots.everyLook("workspace-failed", scene);
    clickOn("All workspaces");
    assertThat(fx(stand::place).route()).isEqualTo(ScreenRoute.WORKSPACES);
    run(stand.tasks()::hold);
    run(() -> stand.show(ScreenRoute.WORKSPACE, "fintech"));
    await(() -> lookup(".skeleton").tryQuery().isPresent());
    Screenshots.everyLook("workspace-loading", scene);
  }

  @Test
  void theKeysOfATabPutTheFocusIntoIt() {
    Screen screen = fx(() -> stand.show(ScreenRoute.WORKSPACE, "fintech"));
    settle();
    for (String tab : List.of("Settings", "Data", "SQL", "Grid")) {
      run(() -> named(screen, tab).run().run());
      settle();
      Node content =
          fx(() -> ((TabPane) lookup(".workspace-tabs").query()))
              .getSelectionModel()
              .getSelectedItem()
              .getContent();
      assertThat(fx(() -> Focus.isIn(scene.getFocusOwner(), content))).as(tab).isTrue();
    }
  }

  @Test
  void aWorkspaceComesBackWithTheTabThatWasOpen() {
    Screen screen = fx(() -> stand.show(ScreenRoute.WORKSPACE, "fintech"));
    settle();
    run(() -> named(screen, "Settings").run().run());
    settle();
    run(() -> stand.show(ScreenRoute.WORKSPACE, "fintech"));
    settle();
    assertThat(fx(() -> ((PageTabs) lookup(".workspace-tabs").query()).shown())).isEqualTo(3);
  }

  @Test
  void whoOpensTheSqlTabByMouseTypesInIt() {
    run(() -> stand.show(ScreenRoute.WORKSPACE, "fintech"));
    settle();
    clickOn("SQL");
    settle();
    write("SELECT 1");
    assertThat(lookup(".sql-area").queryAs(CodeArea.class).getText()).isEqualTo("SELECT 1");
  }

  /** 848 px are left of a window of 900 beside the folded sidebar. */
  @Test
  void allColumnsOfTheGridAreInSightInASmallWindow() {
    run(() -> scene.getWindow().setWidth(848));
    run(() -> stand.show(ScreenRoute.WORKSPACE, "fintech"));
    settle();
    TableView<?> grid = lookup(".schema-grid").queryTableView();
    assertThat(fx(() -> grid.lookup(".scroll-bar:horizontal").isVisible())).isFalse();
    assertThat(fx(() -> grid.lookup(".scroll-bar:vertical").isVisible())).isFalse();
    run(() -> scene.getWindow().setWidth(620));
    settle();
    assertThat(fx(() -> grid.lookup(".scroll-bar:horizontal").isVisible())).isTrue();
    assertThat(fx(() -> grid.lookup(".scroll-bar:vertical").isVisible()))
        .as("the bar has room of its own")
        .isFalse();
  }

  private void type(String sql) {
    run(() -> lookup(".sql-view .sql-area").queryAs(CodeArea.class).replaceText(sql));
    settle();
  }

  private void select(int row, int column) {
    TableView<?> grid = lookup(".schema-grid").queryTableView();
    select(grid, row, column);
  }

  private static <R> void select(TableView<R> grid, int row, int column) {
    grid.getSelectionModel().clearAndSelect(row, grid.getColumns().get(column));
    grid.requestFocus();
  }

  private static Command named(Screen screen, String title) {
    return screen.commands().stream()
        .filter(command -> command.title().equals(title))
        .findFirst()
        .orElseThrow();
  }

  private List<String> columns() {
    return engine.project().workspaces().schema(SeededEngine.FINTECH).tables().stream()
        .filter(table -> table.name().equals("users"))
        .flatMap(table -> table.columns().stream())
        .map(WorkspaceSchema.Column::name)
        .toList();
  }
}
