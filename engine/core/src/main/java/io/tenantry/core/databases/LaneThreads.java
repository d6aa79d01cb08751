package io.tenantry.core.databases;

import io.tenantry.contract.error.EngineException;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * The threads of a lane. While one is held by work that nobody waits for any more, another one
 * takes its place. Any thread.
 */
final class LaneThreads {
  private static final long LOOK_AGAIN_MILLIS = 20;

  private final int size;
  private final ThreadPoolExecutor executor;
  private int replaced;

  LaneThreads(String name, int size, int capacity) {
    this.size = size;
    this.executor =
        new ThreadPoolExecutor(
            size,
            size,
            0,
            TimeUnit.SECONDS,
            new ArrayBlockingQueue<>(capacity),
            Thread.ofPlatform().daemon().name(name, 1).factory());
  }

  int size() {
    return size;
  }

  /**
   * Hands work over.
   *
   * @throws EngineException RATE_LIMITED when too much waits
   */
  <T> Future<T> submit(Supplier<T> work) {
    try {
      return executor.submit(work::get);
    } catch (RejectedExecutionException _) {
      throw Waiting.tooMany("the engine is busy; try again in a moment");
    }
  }

  static RuntimeException unwrapped(ExecutionException failure) {
    return switch (failure.getCause()) {
      case RuntimeException unchecked -> unchecked;
      case Error error -> throw error;
      case null, default -> new IllegalStateException(failure);
    };
  }

  /** One of the threads is held: adds another. */
  synchronized void replace() {
    replaced++;
    executor.setMaximumPoolSize(size + replaced);
    executor.setCorePoolSize(size + replaced);
  }

  /** One that was held is free: there is one too many. */
  synchronized void restore() {
    replaced--;
    executor.setCorePoolSize(size + replaced);
    executor.setMaximumPoolSize(size + replaced);
  }

  /** Returns how many are held. */
  synchronized int replaced() {
    return replaced;
  }

  int running() {
    return executor.getActiveCount();
  }

  int waiting() {
    return executor.getQueue().size();
  }

  void shutdown() {
    executor.shutdown();
  }

  /** Waits for what runs, except for what is held: nobody knows when that ends. */
  void awaitEnd(long end) {
    try {
      while (executor.getActiveCount() + waiting() > replaced()
          && !executor.isTerminated()
          && System.nanoTime() - end < 0) {
        if (executor.awaitTermination(LOOK_AGAIN_MILLIS, TimeUnit.MILLISECONDS)) {
          return;
        }
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
    executor.shutdownNow();
  }
}
