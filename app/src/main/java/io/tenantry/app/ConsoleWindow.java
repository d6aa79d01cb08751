package io.tenantry.app;

import io.tenantry.app.connect.Connection;
import io.tenantry.app.connect.ConnectionBook;
import io.tenantry.app.connect.EngineTarget;
import io.tenantry.app.connect.LocalHost;
import io.tenantry.app.connect.OpenConnection;
import io.tenantry.app.connect.OtherWindows;
import io.tenantry.app.connect.RunningElsewhere;
import io.tenantry.app.connect.Switchboard;
import io.tenantry.app.connect.Work;
import io.tenantry.app.controls.Aging;
import io.tenantry.app.dialogs.Dialogs;
import io.tenantry.app.dialogs.FileDialogs;
import io.tenantry.app.dialogs.FolderOpener;
import io.tenantry.app.dialogs.ModalHost;
import io.tenantry.app.dialogs.NoFileDialogs;
import io.tenantry.app.errors.ErrorPresenter;
import io.tenantry.app.guard.WriteGuard;
import io.tenantry.app.navigation.Navigator;
import io.tenantry.app.navigation.Place;
import io.tenantry.app.navigation.ScreenFactory;
import io.tenantry.app.navigation.ScreenRoute;
import io.tenantry.app.notices.Notices;
import io.tenantry.app.notices.RememberedNotices;
import io.tenantry.app.page.Screen;
import io.tenantry.app.projects.ProjectDialogs;
import io.tenantry.app.projects.ProjectSwitcher;
import io.tenantry.app.projects.ProjectsViewModel;
import io.tenantry.app.screens.ScreenTools;
import io.tenantry.app.screens.Screens;
import io.tenantry.app.screens.StandaloneScreens;
import io.tenantry.app.screens.connections.ConnectionsView;
import io.tenantry.app.screens.connections.ConnectionsViewModel;
import io.tenantry.app.screens.connections.EditConnectionViewModel;
import io.tenantry.app.screens.connections.LocalPanelViewModel;
import io.tenantry.app.screens.connections.RemovedConnections;
import io.tenantry.app.screens.deployments.DeploymentCancelling;
import io.tenantry.app.screens.settings.SettingsView;
import io.tenantry.app.settings.WindowSettings;
import io.tenantry.app.settings.WindowState;
import io.tenantry.app.shell.EngineScreens;
import io.tenantry.app.shell.ShellTools;
import io.tenantry.app.shell.ShellView;
import io.tenantry.app.shell.ShellViewModel;
import io.tenantry.app.shell.ThemeSwitch;
import io.tenantry.app.tasks.FxTaskRunner;
import io.tenantry.app.tasks.TaskRunner;
import io.tenantry.app.text.Figures;
import io.tenantry.contract.deployments.DeploymentId;
import io.tenantry.contract.error.EngineException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.collections.ObservableList;
import javafx.scene.layout.StackPane;

/**
 * The composition root of one window: builds every part of it by constructor, in order, and takes
 * it down in the opposite order. It is no stage, so that a tour or a test can put it into its own.
 * UI thread.
 */
public final class ConsoleWindow implements AutoCloseable {
  private final Console console;
  private final WindowSettings settings;
  private final FileDialogs files;
  private final OtherWindows others;
  private final FxTaskRunner tasks = new FxTaskRunner();
  private final Switchboard switchboard;
  private final Navigator navigator;
  private final StackPane layers = new StackPane();
  private final ModalHost host = new ModalHost(layers);
  private final Dialogs dialogs = new Dialogs(host);
  private final ErrorPresenter errors;
  private final WriteGuard guard;
  private final ThemeSwitch themes;
  private final ShellViewModel shell;
  private final ShellView view;

  /** The only window of a console, as on a first start, where nobody can choose files. */
  static ConsoleWindow alone(Console console) {
    return new ConsoleWindow(
        console,
        console.settings().open(WindowState.fresh()),
        OtherWindows.none(),
        new NoFileDialogs());
  }

  /**
   * Builds a window; nothing is opened yet.
   *
   * @param settings what it showed before
   * @param files the system's choosers, or a stand-in where there are none
   */
  ConsoleWindow(Console console, WindowSettings settings, OtherWindows others, FileDialogs files) {
    this.console = console;
    this.settings = settings;
    this.files = files;
    this.others = others;
    errors = new ErrorPresenter(new Notices(new RememberedNotices(console.memories()::of)));
    guard = new WriteGuard(dialogs, errors.notices());
    themes = new ThemeSwitch(settings);
    switchboard =
        new Switchboard(
            console.connector(), console.book(), console.memories(), tasks, settings, others);
    switchboard.askBeforeLeaving(dialogs::whenNothingIsCutOff);
    navigator = new Navigator(startPlace());
    tasks.onUnhandled(errors::show);
    console.uncaught().used(errors);
    switchboard
        .current()
        .subscribe(open -> open.ifPresent(now -> guard.level(now.connection().guard())));
    navigator.current().subscribe(this::keep);
    shell =
        new ShellViewModel(
            switchboard, console.book(), tasks, navigator, errors, engineScreens(), others);
    ProjectsViewModel projects =
        new ProjectsViewModel(switchboard, console.connector(), tasks, errors);
    view =
        new ShellView(
            shell,
            new ShellTools(
                tasks, settings, themes, dialogs, open -> console.memories().of(open.scope())),
            new ProjectSwitcher(projects, new ProjectDialogs(projects, dialogs, guard)),
            layers,
            host);
    tellTime();
  }

