package io.tenantry.core.events;

import java.time.Duration;
import java.util.List;

/** Where the events of one subscription come from. One thread waits; {@link #close} any. */
public interface Source<T> extends AutoCloseable {

  /**
   * Waits for events.
   *
   * @return what came, also when nothing came in time
   * @throws io.tenantry.contract.error.EngineException when nothing can be told now
   */
  Batch<T> next(Duration atMost) throws InterruptedException;

  /** Releases what it holds; called once. */
  @Override
  void close();

  /**
   * Events that came together.
   *
   * @param dropped how many are missing before them
   * @param isLast whether nothing comes after them
   */
  record Batch<T>(long dropped, List<T> events, boolean isLast) {
    /** Nothing came. */
    public static <T> Batch<T> none() {
      return new Batch<>(0, List.of(), false);
    }
  }
}
