package io.tenantry.app.screens.query;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.app.ScreenTest;
import io.tenantry.app.Screenshots;
import io.tenantry.app.SeededEngine;
import io.tenantry.app.controls.sql.SqlEditor;
import io.tenantry.app.navigation.ScreenRoute;
import java.util.List;
import javafx.event.Event;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.control.TableView;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;
import org.junit.jupiter.api.Test;

class QueryScreenTest extends ScreenTest {
  private static final String ENDLESS =
      "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT max(i) FROM n";

  @Override
  protected void seed(SeededEngine fresh) {
    fresh.fintech().tenants(40);
  }

  @Test
  void allTenantsAnswerInOneTableThatFoldsEqualAnswers() {
    Scene scene = open(ScreenRoute.QUERY, "all/fintech");
    runSql(
        "SELECT u.name, a.name AS account, a.balance\n"
            + "FROM accounts AS a\n"
            + "JOIN users AS u ON u.id = a.user_id");
    awaitNode("40 rows from 40 tenants");
    Screenshots.take("query-all", scene);
    QueryPictures.keep("full", scene);
    run(() -> toggle().setSelected(true));
    awaitNode("40");
    Screenshots.take("query-folded", scene);
    QueryPictures.keep("folded", scene);
  }

  @Test
  void aFoldedAnswerOpensToItsRowsAndFoldsAgain() {
    open(ScreenRoute.QUERY, "all/fintech");
    runSql("SELECT 1 AS n");
    awaitNode("40 rows from 40 tenants");
    run(() -> toggle().setSelected(true));
    TableView<?> folded = (TableView<?>) awaitNode(".folded-pane .table-view");
    run(
        () -> {
          folded.getSelectionModel().select(0);
          folded.requestFocus();
        });

    push(KeyCode.ENTER);

    awaitNode("One answer of 40 tenants");
    assertThat(fx(() -> toggle().isSelected())).isFalse();
    clickOn("One answer of 40 tenants");
    assertThat(lookup(".result-line .button.small").query().isVisible()).isFalse();
  }

  @Test
  void aFailureIsExplainedUnderTheEditorAndLeadsToItsPlace() {
    Scene scene = open(ScreenRoute.QUERY, "tenant-003/fintech");
    runSql("SELECT *\nFROM nowhere");
    Hyperlink link = (Hyperlink) awaitNode("Line 2, column 6");
    Screenshots.take("query-failed", scene);
    QueryPictures.keep("failed", scene);
    SqlEditor editor = editor();
    assertThat(fx(() -> editor.area().getStyleOfChar(15))).contains("sql-error");

    run(link::fire);

    assertThat(fx(() -> editor.area().getCaretPosition())).isEqualTo(14);
    run(() -> editor.area().insertText(14, "x"));
    assertThat(fx(() -> editor.area().getStyleOfChar(16))).doesNotContain("sql-error");
  }

  @Test
  void whatRunsShowsThatItDoesAndIsStoppedInThePlaceOfRun() {
    Scene scene = open(ScreenRoute.QUERY, "all/fintech");
    Button run = (Button) awaitNode("Run");
    double place = fx(() -> run.localToScene(0, 0).getX());
    double width = fx(run::getWidth);
    runSql(ENDLESS);
    Button stop = (Button) awaitNode("Stop");
    awaitLabel("answered");
    QueryPictures.keep("running", scene);

    assertThat(fx(() -> stop.localToScene(0, 0).getX())).isEqualTo(place);
    assertThat(fx(stop::getWidth)).isEqualTo(width);
    assertThat(fx(() -> awaitNodeText(".result-line .label"))).contains("40 waiting");
    await(
        () -> {
          stop.fire();
          return stoppedWords();
        });
    QueryPictures.keep("stopped", scene);
    assertThat(fx(() -> lookup("Run").queryButton().isVisible())).isTrue();
  }

  @Test
  void aTabThatChangesRowsIsNotClosedWithoutAQuestion() {
    open(ScreenRoute.QUERY, "tenant-003/fintech");
    runSql("UPDATE users SET name = (" + ENDLESS + ") WHERE id = 1");
    if (lookup(".dialog-sheet").tryQuery().isPresent()) {
      run(() -> lookup(".dialog-sheet .button.accent").queryButton().fire());
    }
    awaitNode("Stop");
    Tab tab = fx(() -> strip().getSelectionModel().getSelectedItem());
    run(() -> askToClose(tab));
    awaitNode("Stop in the middle of a change?");
    push(KeyCode.ESCAPE);
    assertThat(lookup("Stop").tryQuery()).isPresent();
    run(() -> askToClose(tab));
    clickOn(awaitNode("Stop it"));
    await(() -> !strip().getTabs().contains(tab));
  }

