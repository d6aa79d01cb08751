package io.tenantry.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.app.connect.Connection;
import io.tenantry.app.connect.ConnectionColour;
import io.tenantry.app.connect.EngineTarget;
import io.tenantry.app.connect.OtherWindows;
import io.tenantry.app.connect.WorkBoard;
import io.tenantry.app.dialogs.NoFileDialogs;
import io.tenantry.app.guard.GuardLevel;
import io.tenantry.app.navigation.ScreenRoute;
import io.tenantry.app.settings.ProjectMemory;
import io.tenantry.app.settings.TextKind;
import io.tenantry.app.settings.WindowState;
import io.tenantry.core.EngineConfig;
import io.tenantry.core.LocalEngine;
import io.tenantry.server.EngineServer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.fxmisc.richtext.CodeArea;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two engines that both have a blueprint fintech, seen from one console. */
class EnginesApartTest extends FxTest {
  private static final String WRITE = "UPDATE users SET phone = '123'";

  @TempDir private Path folder;
  private LocalEngine remote;
  private EngineServer server;
  private Console console;
  private ConsoleWindow window;
  private Connection prod;

  @BeforeEach
  void open() {
    SeededEngine seeded = new SeededEngine(folder.resolve("data")).fintech();
    seeded.close();
    SeededEngine other = new SeededEngine(folder.resolve("remote")).fintech();
    other.close();
    remote = LocalEngine.open(EngineConfig.at(folder.resolve("remote")));
    server = EngineServer.start(remote, EngineServer.LOOPBACK, 0);
    Folders folders = new Folders(folder.resolve("data"), folder.resolve("config"));
    console = fx(() -> new Console(folders, "1.0.0"));
    prod =
        new Connection(
            "prod",
            "Prod EU",
            new EngineTarget.Remote(server.url()),
            ConnectionColour.RED,
            "",
            GuardLevel.TYPED,
            Optional.empty());
    window = fx(() -> windowOn(OtherWindows.none()));
    run(
        () -> {
          console.vault().put("prod", remote.ownerKey());
          console.book().save(prod);
        });
    show(window.view().root());
    run(() -> window.start(_ -> {}));
    await(() -> isOpen("local"));
  }

  @AfterEach
  void close() {
    run(window::close);
    run(console::close);
    server.close();
    remote.close();
  }

  @Test
  void typedSqlStaysWithItsEngine() {
    run(() -> window.navigator().go(ScreenRoute.QUERY));
    await(() -> window.isIdle() && !editors().isEmpty());
    run(() -> editors().getFirst().replaceText(WRITE));
    await(() -> texts(memory()).contains(WRITE));

    switchTo(prod);
    run(() -> window.navigator().go(ScreenRoute.QUERY));
    await(() -> window.isIdle() && !editors().isEmpty());
    assertThat(fx(this::editors)).extracting(CodeArea::getText).doesNotContain(WRITE);
    assertThat(texts(fx(this::memory))).doesNotContain(WRITE);

    switchTo(fx(() -> console.book().local()));
    run(() -> window.navigator().go(ScreenRoute.QUERY));
    await(() -> editors().stream().map(CodeArea::getText).anyMatch(WRITE::equals));
  }

  @Test
  void eachConnectionRemembersItsOwnFilters() {
    run(() -> memory().keep("tenants.filter", "state:ready"));
    switchTo(prod);
    assertThat(fx(() -> memory().value("tenants.filter"))).isEmpty();
    run(() -> memory().keep("tenants.filter", "state:suspended"));
    switchTo(fx(() -> console.book().local()));
    assertThat(fx(() -> memory().value("tenants.filter"))).isEqualTo("state:ready");
  }

  @Test
  void projectThatAnotherWindowHasIsShownThereAndNotOpenedTwice() {
    List<String> asked = new ArrayList<>();
    ConsoleWindow second =
        fx(
            () ->
                windowOn(
                    new OtherWindows() {
                      @Override
                      public void openNew() {}

                      @Override
                      public void openNew(Connection connection) {}

                      @Override
                      public boolean bringForward(io.tenantry.app.settings.ProjectScope scope) {
                        asked.add(scope.connection());
                        return scope.connection().equals("local");
                      }

                      @Override
                      public boolean hasOpen(Connection connection) {
                        return false;
                      }

                      @Override
                      public WorkBoard work() {
                        return new WorkBoard();
                      }

                      @Override
                      public void quit() {}
                    }));
    run(() -> second.start(_ -> {}));
    await(() -> asked.equals(List.of("local")) && second.isIdle());
    assertThat(fx(() -> second.switchboard().current().get())).isEmpty();
    run(second::close);
  }

  private ConsoleWindow windowOn(OtherWindows others) {
    return new ConsoleWindow(
        console, console.settings().open(WindowState.fresh()), others, new NoFileDialogs());
  }

  private void switchTo(Connection connection) {
    run(() -> window.switchboard().open(connection, null));
    await(() -> isOpen(connection.id()) && window.isIdle());
  }

  private boolean isOpen(String id) {
    return window
        .switchboard()
        .current()
        .get()
        .filter(open -> open.connection().id().equals(id))
        .isPresent();
  }

  private ProjectMemory memory() {
    return console.memories().of(window.switchboard().current().get().orElseThrow().scope());
  }

  private static List<String> texts(ProjectMemory memory) {
    return memory.texts().keys(TextKind.SQL).stream()
        .flatMap(key -> memory.texts().read(TextKind.SQL, key).stream())
        .toList();
  }

  private List<CodeArea> editors() {
    return lookup(node -> node instanceof CodeArea).queryAllAs(CodeArea.class).stream().toList();
  }
}
