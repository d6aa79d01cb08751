package io.tenantry.app.shell;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.app.SeededEngine;
import io.tenantry.app.ShellTest;
import io.tenantry.app.navigation.ScreenRoute;
import java.util.Optional;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Control;
import javafx.scene.control.IndexedCell;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.stage.Window;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The menus that a right click opens, by keys. */
class MenuKeysTest extends ShellTest {
  @Override
  protected void seed(SeededEngine engine) {
    super.seed(engine);
    engine.empty("more", 60);
  }

  @ParameterizedTest
  @EnumSource(names = {"WORKSPACES", "BLUEPRINTS", "DEPLOYMENTS", "TENANTS", "BACKUPS"})
  void theMenuKeysOpenTheMenuOfTheRowThatHasTheKeyboard(ScreenRoute route) {
    go(route);
    TableView<?> table = table();
    run(table::requestFocus);
    push(KeyCode.HOME);
    assertMenuAt(0, KeyCode.SHIFT, KeyCode.F10);
    push(KeyCode.DOWN);
    assertMenuAt(fx(() -> Math.min(1, table.getItems().size() - 1)), KeyCode.CONTEXT_MENU);
  }

  @Test
  void aRowThatWasScrolledOutOfSightIsShownWithItsMenu() {
    go(ScreenRoute.TENANTS);
    TableView<?> table = table();
    run(table::requestFocus);
    push(KeyCode.HOME);
    run(() -> table.scrollTo(60));
    settle();
    assertMenuAt(0, KeyCode.SHIFT, KeyCode.F10);
  }

  @Test
  void theRowsOfAListHaveTheirMenusByKeysAsWell() {
    go(ScreenRoute.CONNECTIONS);
    Node list = lookup(".connection-list").query();
    run(list::requestFocus);
    push(KeyCode.HOME);
    push(KeyCode.SHIFT, KeyCode.F10);
    settle();
    assertThat(menu()).isPresent();
  }

  private TableView<?> table() {
    await(
        () ->
            lookup(".data-table").queryAllAs(TableView.class).stream()
                .anyMatch(each -> !each.getItems().isEmpty()));
    return lookup(".data-table").queryAs(TableView.class);
  }

  private void assertMenuAt(int index, KeyCode... keys) {
    push(keys);
    settle();
    Control row = fx(() -> row(index));
    Bounds place = fx(() -> row.localToScreen(row.getBoundsInLocal()));
    ContextMenu menu = fx(() -> menu().orElseThrow());
    assertThat(fx(menu::getAnchorY)).isBetween(place.getMinY() - 12, place.getMaxY() + 12);
    assertThat(fx(() -> menu.getItems().size())).isPositive();
    run(menu::hide);
  }

  private Control row(int index) {
    return lookup(".data-table .table-row-cell").queryAllAs(IndexedCell.class).stream()
        .filter(each -> each.getIndex() == index && each.isVisible())
        .findFirst()
        .orElseThrow();
  }

  private static Optional<ContextMenu> menu() {
    return Window.getWindows().stream()
        .filter(ContextMenu.class::isInstance)
        .map(ContextMenu.class::cast)
        .filter(Window::isShowing)
        .findFirst();
  }
}
