package io.tenantry.app.screens.workspaces.detail;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.app.ScreenTest;
import io.tenantry.app.Screenshots;
import io.tenantry.app.SeededEngine;
import io.tenantry.app.navigation.ScreenRoute;
import io.tenantry.contract.workspaces.CreateWorkspace;
import io.tenantry.contract.workspaces.DatabaseType;
import io.tenantry.contract.workspaces.WorkspaceMode;
import io.tenantry.contract.workspaces.WorkspaceName;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.TabPane;
import javafx.scene.input.KeyCode;
import org.fxmisc.richtext.CodeArea;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StoppedSqlTest extends ScreenTest {
  private static final String ENDLESS =
      "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT max(i) FROM n";

  private Scene scene;

  @Override
  protected void seed(SeededEngine fresh) {
    fresh.fintech().patient();
    fresh
        .project()
        .workspaces()
        .create(
            new CreateWorkspace(
                new WorkspaceName("other"), DatabaseType.SQLITE, WorkspaceMode.TENANT));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "CREATE TABLE gone (a); INSERT INTO gone " + ENDLESS,
        "BEGIN; CREATE TABLE gone (a); INSERT INTO gone " + ENDLESS + "; COMMIT"
      })
  void stoppedSqlLeavesNothingAndSaysSo(String sql) {
    List<String> before = schema();
    openSql(sql);
    Bounds run = place("Run");
    push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.ENTER);
    awaitNode("Stop");
    assertThat(place("Stop")).isEqualTo(run);
    Screenshots.take("workspace-sql-running", scene);
    push(KeyCode.ESCAPE);
    awaitText("Stopped after");
    awaitNode("Run");
    settle();
    assertThat(lookup("Nothing was changed: the statements run in one transaction.").tryQuery())
        .isPresent();
    assertThat(schema()).isEqualTo(before);
    Screenshots.take("workspace-sql-stopped", scene);
  }

  @Test
  void whatRunsIsStillThereAfterAnotherWorkspaceWasLookedAt() {
    openSql(ENDLESS);
    push(KeyCode.CONTROL, KeyCode.ENTER);
    awaitNode("Stop");
    openAgain("other");
    assertThat(lookup(".run-button .button").queryAllAs(Button.class))
        .filteredOn(Node::isVisible)
        .extracting(Button::getText)
        .containsExactly("Run");
    openAgain("fintech");
    awaitNode("Stop");
    run(() -> lookup(".sql-view .sql-area").query().requestFocus());
    push(KeyCode.ESCAPE);
    awaitText("Stopped after");
  }

  private void openSql(String sql) {
    scene = open(ScreenRoute.WORKSPACE, "fintech");
    await(() -> lookup(".workspace-tabs").tryQuery().isPresent());
    run(() -> lookup(".workspace-tabs").queryAs(TabPane.class).getSelectionModel().select(1));
    settle();
    run(() -> lookup(".sql-view .sql-area").queryAs(CodeArea.class).replaceText(sql));
    run(() -> lookup(".sql-view .sql-area").query().requestFocus());
    settle();
  }

  private void openAgain(String workspace) {
    run(() -> shown().shown(workspace));
    settle();
  }

  private void awaitText(String start) {
    await(
        () ->
            lookup(".answer-problem .label").queryAllAs(javafx.scene.control.Label.class).stream()
                .anyMatch(label -> label.getText().startsWith(start)));
  }

  private Bounds place(String button) {
    return fx(
        () ->
            lookup(".run-button .button").queryAllAs(Button.class).stream()
                .filter(each -> each.getText().equals(button))
                .map(each -> each.localToScene(each.getLayoutBounds()))
                .findFirst()
                .orElseThrow());
  }

  private List<String> schema() {
    return engine
        .project()
        .workspaces()
        .get(SeededEngine.FINTECH)
        .schema()
        .or(() -> Optional.of(List.of()))
        .orElseThrow();
  }
}
