package io.tenantry.app;

import io.tenantry.app.connect.Connection;
import io.tenantry.app.dialogs.Dialogs;
import io.tenantry.app.dialogs.FileDialogs;
import io.tenantry.app.dialogs.ModalHost;
import io.tenantry.app.errors.ErrorPresenter;
import io.tenantry.app.guard.WriteGuard;
import io.tenantry.app.navigation.Navigator;
import io.tenantry.app.navigation.Place;
import io.tenantry.app.navigation.ScreenRoute;
import io.tenantry.app.notices.Notices;
import io.tenantry.app.page.Screen;
import io.tenantry.app.screens.ScreenTools;
import io.tenantry.app.screens.Screens;
import io.tenantry.app.settings.ProjectMemory;
import io.tenantry.app.shell.PageFrame;
import io.tenantry.app.tasks.FxTaskRunner;
import io.tenantry.app.tasks.RunningWork;
import java.nio.file.Path;
import java.util.Optional;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Node;
import javafx.scene.Scene;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

/** Base of tests of one screen: real controls over a real engine, without the shell around. */
public abstract class ScreenTest extends FxTest {
  @TempDir static Path folder;

  private FxTaskRunner tasks;
  private Navigator navigator;
  private Optional<Screen> opened = Optional.empty();
  private Screens screens;
  private PageFrame page;
  private ModalHost host;

  /** The engine behind the screen; {@link #seed} fills it once per class. */
  protected SeededEngine engine;

  /** Fills the engine before the first test. */
  protected abstract void seed(SeededEngine fresh);

  @BeforeAll
  void openEngine() {
    engine = new SeededEngine(folder.resolve(getClass().getSimpleName()));
    seed(engine);
    run(this::build);
  }

  @AfterAll
  void closeEngine() {
    tasks.close();
    await(tasks::isIdle); // what is being written would come back into a folder that is deleted
    engine.close();
  }

  private void build() {
    Notices notices = new Notices();
    ErrorPresenter errors = new ErrorPresenter(notices);
    tasks = new FxTaskRunner();
    tasks.onUnhandled(errors::show);
    navigator = new Navigator(Place.of(ScreenRoute.TENANTS));
    page = new PageFrame(navigator);
    host = new ModalHost(page);
    Dialogs dialogs = new Dialogs(host);
    Path config = folder.resolve(getClass().getSimpleName() + "-config");
    screens =
        new Screens(
            engine.project(),
            engine.regions(),
            new ScreenTools(
                tasks,
                errors,
                dialogs,
                new NoFiles(),
                navigator,
                new WriteGuard(dialogs, notices),
                ProjectMemory.open(config, tasks),
                new SimpleObjectProperty<>(Connection.local("local", "Local engine", folder)),
                RunningWork.untold()));
  }

  /** Shows a screen in a window of 1440 by 900. */
  protected Scene open(ScreenRoute route, String subject) {
    Screen screen =
        fx(
            () -> {
              opened.ifPresent(Screen::left);
              Screen made = screens.create(route);
              opened = Optional.of(made);
              page.show(new Place(route, subject), made);
              return made;
            });
    if (host.getScene() == null) {
      show(host);
    }
    run(() -> screen.shown(subject));
    settle();
    return host.getScene();
  }

  /** Returns the screen that is open. */
  protected Screen shown() {
    return opened.orElseThrow();
  }

  /** Says whether nothing is being loaded. */
  protected boolean isIdle() {
    return tasks.isIdle();
  }

  /** Returns where the screen has led. */
  protected Place place() {
    return fx(() -> navigator.current().get());
  }

  /** Waits until a node with that selector or text is there and visible. */
  protected Node awaitNode(String query) {
    await(() -> lookup(query).queryAll().stream().anyMatch(ScreenTest::isShown));
    return lookup(query).queryAll().stream().filter(ScreenTest::isShown).findFirst().orElseThrow();
  }

  private static boolean isShown(Node node) {
    for (Node at = node; at != null; at = at.getParent()) {
      if (!at.isVisible()) {
        return false;
      }
    }
    return true;
  }

  /** The headless toolkit has no file choosers. */
  private static final class NoFiles implements FileDialogs {
    @Override
    public Optional<Path> open(String title, FileKind... kinds) {
      return Optional.empty();
    }

    @Override
    public Optional<Path> save(String title, String suggestedName, FileKind... kinds) {
      return Optional.empty();
    }

    @Override
    public Optional<Path> folder(String title) {
      return Optional.empty();
    }
  }
}
