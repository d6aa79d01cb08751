package io.tenantry.core.events;

import io.tenantry.contract.error.EngineException;
import io.tenantry.contract.events.Listener;
import io.tenantry.contract.events.Subscription;
import io.tenantry.core.databases.Lane;
import io.tenantry.core.databases.Lanes;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The subscriptions of an engine, each a virtual thread that mostly waits: thousands of idle ones
 * hold no platform thread and no connection. Any thread.
 */
public final class Followings implements AutoCloseable {
  private final Lanes lanes;
  private final Set<Following<?>> running = ConcurrentHashMap.newKeySet();

  /** Looks at credentials in the fast lane, as a virtual thread must not wait inside SQLite. */
  public Followings(Lanes lanes) {
    this.lanes = lanes;
  }

  /**
   * Starts to tell a listener what a source has.
   *
   * @param check throws when the subscriber may no longer follow
   */
  public <T> Subscription start(Source<T> source, Listener<T> listener, Runnable check) {
    Following<T> following =
        new Following<>(source, listener, () -> inLane(check), running::remove);
    running.add(following);
    following.start();
    return following;
  }

  private void inLane(Runnable check) {
    lanes.call(
        Lane.FAST,
        () -> {
          check.run();
          return true;
        });
  }

  /** Returns how many there are. */
  public int count() {
    return running.size();
  }

  /** Ends all of them; their listeners are told. */
  @Override
  public void close() {
    running.forEach(Following::finish);
  }

  /** Returns whether an error says that a subscriber may not go on, rather than not just now. */
  static boolean isFinal(EngineException error) {
    return switch (error.code()) {
      case NOT_FOUND,
          UNAUTHORIZED,
          AUTH_REQUIRED,
          FORBIDDEN,
          ROLE_REQUIRED,
          SCOPE_DENIED,
          PERMISSION_DENIED,
          OAUTH_MANAGED,
          BAD_REQUEST ->
          true;
      case CONFLICT, RATE_LIMITED, INTERNAL_ERROR -> false;
    };
  }
}
