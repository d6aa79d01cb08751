package io.tenantry.app.shell;

import io.tenantry.app.tasks.Job;
import io.tenantry.app.tasks.RunningWork.Home;
import io.tenantry.app.tasks.TrackedWork;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.IntStream;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** What went on at a connection, newest first; of what has ended only the newest. UI thread. */
final class WorkHistory {
  private static final int KEPT = 100;

  private final ObservableList<TrackedWork> all = FXCollections.observableArrayList();
  private final ObservableList<TrackedWork> readOnly =
      FXCollections.unmodifiableObservableList(all);

  /** Returns all of it; read-only. */
  ObservableList<TrackedWork> all() {
    return readOnly;
  }

  /** Work goes on, or does so again. */
  void show(Job job, Home home) {
    put(job, home, Optional.empty());
  }

  /** Work has ended by itself. */
  void ended(Job job, Home home) {
    put(job, home, Optional.of(Instant.now()));
  }

  private void put(Job job, Home home, Optional<Instant> endedAt) {
    int index = indexOf(job.id());
    Instant started = index < 0 ? Instant.now() : all.get(index).startedAt();
    TrackedWork now = new TrackedWork(job, home, started, endedAt, false);
    if (index >= 0) {
      all.set(index, now);
      return;
    }
    all.addFirst(now);
    if (all.size() > KEPT) {
      all.removeLast();
    }
  }

  /** Work is followed no more; if it has not ended by itself, the user has ended it. */
  void dropped(String id) {
    int index = indexOf(id);
    if (index >= 0 && all.get(index).endedAt().isEmpty()) {
      TrackedWork before = all.get(index);
      all.set(
          index,
          new TrackedWork(
              before.job(), before.home(), before.startedAt(), Optional.of(Instant.now()), true));
    }
  }

  private int indexOf(String id) {
    return IntStream.range(0, all.size())
        .filter(index -> all.get(index).job().id().equals(id))
        .findFirst()
        .orElse(-1);
  }
}
