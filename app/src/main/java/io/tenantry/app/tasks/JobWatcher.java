package io.tenantry.app.tasks;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/**
 * Follows the jobs of an engine by asking again and again, often while one runs and seldom while
 * none does; local and remote engines look the same. UI thread.
 */
public final class JobWatcher implements AutoCloseable {
  private static final Duration BUSY = Duration.ofMillis(400);
  private static final int IDLE_ROUNDS = 8;

  private final TaskRunner tasks;
  private final Callable<List<Job>> source;
  private final Consumer<Job> onEnded;
  private final ObservableList<Job> running = FXCollections.observableArrayList();
  private final ObservableList<Job> readOnly = FXCollections.unmodifiableObservableList(running);
  private final Set<String> followed = new HashSet<>();
  private final TaskRunner.Handle clock;
  private int rounds;
  private boolean asking;

  /**
   * Starts to follow.
   *
   * @param source asks the engine for its newest jobs; runs on a worker
   * @param onEnded is told once about each job that was seen running and ended
   */
  public JobWatcher(TaskRunner tasks, Callable<List<Job>> source, Consumer<Job> onEnded) {
    this.tasks = tasks;
    this.source = source;
    this.onEnded = onEnded;
    this.clock = tasks.every(BUSY, this::tick);
    ask();
  }

  /** Returns the jobs that run now; read-only. */
  public ObservableList<Job> running() {
    return readOnly;
  }

  /** Asks at once, after a job was started. */
  public void nudge() {
    ask();
  }

  @Override
  public void close() {
    clock.close();
    tasks.forget(this);
  }

  private void tick() {
    rounds++;
    if (!running.isEmpty() || rounds % IDLE_ROUNDS == 0) {
      ask();
    }
  }

  private void ask() {
    if (asking) {
      return;
    }
    asking = true;
    tasks
        .call("jobs.watch", source)
        .onSuccess(this::show)
        .onFailure(_ -> running.clear())
        .onDone(() -> asking = false)
        .latest(this)
        .start();
  }

  private void show(List<Job> jobs) {
    List<Job> now = new ArrayList<>();
    for (Job job : jobs) {
      if (!job.ended()) {
        now.add(job);
        followed.add(job.id());
      } else if (followed.remove(job.id())) {
        onEnded.accept(job);
      }
    }
    if (!now.equals(running)) {
      running.setAll(now);
    }
  }
}
