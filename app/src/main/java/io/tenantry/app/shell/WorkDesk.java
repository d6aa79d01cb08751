package io.tenantry.app.shell;

import io.tenantry.app.connect.OpenConnection;
import io.tenantry.app.connect.Work;
import io.tenantry.app.connect.WorkBoard;
import io.tenantry.app.guard.GuardLevel;
import io.tenantry.app.navigation.Navigator;
import io.tenantry.app.navigation.Place;
import io.tenantry.app.navigation.ScreenRoute;
import io.tenantry.app.tasks.Job;
import io.tenantry.app.tasks.JobWatcher;
import io.tenantry.app.tasks.RunningWork;
import io.tenantry.app.tasks.TaskRunner;
import io.tenantry.app.tasks.TrackedWork;
import io.tenantry.contract.deployments.DeploymentId;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.collections.ObservableList;

/**
 * What goes on at one open connection: the deployments of its engine, and what screens run. It is
 * followed to its end when the connection is left meanwhile. UI thread.
 */
final class WorkDesk implements RunningWork, AutoCloseable {
  private final OpenConnection at;
  private final WorkBoard board;
  private final Navigator navigator;
  private final Consumer<DeploymentId> canceller;
  private final Consumer<Work> onEnded;
  private final WorkHistory history = new WorkHistory();
  private final JobWatcher watcher;
  private List<Job> deployments = List.of();
  private Runnable onClosed = () -> {};
  private boolean isLeft;

  /**
   * Starts to follow the engine.
   *
   * @param canceller asks whether a deployment is to be cancelled
   * @param onEnded is told of work that has ended while the user looked at something else
   */
  WorkDesk(
      OpenConnection at,
      WorkBoard board,
      TaskRunner tasks,
      Navigator navigator,
      EngineWatch engine,
      Consumer<DeploymentId> canceller,
      Consumer<Work> onEnded) {
    this.at = at;
    this.board = board;
    this.navigator = navigator;
    this.canceller = canceller;
    this.onEnded = onEnded;
    watcher = new JobWatcher(tasks, engine::jobs, job -> ended(job, new DeploymentPage(job.id())));
    watcher.running().subscribe(this::showDeployments);
  }

  OpenConnection at() {
    return at;
  }

  /** Says whether nothing goes on. */
  boolean isIdle() {
    return board.of(at).isEmpty();
  }

  /** Goes on without its screens until everything has ended, and then closes itself. */
  void leave(Runnable whenClosed) {
    isLeft = true;
    onClosed = whenClosed;
  }

  private void showDeployments() {
    List<Job> now = List.copyOf(watcher.running());
    List<Job> before = deployments;
    deployments = now;
    before.stream()
        .map(Job::id)
        .filter(id -> now.stream().noneMatch(job -> job.id().equals(id)))
        .forEach(this::dropped);
    now.forEach(job -> show(job, new DeploymentPage(job.id())));
  }

  @Override
  public void show(Job job, Home home) {
    board.show(new Work(at, job, home::open, home.stop(), home.isOfEngine()));
    history.show(job, home);
  }

  @Override
  public ObservableList<TrackedWork> tracked() {
    return history.all();
  }

  @Override
  public void ended(Job job, Home home) {
    boolean isTold = isLeft || !home.isLookedAt();
    history.ended(job, home);
    dropped(job.id());
    if (isTold) {
      onEnded.accept(new Work(at, job, home::open, home.stop(), home.isOfEngine()));
    }
  }

  @Override
  public void dropped(String id) {
    board.remove(at, id);
    history.dropped(id);
    if (isLeft && isIdle()) {
      close();
    }
  }

  @Override
  public void close() {
    isLeft = false;
    watcher.close();
    board.of(at).forEach(work -> dropped(work.job().id()));
    onClosed.run();
    onClosed = () -> {};
  }

  private final class DeploymentPage implements Home {
    private final DeploymentId id;
    private final Place place;

    DeploymentPage(String id) {
      this.id = new DeploymentId(id);
      place = new Place(ScreenRoute.DEPLOYMENT, id);
    }

    @Override
    public void open() {
      navigator.go(place);
    }

    @Override
    public boolean isLookedAt() {
      return navigator.current().get().equals(place);
    }

    @Override
    public boolean isOfEngine() {
      return true;
    }

    @Override
    public Optional<Runnable> stop() {
      return at.connection().guard() == GuardLevel.READ_ONLY
          ? Optional.empty()
          : Optional.of(() -> canceller.accept(id));
    }
  }
}
