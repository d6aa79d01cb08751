package io.tenantry.contract.queries;

import io.tenantry.contract.error.EngineException;
import java.time.Duration;
import java.util.Optional;

/**
 * A statement on many tenants that is under way: hands over answers as they come, in any order. The
 * engine works ahead of its reader by some hundred answers and a few megabytes, then waits for it,
 * so the memory that a fan-out takes does not grow with the number of tenants. Whoever starts one
 * closes it.
 *
 * <p>{@link #next} is for one thread at a time; everything else for any.
 */
public interface FanOut extends AutoCloseable {

  /** Returns how many answers {@link #next} has handed over. */
  FanOutProgress progress();

  /**
   * Hands over the next answer; waits for it.
   *
   * @param patience how long to wait at most; an engine behind HTTP may take a second longer
   * @return empty when none came in that time, and when nothing more comes: {@link #isOver} tells
   *     the two apart
   * @throws EngineException INTERNAL_ERROR when the engine stopped in the middle, or is out of
   *     reach by now ({@code reason=unreachable}, or {@code timeout} when it was silent for 40
   *     seconds); CONFLICT when the calling thread is interrupted
   */
  Optional<FanOutAnswer> next(Duration patience);

  /**
   * Returns whether every answer was handed over: those of all tenants, or, after {@link #cancel},
   * of those whose statement ran to its end.
   */
  boolean isOver();

  /**
   * Stops the engine: no further tenant is asked, and statements that run are interrupted, which
   * undoes them. A tenant whose statement ran to its end is still handed over, so that what was
   * written is known; all others count as waiting. Does not wait for the end, but an engine behind
   * HTTP has to be reached. Cancelling twice, or at the end, is harmless.
   */
  void cancel();

  /** Cancels, and drops what was not handed over. Closing twice is harmless. */
  @Override
  void close();
}
