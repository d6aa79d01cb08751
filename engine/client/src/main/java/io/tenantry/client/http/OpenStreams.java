package io.tenantry.client.http;

import io.tenantry.contract.events.Listener;
import io.tenantry.contract.events.Subscription;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/** What a client is still reading; it ends with the client. Any thread. */
final class OpenStreams implements AutoCloseable {
  private final Set<EventFeed<?>> feeds = ConcurrentHashMap.newKeySet();
  private final Set<Lines> lines = ConcurrentHashMap.newKeySet();

  <T> Subscription start(Supplier<EventReader> stream, Followed<T> followed, Listener<T> listener) {
    EventFeed<T> feed = new EventFeed<>(stream, followed, listener, feeds::remove);
    feeds.add(feed);
    feed.start();
    return feed;
  }

  void add(Lines reading) {
    lines.add(reading);
  }

  void remove(Lines reading) {
    lines.remove(reading);
  }

  @Override
  public void close() {
    feeds.forEach(EventFeed::finish);
    lines.forEach(Lines::cancel);
  }
}
