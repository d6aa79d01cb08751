package io.tenantry.app.tasks;

import java.time.Duration;
import java.util.concurrent.Callable;

/**
 * The only way off the UI thread.
 *
 * <pre>{@code
 * tasks.call("backups.load", () -> backups.list(tenant))
 *     .onSuccess(rows::setAll)
 *     .onFailure(errors::show)
 *     .latest(this)
 *     .start();
 * }</pre>
 */
public interface TaskRunner {
  /**
   * Prepares a piece of work; nothing happens before {@link TaskCall#start}.
   *
   * @param name what it does, for the thread's name, the log and {@link TaskCall#latest}
   * @param work runs on a worker; may block
   */
  <T> TaskCall<T> call(String name, Callable<T> work);

  /**
   * Prepares work without a result.
   *
   * @param name as above
   * @param work runs on a worker; may block
   */
  default TaskCall<Boolean> run(String name, Runnable work) {
    return call(
        name,
        () -> {
          work.run();
          return true;
        });
  }

  /**
   * Prepares work that may take minutes: it gets a thread of its own, so that short calls do not
   * wait for it.
   */
  <T> TaskCall<T> longCall(String name, Callable<T> work);

  /**
   * Runs an action on the UI thread again and again, first after one period, until the handle is
   * closed. The next round is scheduled when the action has returned.
   */
  Handle every(Duration period, Runnable action);

  /** Runs an action once on the UI thread after a delay, unless the handle is closed before. */
  Handle after(Duration delay, Runnable action);

  /**
   * Runs an action and says when every call that it has started is answered or dropped. UI thread.
   *
   * @param onAnswered runs on the UI thread, at once when the action starts no call
   */
  void following(Runnable action, Runnable onAnswered);

  /** Brings what an engine tells by itself to the UI thread; from any thread, in this order. */
  void bring(Runnable action);

  /** Drops every answer that calls marked {@code latest(owner)} have still to give. */
  void forget(Object owner);

  /** Something that can be called off. Closing twice does nothing. */
  @FunctionalInterface
  interface Handle extends AutoCloseable {
    @Override
    void close();
  }
}
