package io.tenantry.app.screens.query;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.app.ScreenTest;
import io.tenantry.app.Screenshots;
import io.tenantry.app.SeededEngine;
import io.tenantry.app.controls.sql.SqlEditor;
import io.tenantry.app.fx.Command;
import io.tenantry.app.navigation.Place;
import io.tenantry.app.navigation.ScreenRoute;
import io.tenantry.app.recorded.RecordedRow;
import io.tenantry.contract.workspaces.DataStatement;
import io.tenantry.contract.workspaces.WorkspaceName;
import java.util.List;
import java.util.stream.Stream;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;

/** What a run in a workspace recorded is told, and decided, below its text. */
class RecordedRunScreenTest extends ScreenTest {
  @Override
  protected void seed(SeededEngine fresh) {
    fresh.fintech().tenants(3);
  }

  @Test
  void rowsThatStayAndRowsThatGoAreNamedAndSwitchedInPlace() {
    Scene scene = openWorkspace();
    runSql(
        """
        CREATE TABLE plans (id INTEGER PRIMARY KEY, name TEXT);
        INSERT INTO plans (name) VALUES ('free');
        INSERT INTO plans (name) VALUES ('paid');
        CREATE TABLE users_new (id INTEGER PRIMARY KEY, email TEXT NOT NULL, name TEXT);
        INSERT INTO users_new SELECT id, email, name FROM users;
        DROP TABLE users;
        ALTER TABLE users_new RENAME TO users\
        """);
    awaitLabel("Recorded as version ");
    awaitLabel("1 data statement goes to tenants · 2 stay in the workspace");
    Screenshots.everyLook("query-recorded", scene);
    assertThat(carried()).containsExactly(false, true);
    double top = top(list());

    clickOn(box(0));

    awaitLabel("3 data statements go to tenants");
    assertThat(carried()).containsExactly(true, true);
    assertThat(top(list())).as("a decision moves nothing").isEqualTo(top);
    assertThat(pending()).extracting(DataStatement::carried).contains(true, true);
  }

  @Test
  void theKeyboardReachesTheSwitchAndStaysThere() {
    openWorkspace();
    runSql("CREATE TABLE colours (name TEXT); INSERT INTO colours VALUES ('red')");
    awaitLabel("1 data statement stays in the workspace");
    Command go =
        shown().commands().stream()
            .filter(command -> command.title().equals("Go to data and warnings"))
            .findFirst()
            .orElseThrow();

    run(go.run());
    assertThat(fx(() -> list().isFocused())).isTrue();
    assertThat(fx(() -> list().getSelectionModel().getSelectedIndex())).isZero();
    push(KeyCode.SPACE);

    awaitLabel("1 data statement goes to tenants");
    assertThat(fx(() -> list().isFocused())).isTrue();
    push(KeyCode.SPACE);
    awaitLabel("1 data statement stays in the workspace");
  }

  @Test
  void warningsAreToldWithTheWayRoundThem() {
    Scene scene = openWorkspace();
    runSql(
        """
        create unique index accounts_name ON accounts (name, currency, created_at);
        ALTER TABLE accounts ADD COLUMN opened TEXT NOT NULL DEFAULT (datetime('now'));
        ALTER TABLE accounts ADD COLUMN owner TEXT NOT NULL;
        ALTER TABLE accounts DROP COLUMN balance\
        """);
    awaitLabel(" warnings");
    Screenshots.everyLook("query-recorded-warnings", scene);

    assertThat(labels()).anyMatch(text -> text.startsWith("Look for them: SELECT name"));
  }

  @Test
  void rowsOfTheRunStandUntilWhatWasRecordedIsWanted() {
    Scene scene = openWorkspace();
    runSql(
        """
        CREATE TABLE sizes (name TEXT);
        INSERT INTO sizes VALUES ('small');
        SELECT * FROM sizes\
        """);
    awaitLabel("1 data statement stays in the workspace");
    Node rows = awaitNode(".result-grid");
    Screenshots.everyLook("query-recorded-rows", scene);
    ToggleButton wanted = (ToggleButton) awaitNode("Data and warnings");
    double top = top(rows);

    clickOn(wanted);

    assertThat(top(awaitNode(".recorded-list"))).isEqualTo(top);
    Screenshots.everyLook("query-recorded-toggled", scene);
    clickOn(wanted);
    awaitNode(".result-grid");
    assertThat(lookup(".recorded-list").tryQuery()).isEmpty();
  }

  @Test
  void aRunThatHasNothingToSaySaysNothing() {
    openWorkspace();
    runSql("CREATE TABLE quiet (name TEXT)");
    awaitNode(".result-message .callout");

    assertThat(labels()).noneMatch(text -> text.startsWith("Recorded as"));
    assertThat(lookup(".recorded-list").tryQuery()).isEmpty();
    runSql("INSERT INTO quiet VALUES ('x')");
    awaitLabel("1 row added");
    assertThat(labels()).noneMatch(text -> text.startsWith("Recorded as"));
  }

