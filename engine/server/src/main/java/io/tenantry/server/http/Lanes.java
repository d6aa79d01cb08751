package io.tenantry.server.http;

import io.tenantry.contract.error.EngineException;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.stream.Stream;

/**
 * Platform threads for engine calls. Requests arrive on virtual threads, whose carriers a database
 * call would pin: two slow queries would stop the whole server. Any thread.
 */
public final class Lanes implements AutoCloseable {
  private final Workers fast;
  private final Workers slow;

  /** Has the lanes worked off by these. */
  public Lanes(Workers fast, Workers slow) {
    this.fast = fast;
    this.slow = slow;
  }

  /**
   * Runs work in a lane and waits for it.
   *
   * @throws EngineException RATE_LIMITED with detail {@code retry_after_seconds} when it would wait
   *     too long; otherwise what the work throws
   */
  <T> T call(Lane lane, Callable<T> work) throws Exception {
    return switch (lane) {
      case CALLER -> work.call();
      case FAST -> await(fast.submit(work));
      case SLOW -> await(slow.submit(work));
    };
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

  /** Takes no more work and waits a little for what runs. */
  @Override
  public void close() {
    Stream.of(fast, slow).forEach(Workers::shutdown);
    Stream.of(fast, slow).forEach(Workers::awaitEnd);
  }
}
