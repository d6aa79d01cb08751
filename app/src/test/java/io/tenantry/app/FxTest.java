package io.tenantry.app;

import io.tenantry.app.fx.FxThread;
import io.tenantry.themes.Theme;
import io.tenantry.themes.Themes;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.input.MouseButton;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.TestInstance;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;
import org.testfx.robot.Motion;
import org.testfx.util.NodeQueryUtils;
import org.testfx.util.WaitForAsyncUtils;

/**
 * Base of every test that needs the toolkit: headless, one stage per class, the light theme, and
 * the robot of TestFX (clickOn, write, push, lookup).
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class FxTest extends FxRobot {
  /** Only what fails waits so long; a machine with much other work needs it. */
  private static final int PATIENCE_SECONDS = 45;

  private UiWatchdog watchdog;
  private Stage stage;

  @BeforeAll
  void openStage() throws TimeoutException {
    FxToolkit.registerPrimaryStage();
    stage =
        fx(
            () -> {
              Themes.loadFonts();
              Themes.apply(Theme.LIGHT);
              return new Stage();
            });
    watchdog = new UiWatchdog();
  }

  /** Our own code must not hold the UI thread, in no test. */
  @AfterEach
  void checkUiThread(TestInfo test) {
    watchdog.check(getClass().getSimpleName() + ", " + test.getDisplayName());
  }

  @AfterEach
  void hidePopups() {
    run(
        () ->
            List.copyOf(Window.getWindows()).stream()
                .filter(window -> window != stage && !(window instanceof Stage))
                .forEach(Window::hide));
  }

  @AfterAll
  void closeStage() {
    watchdog.close();
    run(
        () -> {
          stage.hide();
          stage.setScene(null); // what blinks in a hidden scene would draw for ever
        });
  }

  /** Shows a node in a window of 1440 by 900 and waits for its layout. */
  protected Scene show(Parent root) {
    Scene scene =
        fx(
            () -> {
              Scene fresh = new Scene(root, 1440, 900);
              stage.setScene(fresh);
              stage.show();
              stage.toFront();
              return fresh;
            });
    settle();
    return scene;
  }

  /** Returns the stage of this class. */
  protected Stage stage() {
    return stage;
  }

  /** Finds the place on the UI thread: a look from beside it disturbs a layout under way. */
  @Override
  public FxRobot clickOn(String query, Motion motion, MouseButton... buttons) {
    settle();
    Point2D place =
        fx(
            () -> {
              Node node = lookup(query).match(NodeQueryUtils.isVisible()).query();
              return point(node).query();
            });
    return super.clickOn(place, motion, buttons);
  }

  /** Finds the place on the UI thread, as above. */
  @Override
  public FxRobot clickOn(Node node, Motion motion, MouseButton... buttons) {
    settle();
    Point2D place = fx(() -> point(node).query());
    return super.clickOn(place, motion, buttons);
  }

  /** Runs on the UI thread and returns the answer. */
  protected static <T> T fx(Callable<T> work) {
    return WaitForAsyncUtils.waitForAsyncFx(PATIENCE_SECONDS * 1000L, work);
  }

  /** Runs on the UI thread and waits until it is done. */
  protected static void run(Runnable work) {
    fx(
        () -> {
          work.run();
          return true;
        });
  }

  /** Waits until events and layout have come to rest. */
  protected static void settle() {
    WaitForAsyncUtils.waitForFxEvents();
  }

  /** Waits until something is true on the UI thread. */
  protected static void await(BooleanSupplier condition) {
    try {
      WaitForAsyncUtils.waitFor(
          PATIENCE_SECONDS, TimeUnit.SECONDS, () -> fx(condition::getAsBoolean));
    } catch (TimeoutException e) {
      throw new AssertionError("it did not become true within " + PATIENCE_SECONDS + " seconds", e);
    }
    settle();
  }

  /** Says whether the caller is on the UI thread. */
  protected static boolean onFxThread() {
    return FxThread.isCurrent();
  }
}
