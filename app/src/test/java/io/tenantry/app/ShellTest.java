package io.tenantry.app;

import io.tenantry.app.errors.ErrorPresenter;
import io.tenantry.app.navigation.Navigator;
import io.tenantry.app.navigation.Place;
import io.tenantry.app.navigation.ScreenRoute;
import io.tenantry.app.notices.Notices;
import io.tenantry.app.settings.ThemeChoice;
import io.tenantry.app.settings.WindowSettings;
import io.tenantry.contract.Project;
import io.tenantry.contract.deployments.CreateDeployment;
import io.tenantry.contract.deployments.Deployment;
import java.nio.file.Path;
import javafx.scene.Scene;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

/**
 * Base of tests of the whole window: a real console on a local engine with a workspace, tenants, a
 * deployment and a pending change. One window per class.
 */
public abstract class ShellTest extends FxTest {
  @TempDir static Path folder;

  private Console console;
  private ConsoleWindow window;
  private Scene scene;

  @BeforeAll
  void openConsole() {
    Path data = folder.resolve(getClass().getSimpleName());
    try (SeededEngine engine = new SeededEngine(data)) {
      seed(engine);
    }
    console =
        fx(
            () ->
                new Console(
                    new Folders(data, data.resolveSibling("config-" + data.getFileName())),
                    "1.0.0"));
    window = fx(() -> ConsoleWindow.alone(console));
    scene = show(window.view().root());
    run(() -> window.settings().themeProperty().set(ThemeChoice.LIGHT));
    run(() -> window.start(error -> window.errors().show(error)));
    await(() -> window.switchboard().current().get().isPresent() && window.isIdle());
  }

  @AfterAll
  void closeConsole() {
    run(window::close);
    run(console::close);
  }

  /** Fills the engine before the console opens it. */
  protected void seed(SeededEngine engine) {
    engine.fintech().tenants(6);
    engine.change("ALTER TABLE users ADD COLUMN phone TEXT");
    Deployment done =
        engine.project().deployments().create(new CreateDeployment(SeededEngine.FINTECH));
    awaitEnd(engine.project(), done);
    engine.change("ALTER TABLE users ADD COLUMN locale TEXT");
  }

  private static void awaitEnd(Project project, Deployment started) {
    await(() -> project.deployments().get(started.jobId()).status().ended());
  }

  /** Goes to a place and waits until all is loaded. */
  protected void go(ScreenRoute route, String subject) {
    run(() -> navigator().go(new Place(route, subject)));
    awaitIdle();
  }

  /** Goes to a place with a subject that fits its route. */
  protected void go(ScreenRoute route) {
    go(route, subjectOf(route));
  }

  /** Returns a subject under which the engine has something to show. */
  protected String subjectOf(ScreenRoute route) {
    return switch (route) {
      case WORKSPACE, DIFF, BLUEPRINT -> "fintech";
      case DEPLOYMENT -> project().deployments().list().getFirst().jobId().value();
      default -> "";
    };
  }

  /** Waits until nothing is being loaded. */
  protected void awaitIdle() {
    await(window::isIdle);
  }

  /** Asks the open engine at once how it is. */
  protected void askEngine() {
    run(() -> window.switchboard().ask());
  }

  /** Gives the window another size. */
  protected void resize(double width, double height) {
    run(
        () -> {
          stage().setWidth(width);
          stage().setHeight(height);
        });
    settle();
  }

  protected Scene scene() {
    return scene;
  }

  protected Navigator navigator() {
    return window.navigator();
  }

  protected ErrorPresenter errors() {
    return window.errors();
  }

  protected Notices notices() {
    return window.errors().notices();
  }

  protected WindowSettings settings() {
    return window.settings();
  }

  protected Project project() {
    return fx(() -> window.switchboard().current().get().orElseThrow().project());
  }
}
