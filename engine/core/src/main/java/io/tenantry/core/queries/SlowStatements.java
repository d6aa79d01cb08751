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

  /**
   * Returns whether a statement is expected to be quick. A very long text is not, nor one that
   * calls a function: a single call can take for ever.
   */
  boolean isQuick(String sql) {
    return sql.length() <= LONGEST_TEXT && !texts.contains(sql) && !callsFunctions(sql);
  }

  /** Rather too often than too seldom: without a parenthesis only few operators are functions. */
  private static boolean callsFunctions(String sql) {
    for (int i = 0; i < sql.length(); i++) {
      boolean calls =
          switch (sql.charAt(i)) {
            case '(' -> true;
            case 'l', 'L' -> isAt(sql, i, "like");
            case 'g', 'G' -> isAt(sql, i, "glob");
            case 'm', 'M' -> isAt(sql, i, "match");
            case 'r', 'R' -> isAt(sql, i, "regexp");
            case '-' -> isAt(sql, i, "->");
            default -> false;
          };
      if (calls) {
        return true;
      }
    }
    return false;
  }

  private static boolean isAt(String sql, int place, String word) {
    return sql.regionMatches(true, place, word, 0, word.length());
  }
}
