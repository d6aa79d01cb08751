package io.tenantry.app.tasks;

import io.tenantry.contract.error.EngineException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;

/**
 * Runs everything on the calling thread, for tests of view models. Held back with {@link #hold}, it
 * keeps answers until {@link #deliverNext} or {@link #deliverLast}, so that a test can let a late
 * answer arrive last. What other threads bring waits for {@link #deliverBrought}.
 */
public final class SameThreadTaskRunner implements TaskRunner {
  private final LatestCalls latest = new LatestCalls();
  private final Deque<Runnable> held = new ArrayDeque<>();
  private final List<EngineException> unhandled = new ArrayList<>();
  private final List<Runnable> timed = new ArrayList<>();
  private final Queue<Runnable> brought = new ConcurrentLinkedQueue<>();
  private final Answers answers = new Answers();
  private boolean holding;

  @Override
  public <T> TaskCall<T> call(String name, Callable<T> work) {
    Consumer<EngineException> collect = unhandled::add;
    return new PreparedCall<>(name, work, collect, this::start);
  }

  @Override
  public <T> TaskCall<T> longCall(String name, Callable<T> work) {
    return call(name, work);
  }

  @Override
  public Handle every(Duration period, Runnable action) {
    timed.add(action);
    return () -> timed.remove(action);
  }

  @Override
  public Handle after(Duration delay, Runnable action) {
    timed.add(action);
    return () -> timed.remove(action);
  }

  @Override
  public void following(Runnable action, Runnable onAnswered) {
    answers.following(action, onAnswered);
  }

  @Override
  public void bring(Runnable action) {
    brought.add(action);
  }

  @Override
  public void forget(Object owner) {
    latest.forget(owner);
  }

  /** From now on answers wait until they are delivered. */
  public void hold() {
    holding = true;
  }

  /** Delivers the oldest answer that waits. */
  public void deliverNext() {
    held.removeFirst().run();
  }

  /** Delivers the newest answer that waits. */
  public void deliverLast() {
    held.removeLast().run();
  }

  /** Runs what other threads brought so far. */
  public void deliverBrought() {
    for (Runnable next = brought.poll(); next != null; next = brought.poll()) {
      next.run();
    }
  }

  /** Runs every action that was scheduled, as if its time had come. */
  public void tick() {
    List.copyOf(timed).forEach(Runnable::run);
  }

  /** Returns the failures that no call handled itself, oldest first. */
  public List<EngineException> unhandled() {
    return List.copyOf(unhandled);
  }

  private void start(PreparedCall<?> call) {
    latest.started(call);
    Optional<Answers.Round> round = answers.begun();
    Runnable answer = call.work();
    Runnable outcome =
        () -> {
          answer.run();
          round.ifPresent(Answers.Round::ended);
        };
    if (holding) {
      held.addLast(outcome);
    } else {
      outcome.run();
    }
  }
}
