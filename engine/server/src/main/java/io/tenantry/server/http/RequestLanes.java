package io.tenantry.server.http;

import io.tenantry.contract.error.EngineException;
import io.tenantry.contract.error.ErrorCode;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Platform threads for engine calls. Requests arrive on virtual threads, whose carriers a database
 * call would pin: two slow queries would stop the whole server. Any thread.
 */
public final class RequestLanes implements AutoCloseable {
  private static final int CLOSE_SECONDS = 1;

  private final Map<RequestLane, ThreadPoolExecutor> executors = new EnumMap<>(RequestLane.class);

  private RequestLanes() {}

  /** Creates lanes for this machine; threads are started on demand. */
  public static RequestLanes standard() {
    int processors = Runtime.getRuntime().availableProcessors();
    return of(
        Map.of(
            RequestLane.FAST, new Size(Math.max(8, 4 * processors), 1024),
            RequestLane.QUERY, new Size(Math.max(16, 4 * processors), 1024),
            RequestLane.SLOW, new Size(Math.max(4, processors), 64)));
  }

  /** Creates lanes of the given sizes. */
  static RequestLanes of(Map<RequestLane, Size> sizes) {
    RequestLanes lanes = new RequestLanes();
    sizes.forEach((lane, size) -> lanes.executors.put(lane, executor(lane, size)));
    return lanes;
  }

  private static ThreadPoolExecutor executor(RequestLane lane, Size size) {
    ThreadPoolExecutor executor =
        new ThreadPoolExecutor(
            size.threads(),
            size.threads(),
            60,
            TimeUnit.SECONDS,
            new ArrayBlockingQueue<>(size.queue()),
            Thread.ofPlatform()
                .name("http-" + lane.name().toLowerCase(Locale.ROOT) + "-", 1)
                .daemon(true)
                .factory());
    executor.allowCoreThreadTimeOut(true);
    return executor;
  }

  /**
   * Runs work in a lane and waits for it.
   *
   * @throws EngineException RATE_LIMITED with detail {@code retry_after_seconds} when the lane and
   *     its queue are full; otherwise what the work throws
   */
  <T> T call(RequestLane lane, Callable<T> work) throws Exception {
    if (lane == RequestLane.CALLER) {
      return work.call();
    }
    Future<T> running;
    try {
      running = Objects.requireNonNull(executors.get(lane)).submit(work);
    } catch (RejectedExecutionException full) {
      throw new EngineException(
          ErrorCode.RATE_LIMITED,
          "The engine is busy: too many requests are waiting. Try again in a moment.",
          Map.of("retry_after_seconds", 1),
          full);
    }
    return await(running);
  }

  private static <T> T await(Future<T> running) throws Exception {
    try {
      return running.get();
    } catch (InterruptedException stopping) {
      running.cancel(true);
      Thread.currentThread().interrupt();
      throw EngineException.internal("The server is stopping", stopping);
    } catch (ExecutionException failed) {
      switch (failed.getCause()) {
        case Exception cause -> throw cause;
        case Error error -> throw error;
        case null, default -> throw failed;
      }
    }
  }

  /** Returns how many requests wait for a lane now, approximately. */
  int waiting(RequestLane lane) {
    return Objects.requireNonNull(executors.get(lane)).getQueue().size();
  }

  /** Takes no more work and waits a little for what runs. */
  @Override
  public void close() {
    executors.values().forEach(ThreadPoolExecutor::shutdown);
    for (ThreadPoolExecutor executor : executors.values()) {
      try {
        if (!executor.awaitTermination(CLOSE_SECONDS, TimeUnit.SECONDS)) {
          executor.shutdownNow();
        }
      } catch (InterruptedException stopping) {
        executor.shutdownNow();
        Thread.currentThread().interrupt();
      }
    }
  }

  /**
   * How big a lane is.
   *
   * @param threads requests that run at a time
   * @param queue requests that may wait
   */
  record Size(int threads, int queue) {}
}
