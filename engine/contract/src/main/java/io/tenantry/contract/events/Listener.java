package io.tenantry.contract.events;

import io.tenantry.contract.error.EngineException;
import java.util.Optional;

/**
 * Told about changes, one call after the other, on a thread of the subscription: it may block, and
 * then only its own events wait. What it throws ends the subscription.
 *
 * @param <T> what an event is
 */
@FunctionalInterface
public interface Listener<T> {

  /** Something happened. */
  void event(T event);

  /**
   * Events were left out at this point: this listener was slower than they came, or the line to the
   * engine was broken for so long that only the newest of what was missed are told.
   *
   * @param count how many at least
   */
  default void dropped(long count) {}

  /**
   * Nothing more will come. Called once; not called after the subscription was closed by its owner.
   *
   * @param reason why it ended early, for example UNAUTHORIZED for a key that was revoked; empty
   *     when there is nothing more to tell, or the engine was closed
   */
  default void ended(Optional<EngineException> reason) {}
}
