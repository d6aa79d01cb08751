package io.tenantry.core.databases;

import io.tenantry.contract.error.EngineException;
import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * The threads of a lane. Work that would wait too long for one is refused. While one is held by
 * work that nobody waits for any more, another one takes its place. Any thread.
 */
public final class LaneThreads {
  private static final long LOOK_AGAIN_MILLIS = 20;

  private final int size;
  private final ExpectedWait wait;
  private final ThreadPoolExecutor executor;
  private int replaced;

  /**
   * Makes the threads on demand.
   *
   * @param capacity how much work may wait
   * @param longest how long it may have to wait
   */
  public LaneThreads(String name, int size, int capacity, Duration longest) {
    this(name, size, capacity, new ExpectedWait(longest, System::nanoTime));
  }

  LaneThreads(String name, int size, int capacity, ExpectedWait wait) {
    this.size = size;
    this.wait = wait;
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
   * @throws EngineException RATE_LIMITED with details {@code retry_after_seconds} when it would
   *     wait too long, or when too much waits
   */
  public <T> Future<T> submit(Callable<T> work) {
    if (executor.getQueue().peek() instanceof Piece<?> first) {
      wait.require(waiting(), size, first.since);
    }
    return goOn(work);
  }

  /**
   * As {@link #submit}, for the next part of what has begun: it holds what others wait for.
   *
   * @throws EngineException RATE_LIMITED when too much waits
   */
  <T> Future<T> goOn(Callable<T> work) {
    Piece<T> piece = new Piece<>(work);
    try {
      executor.execute(piece);
    } catch (RejectedExecutionException _) {
      throw wait.full(waiting(), size);
    }
    return piece;
  }

  /** Work that knows since when it waits, and tells how long it took. */
  private final class Piece<T> extends FutureTask<T> {
    private final long since = wait.now();

    Piece(Callable<T> work) {
      super(work);
    }

    @Override
    public void run() {
      long begun = wait.now();
      super.run();
      wait.took(begun);
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

  /** Returns how much waits, approximately. */
  public int waiting() {
    return executor.getQueue().size();
  }

  /** Takes no more work. */
  public void shutdown() {
    executor.shutdown();
  }

  /**
   * Waits for what runs, except for what is held: nobody knows when that ends.
   *
   * @param end when to stop waiting, as {@link System#nanoTime} counts
   */
  public void awaitEnd(long end) {
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
