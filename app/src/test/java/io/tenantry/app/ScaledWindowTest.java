package io.tenantry.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.app.controls.tables.DataTable;
import io.tenantry.app.looks.Soundness;
import io.tenantry.app.navigation.ScreenRoute;
import io.tenantry.app.settings.UiScale;
import io.tenantry.app.tour.Door;
import io.tenantry.themes.Theme;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.css.PseudoClass;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Labeled;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
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

  private static final PseudoClass FITTED = PseudoClass.getPseudoClass("fitted");

  /** A size of the window with a size of what is in it. */
  private enum Size {
    SMALL(900, 600, UiScale.PERCENT_100),
    SMALL_AND_LARGER(900, 600, UiScale.PERCENT_125),
    LARGE_AND_LARGER(1440, 900, UiScale.PERCENT_150);

    private final double width;
    private final double height;
    private final UiScale scale;

    Size(double width, double height, UiScale scale) {
      this.width = width;
      this.height = height;
      this.scale = scale;
    }
  }

  @ParameterizedTest
  @EnumSource
  void everyPlaceAndEachOfItsTabsIsWholeAtEverySize(ScreenRoute route) {
    visit(route);
    List<String> faults = new ArrayList<>();
    for (Size size : Size.values()) {
      scale(UiScale.PERCENT_100);
      resize(size.width, size.height);
      scale(size.scale);
      List<Tab> tabs = fx(this::tabs);
      if (tabs.isEmpty()) {
        faults.addAll(look(route, "", size));
      }
      for (Tab tab : tabs) {
        run(() -> tab.getTabPane().getSelectionModel().select(tab));
        await(app::isIdle);
        faults.addAll(look(route, "-" + tab.getText(), size));
      }
    }
    assertThat(faults).isEmpty();
  }

  private List<String> look(ScreenRoute route, String tab, Size size) {
    settle();
    String name = (route.name() + tab + "-" + size).replace(' ', '-').toLowerCase(Locale.ROOT);
    Screenshots.take("scaled-" + name, scene);
    return fx(this::faults).stream().map(fault -> name + ": " + fault).toList();
  }

  private List<Tab> tabs() {
    return Door.visible(scene.getRoot(), TabPane.class).stream()
        .flatMap(pane -> pane.getTabs().stream())
        .toList();
  }

  @Test
  void theSizeIsChosenInTheSettings() {
    visit(ScreenRoute.SETTINGS);
    run(() -> lookup(".settings-page .combo-box").queryComboBox().getSelectionModel().selectLast());
    settle();
    assertThat(fx(() -> app.settings().scaleProperty().get())).isEqualTo(UiScale.PERCENT_200);
    Screenshots.take("scale-200-settings", scene);
  }

  private List<String> faults() {
    scene.getRoot().applyCss();
    scene.getRoot().layout();
    List<String> faults = new ArrayList<>(Soundness.faults(scene.getRoot(), Theme.LIGHT));
    Door.visible(scene.getRoot(), DataTable.class).stream()
        .filter(table -> !table.getPseudoClassStates().contains(FITTED))
        .forEach(table -> faults.add("columns out of sight: " + table.getAccessibleText()));
    Door.visible(scene.getRoot(), HBox.class).stream()
        .filter(box -> box.getStyleClass().contains("crumbs"))
        .filter(crumbs -> crumbs.getWidth() > crumbs.prefWidth(-1) + 1)
        .forEach(_ -> faults.add("a gap before the title"));
    return faults;
  }

  @Test
  void keysMakeEverythingLargerAtOnceAndItIsKept() {
    visit(ScreenRoute.TENANTS);
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
    visit(ScreenRoute.TENANTS);
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
