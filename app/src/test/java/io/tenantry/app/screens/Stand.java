package io.tenantry.app.screens;

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
import io.tenantry.app.settings.ProjectMemory;
import io.tenantry.app.shell.PageFrame;
import io.tenantry.app.tasks.RunningWork;
import io.tenantry.app.tasks.SameThreadTaskRunner;
import io.tenantry.contract.Project;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.SimpleObjectProperty;

/**
 * Single screens on a real engine, without the shell around them: the host of dialogs, a navigator
 * that only remembers, and answers that come at once. UI thread.
 */
public final class Stand implements FileDialogs {
  private final Notices notices = new Notices();
  private final Navigator navigator = new Navigator(Place.of(ScreenRoute.WORKSPACES));
  private final PageFrame page = new PageFrame(navigator);
  private final ModalHost host = new ModalHost(page);
  private final SameThreadTaskRunner tasks = new SameThreadTaskRunner();
  private final Screens screens;
  private Optional<Path> file = Optional.empty();

  public Stand(Project project, Path folder) {
    Dialogs dialogs = new Dialogs(host);
    screens =
        new Screens(
            project,
            List.of(),
            new ScreenTools(
                tasks,
                new ErrorPresenter(notices),
                dialogs,
                this,
                navigator,
                new WriteGuard(dialogs, notices),
                ProjectMemory.open(folder, tasks),
                new SimpleObjectProperty<>(Connection.local("local", "Local engine", folder)),
                RunningWork.untold()));
  }

  /** Returns the root to show in a window. */
  public ModalHost root() {
    return host;
  }

  /** Shows a new screen of a route. */
  public Screen show(ScreenRoute route, String subject) {
    Screen screen = screens.create(route);
    page.show(new Place(route, subject), screen);
    screen.shown(subject);
    return screen;
  }

  /** Says that a place is looked at: what ends elsewhere is told in another way. */
  public void lookAt(ScreenRoute route, String subject) {
    navigator.replace(new Place(route, subject));
  }

  /** Returns what runs the calls of the screens, to hold their answers back. */
  public SameThreadTaskRunner tasks() {
    return tasks;
  }

  /** Returns where the screens wanted to go last. */
  public Place place() {
    return navigator.current().get();
  }

  /** Returns what the screens said above themselves. */
  public Notices notices() {
    return notices;
  }

  /** Answers the next file dialogs with a file. */
  public void choose(Path chosen) {
    file = Optional.of(chosen);
  }

  @Override
  public Optional<Path> open(String title, FileKind... kinds) {
    return file;
  }

  @Override
  public Optional<Path> save(String title, String suggestedName, FileKind... kinds) {
    return file;
  }

  @Override
  public Optional<Path> folder(String title) {
    return file;
  }
}
