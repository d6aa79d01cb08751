package io.tenantry.app.tasks;

import io.tenantry.contract.error.EngineException;
import io.tenantry.contract.events.Listener;
import io.tenantry.contract.events.Subscription;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

/**
 * Follows what an engine tells by itself: subscribes on a worker and brings states to the UI
 * thread. When they come faster than it takes them, only the newest arrives. UI thread.
 *
 * @param <T> a state, each replacing the one before
 */
public final class StateWatch<T> implements TaskRunner.Handle {
  private final TaskRunner tasks;
  private final String name;
  private final Source<T> source;
  private final Consumer<? super T> onState;
  private final Consumer<? super EngineException> onFailure;
  private final AtomicReference<Optional<T>> waiting = new AtomicReference<>(Optional.empty());
  private Optional<Subscription> subscription = Optional.empty();
  private boolean closed;

  /** What is followed. */
  @FunctionalInterface
  public interface Source<T> {
    /** Subscribes; runs on a worker. */
    Subscription subscribe(Listener<T> listener);
  }

  private StateWatch(
      TaskRunner tasks,
      String name,
      Source<T> source,
      Consumer<? super T> onState,
      Consumer<? super EngineException> onFailure) {
    this.tasks = tasks;
    this.name = name;
    this.source = source;
    this.onState = onState;
    this.onFailure = onFailure;
  }

  /**
   * Starts to follow.
   *
   * @param name what it does, for the log
   * @param onState takes each state, on the UI thread
   * @param onFailure is told why nothing more will come, unless all was told; on the UI thread
   */
  public static <T> StateWatch<T> start(
      TaskRunner tasks,
      String name,
      Source<T> source,
      Consumer<? super T> onState,
      Consumer<? super EngineException> onFailure) {
    StateWatch<T> watch = new StateWatch<>(tasks, name, source, onState, onFailure);
    tasks.run(name, watch::subscribe).onFailure(watch::fail).start();
    return watch;
  }

  private void subscribe() {
    if (!isClosed() && !keep(source.subscribe(new Arrivals()))) {
      close();
    }
  }

  /** Keeps a subscription; false when it came too late and has to be closed. */
  private synchronized boolean keep(Subscription fresh) {
    subscription = Optional.of(fresh);
    return !closed;
  }

  private synchronized boolean isClosed() {
    return closed;
  }

  /** Ends it; what is on its way is dropped. Any thread. */
  @Override
  public void close() {
    Optional<Subscription> open;
    synchronized (this) {
      closed = true;
      open = subscription;
      subscription = Optional.empty();
    }
    open.ifPresent(last -> tasks.run(name + ".end", last::close).start());
  }

  private void deliver() {
    Optional<T> newest = waiting.getAndSet(Optional.empty());
    if (!isClosed()) {
      newest.ifPresent(onState);
    }
  }

  private void fail(EngineException reason) {
    if (!isClosed()) {
      onFailure.accept(reason);
    }
  }

  private final class Arrivals implements Listener<T> {
    @Override
    public void event(T state) {
      if (waiting.getAndSet(Optional.of(state)).isEmpty()) {
        tasks.bring(StateWatch.this::deliver);
      }
    }

    @Override
    public void ended(Optional<EngineException> reason) {
      reason.ifPresent(why -> tasks.bring(() -> fail(why)));
    }
  }
}
