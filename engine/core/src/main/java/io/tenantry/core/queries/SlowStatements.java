package io.tenantry.core.queries;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/**
 * Remembers the statements that took long of late, by their text. They are handed to threads of
 * their own; a quick one is not worth it. Any thread, without a lock.
 */
final class SlowStatements {
  private static final long SLOW_NANOS = TimeUnit.MILLISECONDS.toNanos(5);
  private static final int REMEMBERED = 512;
  private static final int LONGEST_TEXT = 4096;

  private final Set<String> texts = ConcurrentHashMap.newKeySet();

  /** Takes note of how long a statement took. */
  void took(String sql, long nanos) {
    if (sql.length() > LONGEST_TEXT) {
      return;
    }
    if (nanos < SLOW_NANOS) {
      if (texts.contains(sql)) {
        texts.remove(sql);
      }
      return;
    }
    if (texts.size() >= REMEMBERED) {
      texts.clear();
    }
    texts.add(sql);
  }

  /** Returns whether a statement is expected to be quick. A very long text is not. */
  boolean isQuick(String sql) {
    return sql.length() <= LONGEST_TEXT && !texts.contains(sql);
  }
}
