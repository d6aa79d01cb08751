package io.tenantry.app.tasks;

import io.tenantry.contract.error.EngineException;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** One call with its callbacks: what both runners share. Built on one thread, run on another. */
final class PreparedCall<T> implements TaskCall<T> {
  private final String name;
  private final Callable<T> work;
  private final Starter starter;
  private final AtomicBoolean dropped = new AtomicBoolean();
  private Consumer<? super T> success = _ -> {};
  private Consumer<? super EngineException> failure;
  private Runnable done = () -> {};
  private @Nullable Object owner;

  /** Takes a call that is ready to run. */
  @FunctionalInterface
  interface Starter {
    void start(PreparedCall<?> call);
  }

  PreparedCall(
      String name,
      Callable<T> work,
      Consumer<? super EngineException> defaultFailure,
      Starter starter) {
    this.name = name;
    this.work = work;
    this.failure = defaultFailure;
    this.starter = starter;
  }

  @Override
  public TaskCall<T> onSuccess(Consumer<? super T> action) {
    success = action;
    return this;
  }

  @Override
  public TaskCall<T> onFailure(Consumer<? super EngineException> action) {
    failure = action;
    return this;
  }

  @Override
  public TaskCall<T> onDone(Runnable action) {
    done = action;
    return this;
  }

  @Override
  public TaskCall<T> latest(Object callOwner) {
    owner = callOwner;
    return this;
  }

  @Override
  public TaskRunner.Handle start() {
    starter.start(this);
    return this::drop;
  }

  String name() {
    return name;
  }

  Optional<Object> owner() {
    return Optional.ofNullable(owner);
  }

  void drop() {
    dropped.set(true);
  }

  /** Works on the calling thread and returns what is to run on the UI thread. */
  Runnable work() {
    if (dropped.get()) {
      return () -> {};
    }
    try {
      T answer = work.call();
      return () -> deliver(() -> success.accept(answer));
    } catch (EngineException e) {
      return () -> deliver(() -> failure.accept(e));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return () -> {};
    } catch (Exception | LinkageError | AssertionError e) {
      EngineException incident = IncidentCodes.of(name, e);
      return () -> deliver(() -> failure.accept(incident));
    }
  }

  private void deliver(Runnable outcome) {
    if (!dropped.get()) {
      outcome.run();
      done.run();
    }
  }
}
