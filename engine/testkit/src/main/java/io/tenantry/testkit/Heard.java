package io.tenantry.testkit;

import io.tenantry.contract.error.EngineException;
import io.tenantry.contract.events.Listener;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;

/** Remembers what a listener was told. Any thread. */
public final class Heard<T> implements Listener<T> {

  /**
   * A client gives a silent connection up after 40 seconds: one that its server forgot to close.
   */
  private static final Duration PATIENCE = Duration.ofSeconds(75);

  private static final long POLL_NANOS = 2_000_000;

  private final List<T> events = new CopyOnWriteArrayList<>();
  private final CompletableFuture<Optional<EngineException>> end = new CompletableFuture<>();
  private volatile long dropped;

  @Override
  public void event(T event) {
    events.add(event);
  }

  @Override
  public void dropped(long count) {
    dropped += count;
  }

  @Override
  public void ended(Optional<EngineException> reason) {
    if (!end.complete(reason)) {
      events.clear(); // told twice: no test may pass with that
    }
  }

  /** Returns the events so far. */
  public List<T> events() {
    return List.copyOf(events);
  }

  /** Returns how many events were said to be missing. */
  public long dropped() {
    return dropped;
  }

  /** Returns whether the end was told. */
  public boolean hasEnded() {
    return end.isDone();
  }

  /** Waits until the events are as wanted. */
  public List<T> until(Predicate<List<T>> wanted) {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (!wanted.test(events)) {
      if (System.nanoTime() > deadline) {
        throw new AssertionError("heard only " + events + (hasEnded() ? " and the end" : ""));
      }
      LockSupport.parkNanos(POLL_NANOS);
    }
    return events();
  }

  /** Waits for the end; returns why it came early. */
  public Optional<EngineException> untilEnd() {
    try {
      return end.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    } catch (InterruptedException | ExecutionException | TimeoutException e) {
      throw new AssertionError("no end was told; heard " + events, e);
    }
  }
}
