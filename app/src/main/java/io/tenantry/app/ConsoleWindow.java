package io.tenantry.app;

import io.tenantry.app.dialogs.SystemFileDialogs;
import io.tenantry.app.settings.WindowPlace;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.geometry.Rectangle2D;
import javafx.scene.Scene;
import javafx.scene.image.Image;
import javafx.stage.PopupWindow;
import javafx.stage.Screen;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;

/** The console's window: where it stands, and the order in which everything ends. UI thread. */
final class ConsoleWindow {
  private static final double WIDTH = 1440;
  private static final double HEIGHT = 900;
  private static final double LEAST_WIDTH = 980;
  private static final double LEAST_HEIGHT = 620;
  private static final int[] ICON_SIZES = {32, 64, 128, 256};

  private final Stage stage = new Stage();
  private final ConsoleApp app;
  private final Runnable onClosed;

  private ConsoleWindow(Folders folders, Runnable onClosed) {
    this.onClosed = onClosed;
    app = new ConsoleApp(folders, Main.Versions.current(), new SystemFileDialogs(this::owner));
    stage.setTitle("Tenantry");
    stage.setMinWidth(LEAST_WIDTH);
    stage.setMinHeight(LEAST_HEIGHT);
    addIcons();
    stage.setScene(new Scene(app.view().root(), WIDTH, HEIGHT));
    restorePlace();
    stage.setOnCloseRequest(
        event -> {
          event.consume();
          close();
        });
  }

  /** Runs the console until its window is closed; returns the exit code of the program. */
  static int run(Folders folders, boolean exitAfterStart) throws InterruptedException {
    CountDownLatch closed = new CountDownLatch(1);
    AtomicInteger code = new AtomicInteger();
    Platform.setImplicitExit(false);
    Platform.startup(
        () -> {
          ConsoleWindow window = new ConsoleWindow(folders, closed::countDown);
          Thread.setDefaultUncaughtExceptionHandler(window.app.uncaught());
          window.open(exitAfterStart, code);
        });
    closed.await();
    Platform.exit();
    return code.get();
  }

  private void open(boolean exitAfterStart, AtomicInteger code) {
    StartFailure failure = new StartFailure(app);
    app.start(
        error -> {
          failure.show(error);
          if (exitAfterStart) {
            System.err.println(error.message());
            code.set(1);
            new SecondFrame(this::measured).start();
          }
        });
    stage.show();
    if (exitAfterStart) {
      app.switchboard()
          .current()
          .subscribe(open -> open.ifPresent(_ -> new SecondFrame(this::measured).start()));
    }
  }

  /** Closes the window and then, in this order, what hangs from it. */
  private void close() {
    keepPlace();
    List.copyOf(Window.getWindows()).stream()
        .filter(PopupWindow.class::isInstance)
        .forEach(Window::hide);
    stage.hide();
    app.close();
    onClosed.run();
  }

  private void measured() {
    // Not the process's own start: a machine that slept or was moved tells it seconds wrong.
    long started = ManagementFactory.getRuntimeMXBean().getStartTime();
    System.out.println("Window after " + (System.currentTimeMillis() - started) + " ms");
    close();
  }

  private @Nullable Window owner() {
    return stage;
  }

  private void addIcons() {
    for (int size : ICON_SIZES) {
      String file = "/io/tenantry/themes/icons/tenantry-" + size + ".png";
      InputStream icon = ConsoleWindow.class.getResourceAsStream(file);
      if (icon != null) {
        stage.getIcons().add(new Image(icon));
      }
    }
  }

  private void restorePlace() {
    Optional<WindowPlace> kept = app.settings().windowProperty().get();
    if (kept.isPresent() && isOnAScreen(kept.get())) {
      WindowPlace place = kept.get();
      stage.setX(place.x());
      stage.setY(place.y());
      stage.setWidth(place.width());
      stage.setHeight(place.height());
      stage.setMaximized(place.maximized());
      return;
    }
    Rectangle2D screen = Screen.getPrimary().getVisualBounds();
    stage.setWidth(Math.min(WIDTH, screen.getWidth()));
    stage.setHeight(Math.min(HEIGHT, screen.getHeight()));
  }

  private static boolean isOnAScreen(WindowPlace place) {
    return !Screen.getScreensForRectangle(place.x(), place.y(), 200, 100).isEmpty();
  }

  private void keepPlace() {
    app.settings()
        .windowProperty()
        .set(
            Optional.of(
                new WindowPlace(
                    stage.getX(),
                    stage.getY(),
                    stage.getWidth(),
                    stage.getHeight(),
                    stage.isMaximized())));
  }

  /** Acts when the second frame has been drawn. */
  private static final class SecondFrame extends AnimationTimer {
    private final Runnable action;
    private int frames;

    SecondFrame(Runnable action) {
      this.action = action;
    }

    @Override
    public void handle(long now) {
      frames++;
      if (frames == 3) {
        stop();
        Platform.runLater(action);
      }
    }
  }
}
