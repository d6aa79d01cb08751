package io.tenantry.client.http;

import java.util.List;

/**
 * What a feed follows, and how far it has come.
 *
 * @param <T> what an event is
 */
public interface Followed<T> {

  /** Returns what is known before the feed starts. */
  List<T> known();

  /**
   * Asks the engine for what is new, oldest first.
   *
   * @throws io.tenantry.contract.error.EngineException as the call that asks
   */
  List<T> missed();

  /** Returns how many at least were missed last and are older than what is told of it. */
  default long leftOut() {
    return 0;
  }

  /** Returns what may have been missed before a stream began that tells only what comes. */
  default List<T> gap() {
    return missed();
  }

  /** Reads an event of the stream. */
  T read(byte[] json);

  /** Notes an event; false when it, or one after it, was noted before. */
  boolean isNew(T event);

  /** Returns whether nothing comes after an event. */
  boolean isLast(T event);
}
