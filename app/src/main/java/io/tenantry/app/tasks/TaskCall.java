package io.tenantry.app.tasks;

import io.tenantry.contract.error.EngineException;
import java.util.function.Consumer;

/** A piece of work being prepared; all callbacks run on the UI thread. */
public interface TaskCall<T> {
  /** What to do with the answer. */
  TaskCall<T> onSuccess(Consumer<? super T> action);

  /** What to do with a failure; without it the runner's default shows it. */
  TaskCall<T> onFailure(Consumer<? super EngineException> action);

  /** What to do in both cases, after the other callback. */
  TaskCall<T> onDone(Runnable action);

  /** A newer call with the same owner and name drops the answer of this one. */
  TaskCall<T> latest(Object owner);

  /** Starts it; closing the handle drops the answer. */
  TaskRunner.Handle start();
}
