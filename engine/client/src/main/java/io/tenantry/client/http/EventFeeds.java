package io.tenantry.client.http;

import io.tenantry.contract.events.Listener;
import io.tenantry.contract.events.Subscription;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/** The feeds of a client, which end with it. Any thread. */
final class EventFeeds implements AutoCloseable {
  private final Set<EventFeed<?>> open = ConcurrentHashMap.newKeySet();

  <T> Subscription start(Supplier<EventReader> stream, Followed<T> followed, Listener<T> listener) {
    EventFeed<T> feed = new EventFeed<>(stream, followed, listener, open::remove);
    open.add(feed);
    feed.start();
    return feed;
  }

  @Override
  public void close() {
    open.forEach(EventFeed::finish);
  }
}
