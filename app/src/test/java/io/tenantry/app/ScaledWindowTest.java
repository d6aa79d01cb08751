package io.tenantry.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.app.looks.Soundness;
import io.tenantry.app.navigation.Route;
import io.tenantry.app.settings.UiScale;
import io.tenantry.themes.Theme;
import java.util.Locale;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import javafx.stage.Window;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Everything is shown larger at once, and fits. */
class ScaledWindowTest extends FilledConsoleTest {
  @AfterEach
  void ownSize() {
    scale(UiScale.PERCENT_100);
    resize(1440, 900);
  }

  @ParameterizedTest
  @EnumSource(names = {"TENANTS", "DEPLOYMENT", "CONNECTIONS"})
  void whatIsShownLargerIsWhole(Route route) {
    visit(route);
    resize(900, 600);
    scale(UiScale.PERCENT_125);
    Screenshots.take("scale-125-" + route.name().toLowerCase(Locale.ROOT), scene);
    assertSound(route + " at 125 %");
    resize(1440, 900);
    scale(UiScale.PERCENT_150);
    Screenshots.take("scale-150-" + route.name().toLowerCase(Locale.ROOT), scene);
    assertSound(route + " at 150 %");
  }

  @Test
  void theSizeIsChosenInTheSettings() {
    visit(Route.SETTINGS);
    run(() -> lookup(".settings-page .combo-box").queryComboBox().getSelectionModel().selectLast());
    settle();
    assertThat(fx(() -> app.settings().scaleProperty().get())).isEqualTo(UiScale.PERCENT_200);
    Screenshots.take("scale-200-settings", scene);
  }

  private void assertSound(String what) {
    assertThat(
            fx(
                () -> {
                  scene.getRoot().applyCss();
                  scene.getRoot().layout();
                  return Soundness.faults(scene.getRoot(), Theme.LIGHT);
                }))
        .as(what)
        .isEmpty();
  }

  @Test
  void keysMakeEverythingLargerAtOnceAndItIsKept() {
    visit(Route.TENANTS);
    Node head = lookup(".page-head").query();
    double before = fx(() -> inScene(head).getHeight());
    push(KeyCode.CONTROL, KeyCode.PLUS);
    push(KeyCode.CONTROL, KeyCode.EQUALS);
    settle();
    assertThat(fx(() -> app.settings().scaleProperty().get())).isEqualTo(UiScale.PERCENT_125);
    assertThat(fx(() -> inScene(head).getHeight())).isEqualTo(before * 1.25);
    push(KeyCode.CONTROL, KeyCode.MINUS);
    assertThat(fx(() -> app.settings().scaleProperty().get())).isEqualTo(UiScale.PERCENT_110);
    push(KeyCode.CONTROL, KeyCode.DIGIT0);
    settle();
    assertThat(fx(() -> inScene(head).getHeight())).isEqualTo(before);
  }

  @Test
  void menusGrowWithTheWindow() {
    visit(Route.TENANTS);
    double before = menuText();
    scale(UiScale.PERCENT_150);
    Screenshots.take("scale-150-menu", scene);
    assertThat(menuText()).isEqualTo(before * 1.5);
  }

  private double menuText() {
    clickOn(".connection-button");
    settle();
    double size =
        fx(
            () ->
                Window.getWindows().stream()
                    .filter(ContextMenu.class::isInstance)
                    .flatMap(menu -> menu.getScene().getRoot().lookupAll(".label").stream())
                    .map(Labeled.class::cast)
                    .filter(label -> label.getText().equals("Manage connections"))
                    .map(label -> label.getFont().getSize())
                    .findFirst()
                    .orElseThrow());
    push(KeyCode.ESCAPE);
    settle();
    return size;
  }

  private void scale(UiScale scale) {
    run(() -> app.settings().scaleProperty().set(scale));
    settle();
  }

  private void resize(double width, double height) {
    run(
        () -> {
          scene.getWindow().setWidth(width);
          scene.getWindow().setHeight(height);
        });
    settle();
  }

  private static Bounds inScene(Node node) {
    return node.localToScene(node.getLayoutBounds());
  }
}
