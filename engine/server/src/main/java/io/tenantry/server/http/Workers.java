package io.tenantry.server.http;

import java.util.concurrent.Callable;
import java.util.concurrent.Future;

/** Threads that work off a queue. Any thread. */
public interface Workers {
  /**
   * Hands work over.
   *
   * @throws io.tenantry.contract.error.EngineException RATE_LIMITED with detail {@code
   *     retry_after_seconds} when it would wait too long
   */
  <T> Future<T> submit(Callable<T> work);

  /** Takes no more work. */
  void shutdown();

  /** Waits a little for what runs. */
  void awaitEnd();
}
