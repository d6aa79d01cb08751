package io.tenantry.app.screens.backups;

import io.tenantry.app.navigation.Navigator;
import io.tenantry.app.navigation.ScreenRoute;
import io.tenantry.app.tasks.Job;
import io.tenantry.app.tasks.RunningWork;
import io.tenantry.app.tasks.TaskRunner;
import io.tenantry.app.text.Figures;
import io.tenantry.app.text.Text;
import io.tenantry.contract.backups.BackupFleet;
import io.tenantry.contract.backups.BackupRun;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/**
 * Follows the backup run that goes on in the engine, also while something else is looked at, and
 * tells of it in the window's list of work. Asks the engine only while one goes on. UI thread.
 */
final class BackupRunWatch {
  private static final Duration TICK = Duration.ofMillis(400);

  private final BackupFleet fleet;
  private final TaskRunner tasks;
  private final RunningWork work;
  private final Home home;
  private final Consumer<BackupRun> onEnded;
  private final ReadOnlyObjectWrapper<Optional<BackupRun>> running =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private TaskRunner.Handle clock = () -> {};
  private boolean asking;

  /**
   * Creates it.
   *
   * @param onEnded is told of each run that was followed to its end
   */
  BackupRunWatch(
      BackupFleet fleet,
      TaskRunner tasks,
      RunningWork work,
      Navigator navigator,
      Consumer<BackupRun> onEnded) {
    this.fleet = fleet;
    this.tasks = tasks;
    this.work = work;
    this.home = new Home(navigator);
    this.onEnded = onEnded;
  }

  private record Home(Navigator navigator) implements RunningWork.Home {
    @Override
    public void open() {
      navigator.go(ScreenRoute.BACKUPS);
    }

    @Override
    public boolean isLookedAt() {
      return navigator.current().get().route() == ScreenRoute.BACKUPS;
    }

    @Override
    public boolean isOfEngine() {
      return true;
    }
  }

  /** The run that goes on. */
  ReadOnlyObjectProperty<Optional<BackupRun>> running() {
    return running.getReadOnlyProperty();
  }

  boolean isLookedAt() {
    return home.isLookedAt();
  }

  /** Takes up a run that somebody started, if there is one. */
  void find() {
    if (running.get().isEmpty()) {
      tasks
          .call("backups.runs", fleet::runs)
          .onSuccess(
              runs ->
                  runs.stream()
                      .filter(run -> run.status() == BackupRun.Status.RUNNING)
                      .findFirst()
                      .ifPresent(this::follow))
          .onFailure(_ -> {}) // looked for again when the screen is shown
          .latest(this)
          .start();
    }
  }

  /** Follows a run to its end. */
  void follow(BackupRun run) {
    clock.close();
    show(run);
    if (running.get().isPresent()) {
      clock = tasks.every(TICK, this::ask);
    }
  }

  /** Stops what goes on; it ends behind the tenants that are in work. */
  void stop() {
    running
        .get()
        .ifPresent(
            run ->
                tasks
                    .call("backups.stop", () -> fleet.stop(run.id()))
                    .onSuccess(this::show)
                    .start());
  }

  private void ask() {
    Optional<BackupRun> now = running.get();
    if (asking || now.isEmpty()) {
      return;
    }
    asking = true;
    tasks
        .call("backups.run", () -> fleet.run(now.get().id()))
        .onSuccess(this::show)
        .onFailure(_ -> {}) // asked again; the shell says when the engine is away
        .onDone(() -> asking = false)
        .start();
  }

  private void show(BackupRun run) {
    boolean known = running.get().filter(before -> before.id().equals(run.id())).isPresent();
    if (run.status() == BackupRun.Status.RUNNING) {
      running.set(Optional.of(run));
      work.show(job(run), home);
    } else if (known || running.get().isEmpty()) {
      running.set(Optional.empty());
      clock.close();
      onEnded.accept(run);
      work.ended(job(run), home);
    }
  }

  private static Job job(BackupRun run) {
    String detail =
        Text.of("backups.of", Figures.count(run.through()), Figures.count(run.tenants()));
    return new Job(
        run.id().value(),
        Text.of("backups.run.title", Figures.count(run.tenants(), "tenant", "tenants")),
        detail,
        run.tenants() == 0
            ? OptionalDouble.empty()
            : OptionalDouble.of((double) run.through() / run.tenants()),
        Math.toIntExact(run.failed()),
        run.status() != BackupRun.Status.RUNNING);
  }

  /** Ends for good; the engine goes on. */
  void close() {
    clock.close();
    running.get().ifPresent(run -> work.dropped(run.id().value()));
    running.set(Optional.empty());
    tasks.forget(this);
  }
}
