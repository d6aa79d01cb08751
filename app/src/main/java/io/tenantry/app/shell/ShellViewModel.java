package io.tenantry.app.shell;

import io.tenantry.app.connect.Attempt;
import io.tenantry.app.connect.ConnectionBook;
import io.tenantry.app.connect.LinkHealth;
import io.tenantry.app.connect.OpenConnection;
import io.tenantry.app.connect.OtherWindows;
import io.tenantry.app.connect.Switchboard;
import io.tenantry.app.connect.Work;
import io.tenantry.app.controls.state.Tone;
import io.tenantry.app.errors.ErrorPresenter;
import io.tenantry.app.fx.Problem;
import io.tenantry.app.navigation.Navigator;
import io.tenantry.app.navigation.Place;
import io.tenantry.app.navigation.ScreenFactory;
import io.tenantry.app.navigation.ScreenRoute;
import io.tenantry.app.notices.Notice;
import io.tenantry.app.page.Screen;
import io.tenantry.app.tasks.Job;
import io.tenantry.app.tasks.RunningWork;
import io.tenantry.app.tasks.TaskRunner;
import io.tenantry.app.text.Text;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** Which screen is shown for the place the user is at, and how the open engine is. UI thread. */
public final class ShellViewModel implements AutoCloseable {
  private static final Duration LOOK = Duration.ofSeconds(15);

  private final Switchboard switchboard;
  private final ConnectionBook book;
  private final TaskRunner tasks;
  private final Navigator navigator;
  private final ErrorPresenter errors;
  private final EngineScreens engineScreens;
  private final OtherWindows windows;
  private final PlaceScreens screens;
  private final ReadOnlyObjectWrapper<Status> status = new ReadOnlyObjectWrapper<>(Status.NONE);
  private final ReadOnlyObjectWrapper<Attention> attention =
      new ReadOnlyObjectWrapper<>(Attention.NONE);
  private final Use use = new Use();
  private final ReadOnlyObjectWrapper<ScreenFactory> factory;
  private final ObservableList<Work> work = FXCollections.observableArrayList();
  private final Desks desks;
  private Optional<Work> wanted = Optional.empty();
  private Optional<OpenConnection> shownFor = Optional.empty();
  private boolean restoring = true;
  private final AutoCloseables following = new AutoCloseables();
  private AutoCloseables watches = new AutoCloseables();

  /** Creates it; {@link #start} shows the first screen. */
  public ShellViewModel(
      Switchboard switchboard,
      ConnectionBook book,
      TaskRunner tasks,
      Navigator navigator,
      ErrorPresenter errors,
      EngineScreens engineScreens,
      OtherWindows windows) {
    this.switchboard = switchboard;
    this.book = book;
    this.tasks = tasks;
    this.navigator = navigator;
    this.errors = errors;
    this.engineScreens = engineScreens;
    this.windows = windows;
    this.desks =
        new Desks(
            windows.work(), switchboard, tasks, navigator, engineScreens::cancel, this::workEnded);
    this.factory = new ReadOnlyObjectWrapper<>(engineScreens.of(Optional.empty()));
    this.screens = new PlaceScreens(factory.get(), this::meanwhile, tasks, errors);
    following.add(
        switchboard.current().subscribe((_, open) -> connectionChanged(open))::unsubscribe);
    following.add(switchboard.attempt().subscribe((_, _) -> attemptChanged())::unsubscribe);
    following.add(navigator.current().subscribe((_, _) -> showCurrent())::unsubscribe);
    following.add(windows.work().all().subscribe(this::workChanged)::unsubscribe);
  }

  /** Shows the place the navigator stands at. */
  public void start() {
    showCurrent();
  }

  /** Says that the place of the last time is not gone back to: what is opened shows its work. */
  public void restoreNothing() {
    restoring = false;
  }

  /** Returns the screen to show; empty while no connection is open. */
  ReadOnlyObjectProperty<Optional<Screen>> screen() {
    return screens.shown();
  }

