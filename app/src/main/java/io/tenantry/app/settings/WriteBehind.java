package io.tenantry.app.settings;

import io.tenantry.app.tasks.TaskRunner;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Writes what changes on the UI thread a moment later and off it. Of several writes under way at
 * once the newest stays. UI thread.
 */
public final class WriteBehind<T> {
  private final String name;
  private final Duration rest;
  private final TaskRunner tasks;
  private final Supplier<T> snapshot;
  private final Consumer<? super T> writer;
  private final AtomicReference<@Nullable T> taken = new AtomicReference<>();
  private boolean waiting;

  /**
   * Creates it.
   *
   * @param name of the task that writes
   * @param rest how long it waits after a change for more of them
   * @param snapshot taken on the UI thread
   * @param writer runs on a worker, one at a time
   */
  public WriteBehind(
      String name,
      Duration rest,
      TaskRunner tasks,
      Supplier<T> snapshot,
      Consumer<? super T> writer) {
    this.name = name;
    this.rest = rest;
    this.tasks = tasks;
    this.snapshot = snapshot;
    this.writer = writer;
  }

  /** Says that there is something to write. */
  public void changed() {
    if (!waiting) {
      waiting = true;
      tasks.after(rest, this::save);
    }
  }

  /** Writes at once what waits, at the end of the program; blocks. */
  public void flush() {
    if (waiting) {
      waiting = false;
      taken.set(snapshot.get());
    }
    write();
  }

  private void save() {
    if (waiting) {
      waiting = false;
      taken.set(snapshot.get());
      tasks.run(name, this::write).start();
    }
  }

  private synchronized void write() {
    T newest = taken.getAndSet(null);
    if (newest != null) {
      writer.accept(newest);
    }
  }
}
