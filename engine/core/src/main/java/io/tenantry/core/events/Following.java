package io.tenantry.core.events;

import io.tenantry.contract.error.EngineException;
import io.tenantry.contract.events.Listener;
import io.tenantry.contract.events.Subscription;
import io.tenantry.core.jobs.Fault;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

/** One subscription: takes from its source, looks whether it still may, and tells its listener. */
final class Following<T> implements Subscription {
  private static final Duration CHECK_EVERY = Duration.ofSeconds(5);
  private static final Duration AGAIN_AFTER = Duration.ofSeconds(1);

  private final Source<T> source;
  private final Listener<T> listener;
  private final Runnable check;
  private final Consumer<Following<T>> afterwards;
  private final AtomicReference<State> state = new AtomicReference<>(State.RUNNING);
  private final Thread thread;

  private enum State {
    RUNNING,
    /** The engine is closing; the listener is told. */
    FINISHING,
    /** Closed by its owner, who need not be told. */
    CLOSED
  }

  Following(
      Source<T> source, Listener<T> listener, Runnable check, Consumer<Following<T>> afterwards) {
    this.source = source;
    this.listener = listener;
    this.check = check;
    this.afterwards = afterwards;
    this.thread = Thread.ofVirtual().name("following").unstarted(this::run);
  }

  void start() {
    thread.start();
  }

  private void run() {
    try {
      Optional<EngineException> reason =
          Fault.guard("A subscription", this::follow, _ -> Optional.of(fault()));
      if (state.get() != State.CLOSED) {
        Thread.interrupted(); // it was only meant to end the waiting
        Fault.guard("The end of a subscription", () -> tellEnd(reason), _ -> false);
      }
    } finally {
      source.close();
      afterwards.accept(this);
    }
  }

  private static EngineException fault() {
    return EngineException.internal("The subscription ended by a fault", null);
  }

  private boolean tellEnd(Optional<EngineException> reason) {
    listener.ended(reason);
    return true;
  }

  /** Returns why it ended early. */
  private Optional<EngineException> follow() {
    while (state.get() == State.RUNNING) {
      try {
        Source.Batch<T> batch = source.next(CHECK_EVERY);
        check.run();
        tell(batch);
        if (batch.isLast()) {
          return Optional.empty();
        }
      } catch (EngineException e) {
        if (Followings.isFinal(e)) {
          return state.get() == State.RUNNING ? Optional.of(e) : Optional.empty();
        }
        pause();
      } catch (InterruptedException _) {
        // Closed or finishing: the condition of the loop sees it.
      }
    }
    return Optional.empty();
  }

  private void tell(Source.Batch<T> batch) {
    if (batch.dropped() > 0 && state.get() == State.RUNNING) {
      listener.dropped(batch.dropped());
    }
    for (T event : batch.events()) {
      if (state.get() != State.RUNNING) {
        return;
      }
      listener.event(event);
    }
  }

  private void pause() {
    try {
      Thread.sleep(AGAIN_AFTER);
    } catch (InterruptedException _) {
      // Closed or finishing: the caller looks.
    }
  }

  /** Ends it because the engine is closing. */
  void finish() {
    end(State.FINISHING);
  }

  @Override
  public void close() {
    end(State.CLOSED);
  }

  private void end(State how) {
    state.compareAndSet(State.RUNNING, how);
    if (Thread.currentThread() != thread) {
      thread.interrupt();
    }
  }
}
