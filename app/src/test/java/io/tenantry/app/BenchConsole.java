package io.tenantry.app;

import static io.tenantry.app.UiLaps.fx;
import static io.tenantry.app.UiLaps.until;

import io.tenantry.app.connect.Connection;
import io.tenantry.app.connect.ConnectionColour;
import io.tenantry.app.connect.EngineTarget;
import io.tenantry.app.guard.GuardLevel;
import io.tenantry.themes.Theme;
import io.tenantry.themes.Themes;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.stage.Stage;

/** The whole console on a data folder, in one window, with a stop watch for what is laid out. */
final class BenchConsole implements AutoCloseable {
  private final Console console;
  private final ConsoleWindow window;
  private final Scene scene;
  private final UiLaps laps;

  private BenchConsole(Console console) {
    this.console = console;
    Themes.loadFonts();
    Themes.apply(Theme.LIGHT);
    window = ConsoleWindow.alone(console);
    scene = new Scene(window.view().root(), 1440, 900);
    Stage stage = new Stage();
    stage.setScene(scene);
    stage.show();
    window.startWithoutConnection();
    laps = new UiLaps(scene, window::isIdle);
  }

  /** Starts the toolkit and opens the console, with new settings below the working folder. */
  static BenchConsole open(Path data, Path work) throws Exception {
    CountDownLatch started = new CountDownLatch(1);
    Platform.startup(started::countDown);
    started.await();
    return fx(() -> new BenchConsole(new Console(new Folders(data, config(work)), "bench")));
  }

  private static Path config(Path work) throws IOException {
    return Files.createTempDirectory(work, "config");
  }

  ConsoleWindow window() {
    return window;
  }

  Scene scene() {
    return scene;
  }

  UiLaps laps() {
    return laps;
  }

  /** The engine in this process. */
  Connection local() {
    return console.book().local();
  }

  /** The same engine over HTTP on loopback. */
  Connection server() throws Exception {
    URI url = console.locals().home().startEndpoint(0);
    Connection server =
        new Connection(
            "bench",
            "Server",
            new EngineTarget.Remote(url),
            ConnectionColour.INDIGO,
            "",
            GuardLevel.OPEN,
            Optional.empty());
    console.vault().put(server.id(), console.locals().home().ownerKey());
    return server;
  }

  /** Opens a connection and waits for it. */
  void connect(Connection connection) throws Exception {
    fx(
        () -> {
          window.switchboard().open(connection, Throwable::printStackTrace);
          return true;
        });
    until(
        () ->
            window
                .switchboard()
                .current()
                .get()
                .filter(open -> open.connection().id().equals(connection.id()))
                .isPresent());
  }

  @Override
  public void close() throws Exception {
    fx(
        () -> {
          window.close();
          console.close();
          return true;
        });
  }
}
