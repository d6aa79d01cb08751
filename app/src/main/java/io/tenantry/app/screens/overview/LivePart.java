package io.tenantry.app.screens.overview;

import io.tenantry.app.errors.ErrorPresenter;
import io.tenantry.app.fx.ScreenState;
import io.tenantry.app.tasks.TaskRunner;
import io.tenantry.contract.error.EngineException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/**
 * One part of a page, which is read by itself: when the page is shown, and again after a while, but
 * never while it is hidden. UI thread.
 *
 * @param <T> what it shows
 */
final class LivePart<T> {
  private final String name;
  private final Callable<T> read;
  private final Predicate<? super T> isEmpty;
  private final Supplier<Duration> pause;
  private final TaskRunner tasks;
  private final ErrorPresenter errors;
  private final ReadOnlyObjectWrapper<ScreenState> state =
      new ReadOnlyObjectWrapper<>(ScreenState.LOADING);
  private final ReadOnlyObjectWrapper<Optional<T>> value =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private TaskRunner.Handle next = () -> {};
  private boolean shown;

  /**
   * Creates it unread.
   *
   * @param read asks the engine; runs on a worker
   * @param isEmpty says whether there is nothing in an answer
   * @param pause how long to wait after a reading
   */
  LivePart(
      String name,
      Callable<T> read,
      Predicate<? super T> isEmpty,
      Supplier<Duration> pause,
      TaskRunner tasks,
      ErrorPresenter errors) {
    this.name = name;
    this.read = read;
    this.isEmpty = isEmpty;
    this.pause = pause;
    this.tasks = tasks;
    this.errors = errors;
  }

  /** Creates one of which there is always something to show. */
  LivePart(
      String name,
      Callable<T> read,
      Supplier<Duration> pause,
      TaskRunner tasks,
      ErrorPresenter errors) {
    this(name, read, _ -> false, pause, tasks, errors);
  }

  /** How it stands. */
  ReadOnlyObjectProperty<ScreenState> state() {
    return state.getReadOnlyProperty();
  }

  /** What was read last; empty before that, and when the last reading failed. */
  ReadOnlyObjectProperty<Optional<T>> value() {
    return value.getReadOnlyProperty();
  }

  void enter() {
    shown = true;
    load();
  }

  /** Drops what is under way, and asks no more. */
  void leave() {
    shown = false;
    next.close();
    tasks.forget(this);
  }

  /** Reads it now; does nothing while the page is hidden. */
  void load() {
    next.close();
    if (shown) {
      tasks
          .call(name, read)
          .onSuccess(this::show)
          .onFailure(this::fail)
          .onDone(() -> next = tasks.after(pause.get(), this::load))
          .latest(this)
          .start();
    }
  }

  /** Reads it once more because somebody wants it; says at once that it does. */
  void retry() {
    state.set(ScreenState.LOADING);
    load();
  }

  private void show(T answer) {
    value.set(Optional.of(answer));
    state.set(isEmpty.test(answer) ? ScreenState.EMPTY : ScreenState.LOADED);
  }

  /** While the engine does not answer, which the window says, what was read stays. */
  private void fail(EngineException error) {
    if (error.connectionFailure().isEmpty() || value.get().isEmpty()) {
      value.set(Optional.empty());
      state.set(ScreenState.failed(errors.describe(error)));
    }
  }
}
