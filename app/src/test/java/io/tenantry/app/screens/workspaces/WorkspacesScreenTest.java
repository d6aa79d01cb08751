package io.tenantry.app.screens.workspaces;

import static org.assertj.core.api.Assertions.assertThat;

import atlantafx.base.controls.ToggleLabel;
import io.tenantry.app.FxTest;
import io.tenantry.app.Screenshots;
import io.tenantry.app.SeededEngine;
import io.tenantry.app.navigation.Place;
import io.tenantry.app.navigation.ScreenRoute;
import io.tenantry.app.screens.Stand;
import io.tenantry.contract.workspaces.WorkspaceName;
import java.nio.file.Path;
import javafx.scene.Scene;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorkspacesScreenTest extends FxTest {
  @TempDir static Path folder;

  private SeededEngine engine;
  private Stand stand;
  private Scene scene;

  @BeforeAll
  void open() {
    engine = new SeededEngine(folder.resolve("data")).fintech().tenants(3);
    stand = fx(() -> new Stand(engine.project(), folder.resolve("config")));
    scene = show(stand.root());
  }

  @AfterAll
  void close() {
    engine.close();
  }

  @Test
  void aWorkspaceIsMadeFromAShippedScript() {
    run(() -> stand.show(ScreenRoute.WORKSPACES, ""));
    settle();
    Screenshots.take("workspaces", scene);
    clickOn("New workspace");
    clickOn(".initial-focus").write("fintech");
    settle();
    assertThat(lookup("There is a workspace fintech already").tryQuery()).isPresent();
    run(() -> fire("SaaS"));
    Screenshots.take("workspaces-new", scene);
    run(() -> segment("SQL script"));
    run(() -> lookup("Clinic").queryAs(Hyperlink.class).fire());
    clickOn(".initial-focus").eraseText(7).write("clinic");
    settle();
    Screenshots.take("workspaces-new-script", scene);
    clickOn("Create workspace");
    settle();
    assertThat(fx(stand::place)).isEqualTo(new Place(ScreenRoute.WORKSPACE, "clinic"));
    assertThat(engine.project().workspaces().schema(new WorkspaceName("clinic")).tables())
        .hasSize(9);
  }

  @Test
  void aWorkspaceInUseSaysWhoUsesIt() {
    run(() -> stand.show(ScreenRoute.WORKSPACES, ""));
    settle();
    clickOn("fintech");
    push(KeyCode.DELETE);
    settle();
    clickOn(".mono-field").write("fintech");
    clickOn("Delete workspace");
    settle();
    assertThat(lookup("tenant-002").tryQuery()).isPresent();
    Screenshots.take("workspaces-in-use", scene);
    clickOn("Show these tenants");
    assertThat(fx(stand::place)).isEqualTo(new Place(ScreenRoute.TENANTS, "blueprint:fintech"));
  }

  @Test
  void whatItStartsFromIsChosenWithKeysAndShown() {
    run(() -> stand.show(ScreenRoute.WORKSPACES, ""));
    settle();
    clickOn("New workspace");
    clickOn(".initial-focus").write("keys");
    push(KeyCode.TAB).push(KeyCode.TAB).push(KeyCode.TAB);
    push(KeyCode.RIGHT);
    settle();
    assertThat(lookup(".template-tile").queryAll()).isEmpty();
    assertThat(lookup("Clinic").tryQuery()).isPresent();
    push(KeyCode.LEFT);
    settle();
    push(KeyCode.TAB).push(KeyCode.RIGHT);
    settle();
    push(KeyCode.CONTROL, KeyCode.ENTER);
    settle();
    assertThat(engine.project().workspaces().schema(new WorkspaceName("keys")).tables())
        .as("the second template")
        .hasSize(6);
  }

  @Test
  void theShortcutCreatesFromWhereverTheFocusIs() {
    clickOn("New workspace");
    clickOn(".initial-focus").write("anywhere");
    push(KeyCode.TAB).push(KeyCode.TAB).push(KeyCode.TAB);
    push(KeyCode.CONTROL, KeyCode.ENTER);
    settle();
    assertThat(engine.project().workspaces().list())
        .extracting(workspace -> workspace.name().value())
        .contains("anywhere");
  }

  private void fire(String template) {
    lookup(".template-tile").queryAllAs(ToggleButton.class).stream()
        .filter(tile -> tile.getAccessibleText().startsWith(template))
        .forEach(ToggleButton::fire);
  }

  private void segment(String text) {
    lookup(".toggle-label").queryAllAs(ToggleLabel.class).stream()
        .filter(label -> label.getText().equals(text))
        .forEach(label -> label.setSelected(true));
  }
}
