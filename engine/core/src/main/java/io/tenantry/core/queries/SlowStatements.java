package io.tenantry.core.queries;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * Remembers the statements that took long of late, by their text. They are handed to threads of
 * their own; a quick one is not worth it. Any thread.
 */
final class SlowStatements {
  private static final long SLOW_NANOS = TimeUnit.MILLISECONDS.toNanos(5);
  private static final int REMEMBERED = 512;
  private static final int LONGEST_TEXT = 4096;

  private final Map<String, Boolean> texts =
      new LinkedHashMap<>(64, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Boolean> eldest) {
          return size() > REMEMBERED;
        }
      };

  private volatile boolean any;

  /** Takes note of how long a statement took. */
  void took(String sql, long nanos) {
    if (nanos >= SLOW_NANOS && sql.length() <= LONGEST_TEXT) {
      synchronized (texts) {
        texts.put(sql, true);
        any = true;
      }
    } else if (any) {
      synchronized (texts) {
        texts.remove(sql);
      }
    }
  }

  /** Returns whether a statement is expected to be quick. A very long text is not. */
  boolean isQuick(String sql) {
    if (sql.length() > LONGEST_TEXT) {
      return false;
    }
    if (!any) {
      return true;
    }
    synchronized (texts) {
      return !texts.containsKey(sql);
    }
  }
}
