package io.tenantry.app;

import io.tenantry.app.connect.Connection;
import io.tenantry.app.connect.ConnectionBook;
import io.tenantry.app.connect.EngineConnector;
import io.tenantry.app.connect.LocalHost;
import io.tenantry.app.connect.OpenConnection;
import io.tenantry.app.connect.RunningElsewhere;
import io.tenantry.app.connect.SecretVault;
import io.tenantry.app.connect.Switchboard;
import io.tenantry.app.dialogs.Dialogs;
import io.tenantry.app.dialogs.FileDialogs;
import io.tenantry.app.dialogs.ModalHost;
import io.tenantry.app.errors.Banners;
import io.tenantry.app.errors.ErrorPresenter;
import io.tenantry.app.guard.WriteGuard;
import io.tenantry.app.navigation.Navigator;
import io.tenantry.app.navigation.Place;
import io.tenantry.app.navigation.Route;
import io.tenantry.app.navigation.ScreenFactory;
import io.tenantry.app.page.Screen;
import io.tenantry.app.screens.ScreenTools;
import io.tenantry.app.screens.Screens;
import io.tenantry.app.screens.StandaloneScreens;
import io.tenantry.app.screens.connections.ConnectionsView;
import io.tenantry.app.screens.connections.ConnectionsViewModel;
import io.tenantry.app.screens.connections.EditConnectionViewModel;
import io.tenantry.app.screens.connections.LocalPanelViewModel;
import io.tenantry.app.screens.settings.About;
import io.tenantry.app.screens.settings.SettingsView;
import io.tenantry.app.settings.ProjectMemories;
import io.tenantry.app.settings.Settings;
import io.tenantry.app.settings.SettingsFile;
import io.tenantry.app.shell.ShellView;
import io.tenantry.app.shell.ShellViewModel;
import io.tenantry.app.shell.ThemeSwitch;
import io.tenantry.app.tasks.FxTaskRunner;
import io.tenantry.app.tasks.TaskRunner;
import io.tenantry.contract.error.EngineException;
import io.tenantry.themes.Themes;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.layout.BorderPane;

/**
 * The composition root: builds every part of the console by constructor, in order, and takes it
 * down in the opposite order. UI thread.
 */
public final class ConsoleApp implements AutoCloseable {
  private final FxTaskRunner tasks = new FxTaskRunner();
  private final Settings settings;
  private final ProjectMemories memories;
  private final LocalHost local;
  private final SecretVault vault;
  private final EngineConnector connector;
  private final ConnectionBook book;
  private final Switchboard switchboard;
  private final Navigator navigator;
  private final BorderPane frame = new BorderPane();
  private final ModalHost host = new ModalHost(frame);
  private final Dialogs dialogs = new Dialogs(host);
  private final ErrorPresenter errors = new ErrorPresenter(new Banners());
  private final Uncaught uncaught = new Uncaught(errors);
  private final WriteGuard guard = new WriteGuard(dialogs, errors.banners());
  private final FileDialogs files;
  private final About about;
  private final ShellViewModel shell;
  private final ShellView view;

  /**
   * Builds the console; nothing is opened yet.
   *
   * @param files the system's choosers, or a stand-in where there are none
   */
  ConsoleApp(Folders folders, String version, FileDialogs files) {
    this.files = files;
    Themes.loadFonts();
    settings = new Settings(new SettingsFile(folders.config()), tasks);
    ThemeSwitch themes = new ThemeSwitch(settings);
    memories = new ProjectMemories(folders.config(), tasks);
    local = new LocalHost(folders.data());
    vault = new SecretVault(folders.config());
    connector = new EngineConnector(local, vault);
    book = new ConnectionBook(folders.config(), vault);
    switchboard = new Switchboard(connector, book, memories, tasks, settings);
    navigator = new Navigator(startPlace());
    about = new About(version, folders.data(), folders.config());
    tasks.onUnhandled(errors::show);
    switchboard
        .current()
        .subscribe(open -> open.ifPresent(now -> guard.level(now.connection().guard())));
    navigator.current().subscribe(place -> settings.routeProperty().set(place.route().name()));
    shell = new ShellViewModel(switchboard, book, tasks, navigator, errors, this::screensFor);
    view = new ShellView(shell, settings, themes, tasks, frame, host, dialogs);
  }

  /** Opens the connection that was open last, or the local engine; on failure the list of them. */
  void start(Consumer<EngineException> onFailure) {
    book.find(RunningElsewhere.ID).ifPresent(book::remove);
    Connection last = book.find(settings.connectionProperty().get()).orElseGet(book::local);
    shell.start();
    switchboard.open(
        last,
        error -> {
          navigator.replace(Place.of(Route.CONNECTIONS));
          onFailure.accept(error);
        });
  }

  /** Returns where errors end that nothing caught; who runs the console puts it in place. */
  Uncaught uncaught() {
    return uncaught;
  }

  ShellView view() {
    return view;
  }

  Settings settings() {
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

  TaskRunner tasks() {
    return tasks;
  }

  /** Opens the engine of the process that has the data folder open, as a remote one. */
  void openRunning(RunningElsewhere running, Consumer<EngineException> onFailure) {
    Connection connection = running.connection();
    vault.put(connection.id(), running.apiKey());
    book.save(connection);
    switchboard.open(connection, onFailure);
  }

  LocalHost local() {
    return local;
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
    shell.close();
    memories.flush();
    settings.flush();
    tasks.close();
    switchboard.release();
    local.close();
  }

  private ScreenFactory screensFor(Optional<OpenConnection> open) {
    ScreenFactory engine =
        open.<ScreenFactory>map(this::screensOf).orElseGet(StandaloneScreens::none);
    return new StandaloneScreens(
        this::connections, () -> new SettingsView(settings, about), engine);
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
            memories.of(open.scope()),
            switchboard.current().map(now -> now.orElse(open).connection()));
    return new Screens(open.project(), open.info().regions(), tools);
  }

  private Screen connections() {
    return new ConnectionsView(
        new ConnectionsViewModel(book, switchboard, tasks, errors),
        new LocalPanelViewModel(local, tasks, errors, settings),
        edited -> new EditConnectionViewModel(edited, book, vault, connector, tasks, errors),
        dialogs,
        files,
        settings);
  }

  private Place startPlace() {
    String kept = settings.routeProperty().get();
    for (Route route : Route.values()) {
      if (route.name().equals(kept)) {
        return Place.of(route.root());
      }
    }
    return Place.of(Route.WORKSPACES);
  }
}
