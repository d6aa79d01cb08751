package io.tenantry.server;

import io.tenantry.core.databases.LaneThreads;
import io.tenantry.server.http.Workers;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.Future;

/** Lends the threads that the engine has for its own lanes to those of the server. */
final class EngineWorkers implements Workers {
  private static final Duration CLOSE_WAIT = Duration.ofSeconds(1);

  private final LaneThreads threads;

  private EngineWorkers(LaneThreads threads) {
    this.threads = threads;
  }

  /** Returns those for what is short: nothing waits longer than a second. */
  static Workers fast() {
    int processors = Runtime.getRuntime().availableProcessors();
    return new EngineWorkers(
        new LaneThreads("http-fast-", Math.max(8, 4 * processors), 1024, Duration.ofSeconds(1)));
  }

  /** Returns those for what takes seconds. */
  static Workers slow() {
    int processors = Runtime.getRuntime().availableProcessors();
    return new EngineWorkers(
        new LaneThreads("http-slow-", Math.max(4, processors), 64, Duration.ofSeconds(10)));
  }

  @Override
  public <T> Future<T> submit(Callable<T> work) {
    return threads.submit(work);
  }

  @Override
  public void shutdown() {
    threads.shutdown();
  }

  @Override
  public void awaitEnd() {
    threads.awaitEnd(System.nanoTime() + CLOSE_WAIT.toNanos());
  }
}
