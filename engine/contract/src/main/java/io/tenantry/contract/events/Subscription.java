package io.tenantry.contract.events;

/** Somebody is being told about changes. Any thread. */
@FunctionalInterface
public interface Subscription extends AutoCloseable {

  /**
   * Ends it: what is under way may still arrive, nothing after that. Closing twice is harmless,
   * also from inside the listener.
   */
  @Override
  void close();
}