  @Test
  void escapeStopsWhatRuns() {
    open(ScreenRoute.QUERY, "tenant-004/fintech");
    runSql(ENDLESS);
    awaitNode("Stop");
    run(editor()::requestFocus);

    push(KeyCode.ESCAPE);

    awaitLabel("Stopped after");
  }

  @Test
  void aWriteSaysWhatItDidAndOffersNothingToFilter() {
    Scene scene = open(ScreenRoute.QUERY, "tenant-005/fintech");
    runSql("INSERT INTO users (email, name) VALUES ('new@x', 'New')");
    awaitNode("1 row added");
    QueryPictures.keep("written", scene);

    assertThat(lookup(".result-grid").queryAll().stream().filter(Node::isVisible)).isEmpty();
    assertThat(fx(() -> lookup(".result-line .search-field").query().isVisible())).isFalse();
  }

  @Test
  void aResultIsMarkedWhenTheTargetChanges() {
    Scene scene = open(ScreenRoute.QUERY, "all/fintech");
    runSql("SELECT 1 AS one");
    awaitNode("40 rows from 40 tenants");
    run(
        () ->
            ((javafx.scene.control.ComboBox<?>) lookup(".target-bar .combo-box").query())
                .getSelectionModel()
                .select(3));

    awaitNode("Of the former target");
    QueryPictures.keep("former", scene);
  }

  @Test
  void theCaretIsInTheEditorWhenThePageOpensAndAClickBesideSuggestionsCounts() {
    open(ScreenRoute.QUERY, "tenant-006/fintech");
    SqlEditor editor = editor();
    assertThat(fx(() -> editor.getScene().getFocusOwner())).isEqualTo(editor.area());
    Node field = awaitNode(".target-tenants");
    clickOn(field);
    push(KeyCode.CONTROL, KeyCode.A);
    write("tenant-0");
    awaitNode(".completion-list");

    clickOn(fx(() -> editor.localToScreen(1_200, 60))); // beside the list
    write("SELECT");

    assertThat(fx(() -> editor.area().getText())).isEqualTo("SELECT");
    assertThat(lookup(".completion-list").queryAll()).isEmpty();
  }

  @Test
  void rowsOfOneTenantStandUnderTheirTypes() {
    Scene scene = open(ScreenRoute.QUERY, "tenant-007/fintech");
    QueryPictures.keep("idle", scene);
    runSql("SELECT id, email, name, kyc_status, NULL AS missing, x'00ff' AS b FROM users");
    awaitNode("1 row");
    QueryPictures.keep("one", scene);

    assertThat(lookup(".grid-type").queryAllAs(Label.class).stream().map(Label::getText))
        .contains("INTEGER", "TEXT", "BLOB");
  }

  @Test
  void theCaretIsWhereItWasWhenTheTabComesBack() {
    open(ScreenRoute.QUERY, "tenant-010/fintech");
    load("SELECT 1;\nSELECT 2");
    run(() -> editor().area().moveTo(12));
    open(ScreenRoute.QUERY, "");
    SqlEditor again = editor();
    assertThat(fx(() -> again.text().get())).isEqualTo("SELECT 1;\nSELECT 2");
    assertThat(fx(() -> again.area().getCaretPosition())).isEqualTo(12);
  }

  @Test
  void aClosedLastTabLeavesAnEmptyOneToTypeIn() {
    open(ScreenRoute.QUERY, "tenant-008/fintech");
    load("SELECT 'last'");

    run(() -> List.copyOf(strip().getTabs()).forEach(QueryScreenTest::askToClose));

    await(() -> editor().text().get().isEmpty());
    assertThat(fx(() -> strip().getTabs().size())).isEqualTo(1);
    write("SELECT 1");
    assertThat(fx(() -> editor().area().getText())).isEqualTo("SELECT 1");
  }

  @Test
  void aTabThatComesBackSaysWhatRanAndRunsItAgain() {
    open(ScreenRoute.QUERY, "tenant-009/fintech");
    runSql("SELECT 9 AS nine");
    awaitNode("1 row");
    Scene scene = open(ScreenRoute.QUERY, "");
    Button again = (Button) awaitNode("Run again");
    awaitLabel("Ran on tenant-009, ");
    awaitLabel("1 row. The rows are gone");
    QueryPictures.keep("former-run", scene);

    run(again::fire);

    awaitNode("1 row");
    assertThat(lookup("Run again").tryQuery()).isEmpty();
  }