  /** Whether the screen still shows what it did when it was left. */
  ReadOnlyBooleanProperty refreshing() {
    return screens.refreshing();
  }

  /** Returns how the open engine is. */
  ReadOnlyObjectProperty<Status> status() {
    return status.getReadOnlyProperty();
  }

  /** Returns how the line to the open engine is. */
  ReadOnlyObjectProperty<LinkHealth> health() {
    return switchboard.health();
  }

  /** Returns what in the open project asks for attention. */
  ReadOnlyObjectProperty<Attention> attention() {
    return attention.getReadOnlyProperty();
  }

  /** Asks the open engine now how it is. */
  void ask() {
    switchboard.ask();
  }

  /** Says that the user works in this window now. */
  void used() {
    if (use.now()) {
      switchboard.ask();
    }
  }

  /** Says whether the open engine is the local one. */
  boolean isLocal() {
    return connection().get().filter(open -> open.connection().isLocal()).isPresent();
  }

  /** Returns what is open. */
  ReadOnlyObjectProperty<Optional<OpenConnection>> connection() {
    return switchboard.current();
  }

  /** Returns what is being opened. */
  ReadOnlyObjectProperty<Optional<Attempt>> attempt() {
    return switchboard.attempt();
  }

  /** Returns which screens there are now. */
  ReadOnlyObjectProperty<ScreenFactory> factory() {
    return factory.getReadOnlyProperty();
  }

  /** Returns what goes on now: here first, then in other windows and at connections left. */
  public ObservableList<Work> work() {
    return work;
  }

  private void workChanged() {
    List<Work> all = new ArrayList<>(windows.work().all());
    all.sort(Comparator.comparing(each -> !isHere(each)));
    work.setAll(all);
  }

  /** Says whether work goes on at what is open in this window. */
  boolean isHere(Work each) {
    return shownFor.filter(each.at()::sharesWork).isPresent();
  }

  /** Goes to work, in its window or at the connection that was left. */
  void open(Work each) {
    if (isHere(each) || windows.bringForward(each.at().scope())) {
      each.open().run();
    } else {
      wanted = Optional.of(each);
      open(each.at().connection());
    }
  }

  /** Returns where screens of the open connection tell what goes on. */
  public RunningWork running() {
    return desks.current();
  }

  Navigator navigator() {
    return navigator;
  }

  ErrorPresenter errors() {
    return errors;
  }

  TaskRunner tasks() {
    return tasks;
  }

  OtherWindows windows() {
    return windows;
  }

  ConnectionBook book() {
    return book;
  }

  /** Opens another saved connection. */
  void open(io.tenantry.app.connect.Connection connection) {
    switchboard.open(connection, error -> errors.showUnopened(connection.id(), error));
  }

  /** Loads the shown screen again. */
  public void reload() {
    showCurrent();
  }

  /** Ends it with its window; what is let go of afterwards shows nothing any more. */
  @Override
  public void close() {
    following.close();
    screens.end();
    watches.close();
    desks.close();
  }

  private void connectionChanged(Optional<OpenConnection> open) {
    boolean sameWork = open.isPresent() && shownFor.filter(open.get()::sharesWork).isPresent();
    boolean back = shownFor.isEmpty() && restoring;
    shownFor = open;
    if (sameWork) {
      return;
    }
    errors.notices().opened(open.map(OpenConnection::scope));
    open.map(OpenConnection::scope).ifPresent(now -> errors.notices().answers(now.connection()));
    watch(open);
    ScreenFactory next = engineScreens.of(open);
    screens.use(next);
    factory.set(next);
    if (!back) {
      navigator.reset(Place.of(open.isPresent() ? sameKindOfPlace() : ScreenRoute.CONNECTIONS));
    }
    showCurrent();
    workChanged();
    wanted.filter(this::isHere).map(Work::open).ifPresent(Runnable::run);
    wanted = Optional.empty();
  }

