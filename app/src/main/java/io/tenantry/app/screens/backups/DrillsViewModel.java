package io.tenantry.app.screens.backups;

import io.tenantry.app.navigation.Navigator;
import io.tenantry.app.navigation.ScreenRoute;
import io.tenantry.app.tasks.Job;
import io.tenantry.app.tasks.RunningWork;
import io.tenantry.app.tasks.TaskRunner;
import io.tenantry.app.text.Figures;
import io.tenantry.app.text.Text;
import io.tenantry.contract.drills.Drill;
import io.tenantry.contract.drills.DrilledDatabase;
import io.tenantry.contract.drills.Drills;
import io.tenantry.contract.drills.ReportCheck;
import io.tenantry.contract.drills.SignedReport;
import io.tenantry.contract.drills.StartDrill;
import io.tenantry.contract.error.EngineException;
import io.tenantry.contract.page.Page;
import io.tenantry.contract.page.PageRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;

/** Restore drills: the past ones, and the one that goes on. UI thread. */
public final class DrillsViewModel {
  private static final Duration TICK = Duration.ofMillis(400);
  private static final int PAGE = 1000;

  private final Drills drills;
  private final TaskRunner tasks;
  private final RunningWork work;
  private final Home home;
  private final ReadOnlyObjectWrapper<List<Drill>> all = new ReadOnlyObjectWrapper<>(List.of());
  private final ObjectProperty<Optional<Drill>> ended =
      new SimpleObjectProperty<>(Optional.empty());
  private TaskRunner.Handle clock = () -> {};
  private boolean asking;

  /** Creates it with what it uses. */
  public DrillsViewModel(Drills drills, TaskRunner tasks, RunningWork work, Navigator navigator) {
    this.drills = drills;
    this.tasks = tasks;
    this.work = work;
    this.home = new Home(navigator);
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

  /** The newest drills, newest first. */
  ReadOnlyObjectProperty<List<Drill>> all() {
    return all.getReadOnlyProperty();
  }

  /** The drill that has ended while the screen was looked at, to be told. */
  ObjectProperty<Optional<Drill>> ended() {
    return ended;
  }

  /** Reads the list. */
  void load() {
    if (asking) {
      return;
    }
    asking = true;
    tasks
        .call("drills.list", drills::list)
        .onSuccess(this::show)
        .onFailure(_ -> {}) // the list of tenants says when the engine is away
        .onDone(() -> asking = false)
        .start();
  }

  private void show(List<Drill> found) {
    List<Drill> before = all.get();
    all.set(found);
    clock.close();
    if (found.stream().anyMatch(DrillsViewModel::isRunning)) {
      clock = tasks.every(TICK, this::load);
    }
    for (Drill drill : found) {
      if (isRunning(drill)) {
        work.show(job(drill), home);
      } else if (before.stream()
          .anyMatch(each -> each.id().equals(drill.id()) && isRunning(each))) {
        tell(drill);
      }
    }
  }

  private void tell(Drill drill) {
    if (home.isLookedAt()) {
      ended.set(Optional.of(drill));
    }
    work.ended(job(drill), home);
  }

  static boolean isRunning(Drill drill) {
    return drill.status() == Drill.Status.RUNNING;
  }

  private static Job job(Drill drill) {
    return new Job(
        drill.id().value(),
        Text.of("drills.job", Figures.count(drill.databases(), "database", "databases")),
        Text.of("drills.of", Figures.count(drill.through()), Figures.count(drill.databases())),
        drill.databases() == 0
            ? OptionalDouble.empty()
            : OptionalDouble.of((double) drill.through() / drill.databases()),
        Math.toIntExact(drill.failed()),
        !isRunning(drill));
  }

  /** Starts a drill. */
  void start(StartDrill request, Runnable then, Consumer<EngineException> onFailure) {
    tasks
        .call("drills.start", () -> drills.start(request))
        .onSuccess(
            started -> {
              List<Drill> now = new ArrayList<>(all.get());
              now.addFirst(started);
              show(now);
              then.run();
            })
        .onFailure(onFailure)
        .start();
  }

  /** Stops a drill behind the database that is in work. */
  void stop(Drill drill) {
    tasks.call("drills.stop", () -> drills.stop(drill.id())).onSuccess(_ -> load()).start();
  }

  /** Reads what a drill found, those that failed first. */
  void found(Drill drill, Consumer<List<DrilledDatabase>> then) {
    tasks.call("drills.found", () -> found(drill)).onSuccess(then).latest(this).start();
  }

  private List<DrilledDatabase> found(Drill drill) {
    List<DrilledDatabase> found = new ArrayList<>();
    for (DrilledDatabase.Outcome outcome :
        List.of(
            DrilledDatabase.Outcome.FAILED,
            DrilledDatabase.Outcome.WITHOUT_BACKUP,
            DrilledDatabase.Outcome.WAITING,
            DrilledDatabase.Outcome.PASSED)) {
      Optional<String> cursor = Optional.empty();
      do {
        Page<DrilledDatabase> page =
            drills.databases(
                drill.id(), Optional.of(outcome), new PageRequest(Optional.of(PAGE), cursor));
        found.addAll(page.items());
        cursor = page.nextCursor();
      } while (cursor.isPresent());
    }
    return found;
  }

  /** Writes the report of a drill and beside it its signature and the key to check it with. */
  void save(Drill drill, Path target, Runnable then, Consumer<EngineException> onFailure) {
    tasks
        .run("drills.save", () -> write(drills.report(drill.id()), target))
        .onSuccess(_ -> then.run())
        .onFailure(onFailure)
        .start();
  }

  private static void write(SignedReport report, Path target) {
    try {
      Files.writeString(target, report.text());
      Files.write(beside(target, ".sig"), Base64.getDecoder().decode(report.signature()));
      Files.writeString(beside(target, ".pem"), report.publicKey());
    } catch (IOException e) {
      throw EngineException.badRequest(
          Text.of("drills.saveFailed", String.valueOf(e.getMessage())));
    }
  }

  private static Path beside(Path target, String suffix) {
    return target.resolveSibling(target.getFileName() + suffix);
  }

  /** Checks a report that was saved, with what lies beside it. */
  void check(Path report, Consumer<ReportCheck> then, Consumer<EngineException> onFailure) {
    tasks
        .call("drills.check", () -> drills.check(read(report)))
        .onSuccess(then)
        .onFailure(onFailure)
        .start();
  }

  private static SignedReport read(Path report) {
    try {
      return new SignedReport(
          Files.readString(report),
          Base64.getEncoder().encodeToString(Files.readAllBytes(beside(report, ".sig"))),
          Files.readString(beside(report, ".pem")));
    } catch (IOException e) {
      throw EngineException.badRequest(Text.of("drills.check.missing"));
    }
  }

  /** Ends for good; the engine goes on. */
  void close() {
    clock.close();
    all.get().stream()
        .filter(DrillsViewModel::isRunning)
        .forEach(drill -> work.dropped(drill.id().value()));
    tasks.forget(this);
  }
}
