package io.tenantry.core.events;

import io.tenantry.contract.events.Listener;
import io.tenantry.contract.events.Subscription;
import io.tenantry.core.databases.Lanes;

/**
 * Lets one caller follow something.
 *
 * @param followings the subscriptions of the engine
 * @param lanes where a source may wait inside SQLite
 * @param check throws when the caller's credential was revoked
 */
public record Follow(Followings followings, Lanes lanes, Runnable check) {
  /** Starts to tell the caller's listener what a source has. */
  public <T> Subscription start(Source<T> source, Listener<T> listener) {
    return followings.start(source, listener, check);
  }
}