  @Test
  void theNextRunTakesItAway() {
    openWorkspace();
    runSql("CREATE TABLE fruits (name TEXT); INSERT INTO fruits VALUES ('fig')");
    awaitLabel("1 data statement stays in the workspace");

    runSql("SELECT 7 AS seven");

    awaitNode(".result-grid");
    assertThat(lookup(".recorded-list").tryQuery()).isEmpty();
    assertThat(labels()).noneMatch(text -> text.startsWith("Recorded as"));
  }

  @Test
  void itLeadsToTheChangesAndShowsWhatWasDecidedThere() {
    openWorkspace();
    runSql("CREATE TABLE tones (name TEXT); INSERT INTO tones VALUES ('high')");
    awaitLabel("1 data statement stays in the workspace");
    run(((Hyperlink) awaitNode("See changes"))::fire);
    assertThat(place()).isEqualTo(new Place(ScreenRoute.DIFF, "fintech"));
    DataStatement seed =
        pending().stream()
            .filter(data -> data.statement().contains("'high'"))
            .findFirst()
            .orElseThrow();
    engine.project().workspaces().carry(SeededEngine.FINTECH, seed.id(), true);

    run(() -> shown().shown(""));

    awaitLabel("1 data statement goes to tenants");
  }

  @Test
  void rowsAreNotLeftBehindUnaskedAndThenTheLossIsTold() {
    openWorkspace();
    runSql(
        """
        CREATE TABLE cards_new (id INTEGER PRIMARY KEY, user_id INTEGER, name TEXT);
        INSERT INTO cards_new (id, user_id, name) SELECT id, user_id, name FROM accounts;
        DROP TABLE accounts;
        ALTER TABLE cards_new RENAME TO accounts\
        """);
    awaitLabel("1 data statement goes to tenants");
    clickOn(box(0));
    awaitNode(".dialog-sheet .typed-name");
    assertThat(carried()).containsExactly(true);
    clickOn(".dialog-sheet .typed-name");
    write("fintech");
    run(() -> lookup(".dialog-sheet .button.danger").queryButton().fire());

    awaitLabel("1 data statement stays in the workspace");
    assertThat(labels()).anyMatch(text -> text.equals("loses data"));
  }

  /** One tab only, which is called by its number until something is typed. */
  private Scene openWorkspace() {
    Scene scene = open(ScreenRoute.QUERY, "all/fintech");
    TabPane strip = lookup(".tab-strip").queryAs(TabPane.class);
    run(
        () ->
            List.copyOf(strip.getTabs())
                .forEach(tab -> Event.fireEvent(tab, closing(tab))));
    List<ComboBox<?>> boxes =
        lookup(".target-bar .combo-box").queryAll().stream()
            .<ComboBox<?>>map(node -> (ComboBox<?>) node)
            .toList();
    run(() -> boxes.getFirst().getSelectionModel().selectLast());
    @SuppressWarnings("unchecked")
    ComboBox<WorkspaceName> place = (ComboBox<WorkspaceName>) boxes.get(1);
    await(() -> place.getItems().contains(SeededEngine.FINTECH));
    run(() -> place.setValue(SeededEngine.FINTECH));
    return scene;
  }

  private static Event closing(Tab tab) {
    return new Event(tab, tab, Tab.TAB_CLOSE_REQUEST_EVENT);
  }

  private List<DataStatement> pending() {
    return engine.project().workspaces().diff(SeededEngine.FINTECH).dataStatements();
  }

  private List<Boolean> carried() {
    return fx(
        () ->
            list().getItems().stream()
                .filter(RecordedRow.Rows.class::isInstance)
                .map(row -> ((RecordedRow.Rows) row).statement().carried())
                .toList());
  }

  private CheckBox box(int place) {
    return lookup(".recorded-list .check-box").queryAllAs(CheckBox.class).stream()
        .filter(Node::isVisible)
        .sorted((a, b) -> Double.compare(top(a), top(b)))
        .toList()
        .get(place);
  }

  private ListView<RecordedRow> list() {
    return lookup(".recorded-list").queryListView();
  }

  private static double top(Node node) {
    return node.localToScene(node.getBoundsInLocal()).getMinY();
  }

  private void awaitLabel(String part) {
    await(() -> labels().anyMatch(text -> text.contains(part)));
  }

  private Stream<String> labels() {
    return lookup(".label").queryAllAs(Label.class).stream()
        .filter(Node::isVisible)
        .map(Label::getText)
        .filter(java.util.Objects::nonNull);
  }

  private void runSql(String sql) {
    SqlEditor editor = (SqlEditor) awaitNode(".sql-editor");
    run(
        () -> {
          editor.load(sql);
          editor.area().selectAll();
        });
    Button run = (Button) awaitNode(".query-tab .button.accent");
    await(() -> !run.isDisabled());
    run(run::fire);
    settle();
    Stream.of(".dialog-sheet .button.danger", ".dialog-sheet .button.accent")
        .flatMap(act -> lookup(act).queryAllAs(Button.class).stream())
        .forEach(act -> run(act::fire));
  }
}