  /** Who looks at tenants here wants to see the tenants there. */
  private ScreenRoute sameKindOfPlace() {
    ScreenRoute root = navigator.current().get().route().root();
    return root.standsAlone() ? ScreenRoute.OVERVIEW : root;
  }

  private void watch(Optional<OpenConnection> open) {
    watches.close();
    watches = new AutoCloseables();
    desks.leave();
    status.set(Status.NONE);
    attention.set(Attention.NONE);
    open.ifPresent(this::watch);
  }

  private void watch(OpenConnection open) {
    EngineWatch engine = new EngineWatch(open);
    desks.open(open, engine);
    Runnable look = () -> look(engine);
    watches.add(
        switchboard.health().subscribe(health -> show(engine.describe(health)))::unsubscribe);
    watches.add(switchboard.health().subscribe(this::healthChanged)::unsubscribe);
    watches.add(navigator.current().subscribe((_, _) -> switchboard.ask())::unsubscribe);
    watches.add(
        errors.notices().kept().subscribe(switchboard::ask)::unsubscribe); // something was done
    watches.add(navigator.current().subscribe((_, _) -> look.run())::unsubscribe);
    watches.add(work.subscribe(look)::unsubscribe);
    watches.add(tasks.every(LOOK, look)::close);
    look.run();
  }

  /** An idle window repaints nothing: figures that always move wait for the user. */
  private void show(Status next) {
    if (use.isRecent() || next.isNewsAfter(status.get())) {
      status.set(next);
    }
  }

  private void look(EngineWatch engine) {
    tasks
        .call("engine.attention", engine::attention)
        .onSuccess(attention::set)
        .onFailure(_ -> {})
        .latest(attention)
        .start();
  }

  /** What failed while the engine was away is out of date when it is back. */
  private void healthChanged(LinkHealth before, LinkHealth now) {
    if (now instanceof LinkHealth.Up && !(before instanceof LinkHealth.Up)) {
      shownFor.map(open -> open.connection().id()).ifPresent(errors.notices()::answers);
    }
    if (before instanceof LinkHealth.Down(_, Instant since, _) && now instanceof LinkHealth.Up) {
      List.copyOf(errors.notices().shown()).stream()
          .filter(notice -> notice.tone() == Tone.DANGER && !notice.at().isBefore(since))
          .forEach(errors.notices()::close);
      reload();
    }
  }

  private void workEnded(Work ended) {
    Job job = ended.job();
    boolean failed = job.failures() > 0;
    String title = Text.of(failed ? "shell.job.failed" : "shell.job.done", job.title());
    String where =
        isHere(ended) ? "" : Text.of("shell.job.where", ended.at().connection().name()) + "\n";
    Notice.Action see = new Notice.Action(Text.of("shell.job.open"), () -> open(ended));
    (isHere(ended) ? errors.notices().here() : errors.notices().window())
        .show(
            failed ? Tone.WARNING : Tone.SUCCESS, Problem.of(title, where + job.detail(), ""), see);
  }

  private void showCurrent() {
    screens.show(navigator.current().get());
  }

  /** Returns what stands at a place while the engine behind it is being opened. */
  private Optional<Screen> meanwhile() {
    return attempt()
        .get()
        .map(
            now ->
                new OpeningScreen(
                    now.connection().name(),
                    () -> {
                      switchboard.giveUp();
                      navigator.replace(Place.of(ScreenRoute.CONNECTIONS));
                    }));
  }

  private void attemptChanged() {
    if (!factory.get().offers(navigator.current().get().route())) {
      showCurrent();
    }
  }

  /** Returns the routes of the sidebar that have a screen now, or will have one in a moment. */
  List<ScreenRoute> sidebar() {
    return List.of(ScreenRoute.values()).stream()
        .filter(route -> route.parent().isEmpty())
        .filter(route -> factory.get().offers(route) || attempt().get().isPresent())
        .toList();
  }
}
