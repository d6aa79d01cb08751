package io.tenantry.core.databases;

import io.tenantry.contract.error.EngineException;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * The platform threads that may wait inside SQLite. A native call pins the carrier of a virtual
 * thread: two slow queries on request threads would stop a whole server. Any thread.
 */
public final class Lanes implements AutoCloseable {
  private static final Duration CLOSE_WAIT = Duration.ofSeconds(10);

  private final Map<Lane, ThreadPoolExecutor> executors = new EnumMap<>(Lane.class);

  private final Semaphore onCarriers = new Semaphore(readsOnCarriers());

  /**
   * Returns how many reads may pin a carrier of virtual threads at the same time. A server gives
   * the scheduler so many carriers more than there are processors.
   */
  public static int readsOnCarriers() {
    return Math.max(1, Runtime.getRuntime().availableProcessors() / 2);
  }

  /** Starts both lanes; their threads are made on demand. */
  public Lanes(LaneSizes sizes) {
    executors.put(Lane.FAST, executor(Lane.FAST, sizes.fastThreads(), sizes.queueCapacity()));
    executors.put(Lane.SLOW, executor(Lane.SLOW, sizes.slowThreads(), sizes.queueCapacity()));
  }

  private static ThreadPoolExecutor executor(Lane lane, int threads, int capacity) {
    return new ThreadPoolExecutor(
        threads, threads, 0, TimeUnit.SECONDS, new ArrayBlockingQueue<>(capacity), threads(lane));
  }

  private static ThreadFactory threads(Lane lane) {
    String prefix = lane == Lane.FAST ? "database-fast-" : "database-slow-";
    return Thread.ofPlatform().daemon().name(prefix, 1).factory();
  }

  /**
   * Runs work in a lane and waits for it. A platform thread may wait inside SQLite itself and has a
   * pool of its own that bounds it: for such a caller the work runs at once, where it is.
   *
   * @throws EngineException RATE_LIMITED with details {@code retry_after_seconds} when too much
   *     work waits already; CONFLICT when the waiting thread is interrupted; otherwise what the
   *     work throws
   */
  public <T> T call(Lane lane, Supplier<T> work) {
    if (!Thread.currentThread().isVirtual()) {
      return work.get();
    }
    Future<T> future = submit(lane, work);
    try {
      return future.get();
    } catch (InterruptedException e) {
      future.cancel(true);
      throw Waiting.interrupted(e);
    } catch (ExecutionException e) {
      throw unwrapped(e);
    }
  }

  /**
   * Runs a read, which waits for no disk as a commit does: where it is, as long as enough carriers
   * of virtual threads stay free for everybody else, otherwise in the fast lane. Handing it over
   * costs about as much as the read.
   *
   * @throws EngineException as {@link #call}
   */
  public <T> T read(Supplier<T> work) {
    if (!Thread.currentThread().isVirtual() || !onCarriers.tryAcquire()) {
      return call(Lane.FAST, work);
    }
    try {
      return work.get();
    } finally {
      onCarriers.release();
    }
  }

  private <T> Future<T> submit(Lane lane, Supplier<T> work) {
    try {
      return executorOf(lane).submit(work::get);
    } catch (RejectedExecutionException _) {
      throw Waiting.tooMany("the engine is busy; try again in a moment");
    }
  }

  private static RuntimeException unwrapped(ExecutionException failure) {
    return switch (failure.getCause()) {
      case RuntimeException unchecked -> unchecked;
      case Error error -> throw error;
      case null, default -> new IllegalStateException(failure);
    };
  }

  private ThreadPoolExecutor executorOf(Lane lane) {
    ThreadPoolExecutor executor = executors.get(lane);
    if (executor == null) {
      throw new IllegalStateException("no lane " + lane);
    }
    return executor;
  }

  /** Returns how many pieces of work run in a lane now, approximately. */
  public int running(Lane lane) {
    return executorOf(lane).getActiveCount();
  }

  /** Returns how many pieces of work wait for a lane now, approximately. */
  public int waiting(Lane lane) {
    return executorOf(lane).getQueue().size();
  }

  /** Takes no more work and waits up to ten seconds for what runs. */
  @Override
  public void close() {
    executors.values().forEach(ThreadPoolExecutor::shutdown);
    long end = System.nanoTime() + CLOSE_WAIT.toNanos();
    for (ThreadPoolExecutor executor : executors.values()) {
      awaitEnd(executor, end - System.nanoTime());
    }
  }

  private static void awaitEnd(ThreadPoolExecutor executor, long nanos) {
    try {
      if (!executor.awaitTermination(nanos, TimeUnit.NANOSECONDS)) {
        executor.shutdownNow();
      }
    } catch (InterruptedException _) {
      executor.shutdownNow();
      Thread.currentThread().interrupt();
    }
  }
}
