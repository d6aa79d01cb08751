package io.tenantry.app.shell;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.app.FxTest;
import io.tenantry.themes.Popups;
import io.tenantry.themes.Theme;
import io.tenantry.themes.Themes;
import java.util.function.Function;
import java.util.stream.Stream;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.image.PixelReader;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.paint.Color;
import javafx.stage.PopupWindow;
import javafx.stage.Window;
import javafx.util.Subscription;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What stands in a popup's window where the screen has no transparent windows. */
class OpaquePopupsTest extends FxTest {
  private Subscription opaque;

  @BeforeAll
  void begin() {
    opaque = fx(Popups::makeOpaque);
  }

  @AfterAll
  void end() {
    run(opaque::unsubscribe);
    run(() -> Themes.apply(Theme.LIGHT));
  }

  @ParameterizedTest
  @EnumSource
  void noCornerOfTheirWindowsStaysEmpty(Theme theme) {
    run(() -> Themes.apply(theme));
    Parent root = fx(() -> new VBox(new StackPane()));
    show(root);
    Stream.<Function<Parent, PopupWindow>>of(
            OpaquePopupsTest::menu, OpaquePopupsTest::tooltip, OpaquePopupsTest::choices)
        .forEach(popup -> assertThat(holes(root, popup)).as(theme.name()).isZero());
  }

  private static long holes(Parent root, Function<Parent, PopupWindow> popup) {
    PopupWindow window = fx(() -> popup.apply(root));
    settle();
    long holes = fx(() -> holes(window.getScene()));
    run(window::hide);
    return holes;
  }

  private static PopupWindow menu(Parent root) {
    ContextMenu menu = new ContextMenu(new MenuItem("Open"), new MenuItem("Delete"));
    menu.show(root, 100, 100);
    return menu;
  }

  private static PopupWindow tooltip(Parent root) {
    Tooltip tooltip = new Tooltip("Notices");
    tooltip.show(root, 100, 100);
    return tooltip;
  }

  private static PopupWindow choices(Parent root) {
    ComboBox<String> combo = new ComboBox<>();
    combo.getItems().addAll("one", "two");
    ((VBox) root).getChildren().setAll(combo);
    root.applyCss();
    root.layout();
    combo.show();
    return Window.getWindows().stream()
        .filter(PopupWindow.class::isInstance)
        .map(PopupWindow.class::cast)
        .findFirst()
        .orElseThrow();
  }

  private static long holes(Scene scene) {
    scene.setFill(Color.TRANSPARENT);
    scene.getRoot().applyCss();
    scene.getRoot().layout();
    WritableImage image = scene.snapshot(null);
    PixelReader pixels = image.getPixelReader();
    long holes = 0;
    for (int y = 0; y < image.getHeight(); y++) {
      for (int x = 0; x < image.getWidth(); x++) {
        holes += pixels.getColor(x, y).getOpacity() < 0.05 ? 1 : 0;
      }
    }
    return holes;
  }
}