  @Test
  void aTabIsWholeWhileItsNameGrowsAndThereIsNoMenuOfTabsThatFit() {
    open(ScreenRoute.QUERY, "all/fintech");
    run(() -> List.copyOf(strip().getTabs()).forEach(QueryScreenTest::askToClose));
    await(() -> strip().lookup(".tab:selected") instanceof Region tab && tab.getWidth() > 0);
    double before = fx(() -> frontTab().getWidth());
    load("SELECT name, balance, currency FROM accounts WHERE balance > 1000");
    settle();
    assertThat(fx(() -> frontTab().getWidth())).isEqualTo(before);
    assertThat(fx(() -> lookup(".control-buttons-tab").query().isVisible())).isFalse();
    assertFrontTabIsWhole();
  }

  @Test
  void theTabInFrontIsWholeWhereNotAllFit() {
    open(ScreenRoute.QUERY, "all/fintech");
    Button add = lookup(".query-tabs .icon-button").queryButton();
    for (int more = 0; more < 11; more++) {
      run(add::fire);
    }
    load("SELECT name, balance, currency FROM accounts WHERE balance > 1000");
    settle();
    assertFrontTabIsWhole();
    run(() -> List.copyOf(strip().getTabs()).forEach(QueryScreenTest::askToClose));
  }

  private void assertFrontTabIsWhole() {
    Region tab = frontTab();
    Node close = fx(() -> tab.lookup(".tab-close-button"));
    Node strip = strip();
    assertThat(fx(() -> inScene(close).getMaxX() <= inScene(strip).getMaxX())).isTrue();
    assertThat(fx(() -> inScene(tab).getMinX() >= inScene(strip).getMinX())).isTrue();
    assertThat(fx(() -> inScene(close).getMaxX() <= inScene(tab).getMaxX())).isTrue();
  }

  private Region frontTab() {
    return fx(() -> (Region) strip().lookup(".tab:selected"));
  }

  private static Bounds inScene(Node node) {
    return node.localToScene(node.getLayoutBounds());
  }

  @Test
  void tabsAreCalledAfterTheirText() {
    open(ScreenRoute.QUERY, "all/fintech");
    load("-- who\nSELECT name\nFROM users WHERE kyc_status = 'verified'");

    Tab tab = fx(() -> strip().getSelectionModel().getSelectedItem());
    assertThat(fx(tab::getText)).isEqualTo("SELECT name FROM users W…");
    assertThat(fx(() -> tab.getTooltip().getText())).endsWith("all of fintech");
    load("");
    assertThat(fx(tab::getText)).matches("Query \\d+");
  }

  @Test
  void nothingIsCutInASmallWindow() {
    Scene scene = open(ScreenRoute.QUERY, "all/fintech");
    runSql("SELECT id, name, balance, currency, created_at, user_id FROM accounts");
    awaitNode("40 rows from 40 tenants");
    run(() -> QueryPictures.resize(scene, 848, 520));
    settle();

    for (Button button : lookup(".query-tab .button").queryAllAs(Button.class)) {
      if (button.isVisible()) {
        assertThat(button.isTextTruncated()).as(button.getText()).isFalse();
      }
    }
    for (ToggleButton button :
        lookup(".result-line .toggle-button").queryAllAs(ToggleButton.class)) {
      assertThat(button.isTextTruncated()).as(button.getText()).isFalse();
    }
    for (Label label : lookup(".result-line > .label").queryAllAs(Label.class)) {
      assertThat(label.isVisible() && label.isTextTruncated()).as(label.getText()).isFalse();
    }
    run(() -> QueryPictures.resize(scene, 1440, 900));
  }

  private TabPane strip() {
    return lookup(".tab-strip").queryAs(TabPane.class);
  }

  /** As the button on the tab does. */
  private static void askToClose(Tab tab) {
    Event.fireEvent(tab, new Event(tab, tab, Tab.TAB_CLOSE_REQUEST_EVENT));
  }

  private boolean stoppedWords() {
    return labels().anyMatch(text -> text.startsWith("Stopped after"));
  }

  private void awaitLabel(String part) {
    await(() -> labels().anyMatch(text -> text.contains(part)));
  }

  private java.util.stream.Stream<String> labels() {
    return lookup(".label").queryAllAs(Label.class).stream()
        .filter(Node::isVisible)
        .map(Label::getText)
        .filter(java.util.Objects::nonNull);
  }

  private String awaitNodeText(String query) {
    return lookup(query).queryAllAs(Label.class).stream().map(Label::getText).toList().toString();
  }

  private ToggleButton toggle() {
    return (ToggleButton) lookup("Fold equal").query();
  }

  private void load(String sql) {
    SqlEditor editor = editor();
    run(() -> editor.load(sql));
  }

  private SqlEditor editor() {
    return (SqlEditor) awaitNode(".sql-editor");
  }

  private void runSql(String sql) {
    SqlEditor editor = editor();
    run(() -> editor.load(sql));
    Button run = (Button) awaitNode(".query-tab .button.accent");
    await(() -> !run.isDisabled());
    run(run::fire);
  }
}
