package io.tenantry.app.tasks;

import io.tenantry.contract.error.EngineException;
import java.util.function.Consumer;

/** A piece of work being prepared; all callbacks run on the UI thread. */
public interface Call<T> {
  /** What to do with the answer. */
  Call<T> onSuccess(Consumer<? super T> action);

  /** What to do with a failure; without it the runner's default shows it. */
  Call<T> onFailure(Consumer<? super EngineException> action);

  /** What to do in both cases, after the other callback. */
  Call<T> onDone(Runnable action);

  /** A newer call with the same owner and name drops the answer of this one. */
  Call<T> latest(Object owner);

  /** Starts it; closing the handle drops the answer. */
  TaskRunner.Handle start();
}