  /** All that says how long ago something was says it anew at the same moment. */
  private void tellTime() {
    Instant now = Instant.now();
    Aging.tell(view.root(), now);
    tasks.after(Figures.untilNextStep(now), this::tellTime);
  }

  /** Opens the connection that was open last, or the local engine; on failure the list of them. */
  void start(Consumer<EngineException> onFailure) {
    shell.start();
    switchboard.open(
        wanted(),
        error -> {
          shell.restoreNothing();
          navigator.replace(Place.of(ScreenRoute.CONNECTIONS));
          onFailure.accept(error);
        });
  }

  /** Returns the connection that was open last, or the local engine. */
  Connection wanted() {
    ConnectionBook book = console.book();
    return book.find(settings.connectionProperty().get()).orElseGet(book::local);
  }

  /** Shows the list of connections and opens none. */
  void startWithoutConnection() {
    shell.restoreNothing();
    navigator.replace(Place.of(ScreenRoute.CONNECTIONS));
    shell.start();
  }

  /** Says that the user works in this window now. */
  void used() {
    console.uncaught().used(errors);
  }

  ShellView view() {
    return view;
  }

  WindowSettings settings() {
    return settings;
  }

  Navigator navigator() {
    return navigator;
  }

  Switchboard switchboard() {
    return switchboard;
  }

  ErrorPresenter errors() {
    return errors;
  }

  Dialogs dialogs() {
    return dialogs;
  }

  WriteGuard guard() {
    return guard;
  }

  ObservableList<Work> work() {
    return shell.work();
  }

  TaskRunner tasks() {
    return tasks;
  }

  /** Opens the engine of the process that has the data folder open, as a remote one. */
  void openRunning(RunningElsewhere running, Consumer<EngineException> onFailure) {
    Connection connection = running.connection();
    console.vault().put(connection.id(), running.apiKey());
    console.book().save(connection);
    switchboard.open(connection, onFailure);
  }

  /** Returns the local engine that this window shows, or that of the console's start. */
  LocalHost local() {
    return console
        .book()
        .find(settings.connectionProperty().get())
        .map(Connection::target)
        .flatMap(ConsoleWindow::folderOf)
        .map(console.locals()::of)
        .orElseGet(console.locals()::home);
  }

  private static Optional<Path> folderOf(EngineTarget target) {
    return target instanceof EngineTarget.Local(Path folder)
        ? Optional.of(folder)
        : Optional.empty();
  }

  /** Loads the shown screen again. */
  void reload() {
    shell.reload();
  }

  /** Says whether nothing is being loaded. */
  boolean isIdle() {
    return tasks.isIdle();
  }

  @Override
  public void close() {
    console.uncaught().closed(errors);
    shell.close();
    themes.close();
    tasks.close();
    switchboard.close();
  }

  private EngineScreens engineScreens() {
    DeploymentCancelling cancelling = new DeploymentCancelling(tasks, guard, errors);
    return new EngineScreens() {
      @Override
      public ScreenFactory of(Optional<OpenConnection> open) {
        return screensFor(open);
      }

      @Override
      public void cancel(OpenConnection at, DeploymentId deployment) {
        cancelling.ask(at.project().deployments(), at.connection().guard(), deployment);
      }
    };
  }

  private ScreenFactory screensFor(Optional<OpenConnection> open) {
    ScreenFactory engine =
        open.<ScreenFactory>map(this::screensOf).orElseGet(StandaloneScreens::none);
    return new StandaloneScreens(this::connections, this::settingsScreen, engine);
  }

  private Screen settingsScreen() {
    return new SettingsView(
        settings, console.about(), FolderOpener.ofSystem(tasks), errors.notices());
  }

  private Screens screensOf(OpenConnection open) {
    ScreenTools tools =
        new ScreenTools(
            tasks,
            errors,
            dialogs,
            files,
            navigator,
            guard,
            console.memories().of(open.scope()),
            switchboard.current().map(now -> now.orElse(open).connection()),
            shell.running());
    return new Screens(open.project(), open.info().regions(), tools);
  }

  private Screen connections() {
    return new ConnectionsView(
        new ConnectionsViewModel(
            console.book(),
            switchboard,
            others,
            new RemovedConnections(console.vault(), console.memories()),
            tasks,
            errors),
        new LocalPanelViewModel(console.locals().home(), tasks, errors, settings),
        edited ->
            new EditConnectionViewModel(
                edited, console.book(), console.vault(), console.connector(), tasks, errors),
        dialogs,
        files);
  }

  private void keep(Place place) {
    settings.routeProperty().set(place.route().name());
    settings.subjectProperty().set(place.isOfOne() ? place.subject() : "");
  }

  private Place startPlace() {
    String kept = settings.routeProperty().get();
    String subject = settings.subjectProperty().get();
    for (ScreenRoute route : ScreenRoute.values()) {
      if (route.name().equals(kept)) {
        Place place = new Place(route, subject);
        return place.isOfOne() ? place : Place.of(route.root());
      }
    }
    return Place.of(ScreenRoute.OVERVIEW);
  }
}
