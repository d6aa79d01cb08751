package io.tenantry.core.access;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Remembers the callers of late. A lookup that was under way while the cache was cleared is not
 * remembered, so a revoked key cannot come back. Any thread.
 */
final class CallerCache<T> {
  private static final int CAPACITY = 1024;

  private final Map<String, T> entries = new LinkedHashMap<>(64, 0.75f, true);
  private long clearings;

  T get(String key, Supplier<T> lookup) {
    long before;
    synchronized (this) {
      T known = entries.get(key);
      if (known != null) {
        return known;
      }
      before = clearings;
    }
    T found = lookup.get();
    remember(key, found, before);
    return found;
  }

  synchronized void clear() {
    entries.clear();
    clearings++;
  }

  private synchronized void remember(String key, T found, long clearingsBefore) {
    if (clearings != clearingsBefore) {
      return;
    }
    entries.put(key, found);
    if (entries.size() > CAPACITY) {
      entries.remove(entries.keySet().iterator().next());
    }
  }
}
