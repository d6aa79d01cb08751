package io.tenantry.app;

import io.tenantry.app.settings.WindowPlace;
import io.tenantry.app.settings.WindowSettings;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Rectangle2D;
import javafx.stage.Screen;
import javafx.stage.Stage;

/**
 * Where a window stands: restored onto the screens that there are now, and kept with every change,
 * so that a killed program comes back in its place. UI thread.
 */
final class StagePlace {
  private static final double WIDTH = 1440;
  private static final double HEIGHT = 900;
  private static final double LEAST_WIDTH = 900;
  private static final double LEAST_HEIGHT = 600;

  private final Stage stage;
  private final WindowSettings settings;

  StagePlace(Stage stage, WindowSettings settings) {
    this.stage = stage;
    this.settings = settings;
  }

  void restoreAndFollow() {
    stage.setMinWidth(LEAST_WIDTH);
    stage.setMinHeight(LEAST_HEIGHT);
    Optional<WindowPlace> kept = settings.windowProperty().get();
    kept.ifPresentOrElse(this::restore, this::begin);
    stage.xProperty().subscribe((_, _) -> changed());
    stage.yProperty().subscribe((_, _) -> changed());
    stage.widthProperty().subscribe((_, _) -> changed());
    stage.heightProperty().subscribe((_, _) -> changed());
    stage.maximizedProperty().subscribe((_, _) -> changed());
  }

  private void begin() {
    Rectangle2D screen = Screen.getPrimary().getVisualBounds();
    stage.setWidth(Math.min(WIDTH, screen.getWidth()));
    stage.setHeight(Math.min(HEIGHT, screen.getHeight()));
  }

  private void restore(WindowPlace kept) {
    WindowPlace place = kept.within(areas());
    stage.setX(place.x());
    stage.setY(place.y());
    stage.setWidth(place.width());
    stage.setHeight(place.height());
    stage.setMaximized(place.maximized());
  }

  private static List<Rectangle2D> areas() {
    return Screen.getScreens().stream().map(Screen::getVisualBounds).toList();
  }

  /** A maximised window keeps the place it goes back to. */
  private void changed() {
    if (!stage.isShowing() || stage.isIconified() || stage.isFullScreen()) {
      return;
    }
    Optional<WindowPlace> before = settings.windowProperty().get();
    WindowPlace now =
        new WindowPlace(
            stage.getX(), stage.getY(), stage.getWidth(), stage.getHeight(), stage.isMaximized());
    WindowPlace kept = stage.isMaximized() ? before.orElse(now).withMaximized(true) : now;
    settings.windowProperty().set(Optional.of(kept));
  }
}
