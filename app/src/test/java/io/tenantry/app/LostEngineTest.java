package io.tenantry.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.app.connect.Connection;
import io.tenantry.app.connect.ConnectionColour;
import io.tenantry.app.connect.OtherWindows;
import io.tenantry.app.connect.Target;
import io.tenantry.app.dialogs.NoFileDialogs;
import io.tenantry.app.guard.GuardLevel;
import io.tenantry.app.navigation.Route;
import io.tenantry.app.settings.WindowState;
import io.tenantry.core.EngineConfig;
import io.tenantry.core.LocalEngine;
import io.tenantry.server.EngineServer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A remote engine that goes away and comes back, as the window tells it. */
class LostEngineTest extends FxTest {
  @TempDir private Path folder;
  private LocalEngine remote;
  private EngineServer server;
  private Console console;
  private ConsoleWindow window;
  private Scene scene;

  @BeforeEach
  void open() {
    new SeededEngine(folder.resolve("remote")).fintech().tenants(3).close();
    remote = LocalEngine.open(EngineConfig.at(folder.resolve("remote")));
    server = EngineServer.start(remote, EngineServer.LOOPBACK, 0);
    console = fx(() -> new Console(new Folders(folder.resolve("d"), folder.resolve("c")), "1.0.0"));
    Connection prod =
        new Connection(
            "prod",
            "Prod EU",
            new Target.Remote(server.url()),
            ConnectionColour.RED,
            "",
            GuardLevel.TYPED,
            Optional.empty());
    window =
        fx(
            () -> {
              console.vault().put("prod", remote.ownerKey());
              console.book().save(prod);
              return new ConsoleWindow(
                  console,
                  console.settings().open(WindowState.fresh()),
                  OtherWindows.none(),
                  new NoFileDialogs());
            });
    scene = show(window.view().root());
    run(() -> window.switchboard().open(prod, null));
    await(() -> window.switchboard().current().get().isPresent());
    run(() -> window.navigator().go(Route.TENANTS));
    await(() -> window.isIdle() && strip() != null);
  }

  @AfterEach
  void close() {
    run(window::close);
    run(console::close);
    server.close();
    remote.close();
  }

  @Test
  void aStripSaysSoWhileItIsAwayAndMovesNothing() {
    assertThat(fx(() -> strip().isVisible())).isFalse();
    List<Bounds> before = places();
    int port = server.url().getPort();
    server.close();
    run(() -> window.switchboard().ask());
    await(() -> strip().isVisible());
    assertThat(fx(() -> lookup(".link-strip .text-heading").queryAs(Labeled.class).getText()))
        .isEqualTo("The engine is not running");
    assertThat(places()).isEqualTo(before);
    assertThat(fx(() -> window.navigator().current().get().route())).isEqualTo(Route.TENANTS);

    server = EngineServer.start(remote, EngineServer.LOOPBACK, port);
    run(() -> lookup(".link-strip .button").queryButton().fire());
    await(() -> !strip().isVisible() && window.isIdle());
    assertThat(places()).isEqualTo(before);
  }

  private Node strip() {
    return scene.getRoot().lookup(".link-strip");
  }

  private List<Bounds> places() {
    return fx(
        () -> {
          scene.getRoot().applyCss();
          scene.getRoot().layout();
          List<Bounds> places = new ArrayList<>();
          for (String kind : new String[] {".nav-item", ".page-head .button", ".table-view"}) {
            lookup(kind)
                .queryAll()
                .forEach(node -> places.add(node.localToScene(node.getLayoutBounds())));
          }
          return places;
        });
  }
}
