package io.tenantry.app;

import io.tenantry.app.navigation.Place;
import io.tenantry.app.navigation.ScreenRoute;
import io.tenantry.app.tour.Estate;
import io.tenantry.contract.Credential;
import java.nio.file.Path;
import javafx.scene.Scene;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

/** Base of tests of the whole console on an engine that has something for every screen. */
abstract class FilledConsoleTest extends FxTest {
  @TempDir private static Path folder;
  private Console console;
  private Estate estate;

  /** The window's content. */
  protected ConsoleWindow app;

  /** What shows it. */
  protected Scene scene;

  @BeforeAll
  void startConsole() throws InterruptedException {
    Path own = folder.resolve(getClass().getSimpleName());
    Folders folders = new Folders(own.resolve("data"), own.resolve("config"));
    console = fx(() -> new Console(folders, "1.0.0"));
    app = window();
    scene = show(app.view().root());
    run(() -> app.start(_ -> {}));
    await(() -> app.switchboard().current().get().isPresent() && app.isIdle());
    estate = Estate.small(app.local().engine().open(Credential.owner()), Tours.sample());
  }

  @AfterAll
  void endConsole() {
    run(app::close);
    run(console::close);
  }

  /** Builds one more window of the console, which is not shown. */
  protected ConsoleWindow window() {
    return fx(() -> ConsoleWindow.alone(console));
  }

  /** Goes where a route shows something, and waits for it. */
  protected void visit(ScreenRoute route) {
    visit(estate.place(route));
  }

  /** Goes to a place and waits for what it shows. */
  protected void visit(Place place) {
    run(() -> app.navigator().go(place));
    await(app::isIdle);
  }
}
