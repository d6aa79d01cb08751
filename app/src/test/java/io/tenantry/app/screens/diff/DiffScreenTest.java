package io.tenantry.app.screens.diff;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.app.FxTest;
import io.tenantry.app.Screenshots;
import io.tenantry.app.SeededEngine;
import io.tenantry.app.fx.Command;
import io.tenantry.app.navigation.Place;
import io.tenantry.app.navigation.ScreenRoute;
import io.tenantry.app.page.Screen;
import io.tenantry.app.recorded.RecordedRow;
import io.tenantry.app.screens.Stand;
import io.tenantry.contract.workspaces.CreateWorkspace;
import io.tenantry.contract.workspaces.DataStatement;
import io.tenantry.contract.workspaces.DatabaseType;
import io.tenantry.contract.workspaces.SaveSettings;
import io.tenantry.contract.workspaces.WorkspaceMode;
import io.tenantry.contract.workspaces.WorkspaceName;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.SplitPane;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DiffScreenTest extends FxTest {
  private SeededEngine engine;
  private Stand stand;
  private Scene scene;

  @BeforeEach
  void open(@TempDir Path folder) {
    engine = new SeededEngine(folder.resolve("data")).fintech().tenants(12);
    stand = fx(() -> new Stand(engine.project(), folder.resolve("config")));
    scene = show(stand.root());
  }

  @AfterEach
  void close() {
    engine.close();
  }

  @Test
  void withoutChangesNothingIsToDeploy() {
    run(() -> stand.show(ScreenRoute.DIFF, "fintech"));
    settle();
    assertThat(lookup("Nothing to deploy").tryQuery()).isPresent();
    Screenshots.everyLook("diff-empty", scene);
  }

  @Test
  void aControlWorkspaceIsExplainedAndLeadsOn() {
    engine
        .project()
        .workspaces()
        .create(
            new CreateWorkspace(
                new WorkspaceName("backoffice"), DatabaseType.SQLITE, WorkspaceMode.CONTROL));
    run(() -> stand.show(ScreenRoute.DIFF, "backoffice"));
    settle();
    assertThat(lookup("A control workspace deploys nothing").tryQuery()).isPresent();
    assertThat(lookup(".failure").tryQuery()).isEmpty();
    Screenshots.everyLook("diff-control", scene);
    clickOn("Open workspace");
    assertThat(fx(stand::place)).isEqualTo(new Place(ScreenRoute.WORKSPACE, "backoffice"));
  }

  @Test
  void keysGoThroughTheStatementsAndOpenTheWholeOfOne() {
    showChanges();
    ListView<?> list = lookup(".change-list").queryListView();
    assertThat(list.getItems()).hasSize(4);
    assertThat(fx(() -> list.getSelectionModel().getSelectedIndex())).isZero();
    clickOn("users.phone");
    push(KeyCode.N);
    assertThat(fx(() -> list.getSelectionModel().getSelectedIndex())).isEqualTo(3);
    Screenshots.take("diff", scene);
    assertThat(lookup(".change-list .code-pane").tryQuery()).isEmpty();
    push(KeyCode.ENTER);
    settle();
    assertThat(lookup(".change-list .code-pane").tryQuery()).as("the whole statement").isPresent();
    Screenshots.everyLook("diff", scene);
    push(KeyCode.ENTER);
    settle();
    assertThat(lookup(".change-list .code-pane").tryQuery()).isEmpty();
  }

  @Test
  void theStructureIsComparedBesideOrAboveAsThereIsRoom() {
    Screen screen = showChanges();
    run(() -> named(screen, "Structure").run().run());
    settle();
    Screenshots.take("diff-structure", scene);
    Screenshots.everyLook("diff-structure", scene);
    run(() -> scene.getWindow().setWidth(900));
    settle();
    assertThat(lookup(".object-cell .text-caption").queryAllAs(Label.class))
        .filteredOn(word -> !word.getText().isEmpty())
        .isNotEmpty()
        .noneMatch(Label::isTextTruncated);
    run(() -> scene.getWindow().setWidth(560));
    settle();
    SplitPane split = lookup(".comparison .split-pane").queryAs(SplitPane.class);
    assertThat(split.getOrientation()).isEqualTo(Orientation.VERTICAL);
    run(() -> scene.getWindow().setWidth(1440));
    settle();
    assertThat(split.getOrientation()).isEqualTo(Orientation.HORIZONTAL);
    run(() -> named(screen, "Script").run().run());
    settle();
    Screenshots.everyLook("diff-script", scene);
  }

  @Test
  void rowsThatStayAreNamedAndGoToTenantsWithOneClick() {
    engine.change(
        """
        CREATE TABLE plans (id INTEGER PRIMARY KEY, name TEXT);
        INSERT INTO plans (name) VALUES ('free');
        INSERT INTO plans (name) VALUES ('paid');
        CREATE TABLE users_new (id INTEGER PRIMARY KEY, email TEXT NOT NULL, name TEXT);
        INSERT INTO users_new SELECT id, email, name FROM users;
        DROP TABLE users;
        ALTER TABLE users_new RENAME TO users\
        """);
    run(() -> stand.show(ScreenRoute.DIFF, "fintech"));
    settle();
    Screenshots.everyLook("diff-rows", scene);
    clickOn("Show data");
    settle();
    Screenshots.everyLook("diff-data", scene);
    CheckBox seeds = lookup(".data-list .check-box").queryAs(CheckBox.class);
    assertThat(seeds.isSelected()).isFalse();
    clickOn(seeds);
    settle();
    assertThat(statements()).hasSize(2).allMatch(DataStatement::carried);
    assertThat(lookup("Show data").tryQuery()).isEmpty();
    double top = top(".data-list");
    clickOn(seedsBox());
    settle();
    assertThat(lookup("Show data").tryQuery()).isPresent();
    assertThat(top(".data-list")).as("a note moves nothing").isEqualTo(top);
  }

  @Test
  void aCopyOfRowsIsNotLeftOutUnasked() {
    engine.change(
        """
        CREATE TABLE users_new (id INTEGER PRIMARY KEY, email TEXT NOT NULL, name TEXT);
        INSERT INTO users_new SELECT id, email, name FROM users;
        DROP TABLE users;
        ALTER TABLE users_new RENAME TO users\
        """);
    run(() -> stand.show(ScreenRoute.DIFF, "fintech"));
    settle();
    clickOn("Data");
    settle();
    clickOn(lookup(".data-list .check-box").queryAs(CheckBox.class));
    await(() -> lookup(".dialog-sheet .typed-name").tryQuery().isPresent());
    Screenshots.everyLook("diff-leave-rows", scene);
    assertThat(lookup(".data-list .check-box").queryAs(CheckBox.class).isSelected()).isTrue();
    push(KeyCode.ESCAPE);
    settle();
    assertThat(statements()).allMatch(DataStatement::carried);
  }

  @Test
  void whatWasSkippedIsListedAndComesBack() {
    showChanges();
    clickOn("users.phone");
    push(KeyCode.S);
    settle();
    clickOn("Show skipped");
    settle();
    Screenshots.everyLook("diff-skipped", scene);
    clickOn("Include again");
    settle();
    assertThat(lookup(".skipped-list").queryListView().getItems()).isEmpty();
    assertThat(lookup(".change-list").queryListView().getItems()).hasSize(4);
    assertThat(lookup("Show skipped").tryQuery()).isEmpty();
  }

  private List<DataStatement> statements() {
    return lookup(".data-list").<RecordedRow>queryListView().getItems().stream()
        .map(row -> ((RecordedRow.Rows) row).statement())
        .toList();
  }

  private CheckBox seedsBox() {
    ListCell<?> cell =
        lookup(".data-list .change-cell").queryAllAs(ListCell.class).stream()
            .filter(
                each ->
                    each.getItem() instanceof RecordedRow.Rows(DataStatement data)
                        && !data.needed())
            .findFirst()
            .orElseThrow();
    return (CheckBox) cell.lookup(".check-box");
  }

  private double top(String query) {
    Node node = lookup(query).query();
    return fx(() -> node.localToScene(node.getBoundsInLocal()).getMinY());
  }

  @Test
  void warningsAreReadWhole() {
    engine.change("ALTER TABLE users ADD COLUMN seen TEXT NOT NULL DEFAULT (datetime('now'))");
    engine.change("ALTER TABLE users DROP COLUMN kyc_status");
    engine.change("CREATE UNIQUE INDEX users_name ON users (name)");
    run(() -> stand.show(ScreenRoute.DIFF, "fintech"));
    settle();
    clickOn("Warnings");
    settle();
    Screenshots.everyLook("diff-warnings", scene);
    List<ListCell<?>> rows =
        lookup(".warning-list .change-cell").queryAllAs(ListCell.class).stream()
            .filter(cell -> !cell.isEmpty())
            .<ListCell<?>>map(cell -> cell)
            .toList();
    assertThat(rows).hasSizeGreaterThan(2);
    assertThat(rows)
        .allSatisfy(
            row -> {
              double words = fx(() -> row.getGraphic().prefHeight(row.getWidth()));
              assertThat(row.getHeight()).isGreaterThanOrEqualTo(words);
            });
  }

  @Test
  void afterASkipTheSamePlaceIsLookedAtAndTheRestCanBeDeployed() {
    showChanges();
    ListView<?> list = lookup(".change-list").queryListView();
    clickOn("users.phone");
    push(KeyCode.S);
    settle();
    assertThat(list.getItems()).hasSize(3);
    assertThat(fx(() -> list.getSelectionModel().getSelectedIndex())).isEqualTo(2);
    assertThat(lookup(".comparison-choice .combo-box").queryComboBox().getValue())
        .as("what is compared with")
        .isNotNull();
    clickOn("Deploy…");
    assertThat(fx(stand::place)).isEqualTo(new Place(ScreenRoute.DEPLOYMENTS, "fintech"));
  }

  @Test
  void settingsThatWaitAloneAreSaid() {
    engine
        .project()
        .workspaces()
        .saveSettings(
            SeededEngine.FINTECH,
            new SaveSettings(Optional.of(5000), Optional.empty(), Optional.empty()));
    run(() -> stand.show(ScreenRoute.DIFF, "fintech"));
    settle();
    assertThat(lookup("Saved settings wait for a deployment.").tryQuery()).isPresent();
    assertThat(lookup("No statements: only settings wait.").tryQuery()).isPresent();
    Screenshots.everyLook("diff-settings", scene);
  }

  @Test
  void failedAndLoadingAreWholeInEveryLook() {
    run(() -> stand.show(ScreenRoute.DIFF, "gone"));
    settle();
    assertThat(lookup("Try again").tryQuery()).isPresent();
    Screenshots.everyLook("diff-failed", scene);
    run(stand.tasks()::hold);
    run(() -> stand.show(ScreenRoute.DIFF, "fintech"));
    await(() -> lookup(".skeleton").tryQuery().isPresent());
    Screenshots.everyLook("diff-loading", scene);
  }

  private Screen showChanges() {
    engine.change(
        """
        CREATE TABLE cards (
          id INTEGER PRIMARY KEY,
          account_id INTEGER NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
          last4 TEXT NOT NULL CHECK (length(last4) = 4)
        );
        CREATE INDEX cards_account_id ON cards (account_id);
        ALTER TABLE users ADD COLUMN phone TEXT\
        """);
    engine.change("ALTER TABLE accounts DROP COLUMN name");
    Screen screen = fx(() -> stand.show(ScreenRoute.DIFF, "fintech"));
    settle();
    return screen;
  }

  private static Command named(Screen screen, String title) {
    return screen.commands().stream()
        .filter(command -> command.title().equals(title))
        .findFirst()
        .orElseThrow();
  }
}
