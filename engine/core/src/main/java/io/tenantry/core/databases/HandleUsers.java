package io.tenantry.core.databases;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;

/** How many use or wait for a database, until its handle is of no more use. Any thread. */
final class HandleUsers {
  private static final int RETIRED = -1;

  private final AtomicInteger count = new AtomicInteger();
  private volatile long lastUsedMillis;

  /** What became of somebody who wants to use the database. */
  enum Entry {
    /** They may, and must leave later. */
    ENTERED,
    /** There are too many already. */
    FULL,
    /** This handle is no longer the one of its file. */
    GONE
  }

  long lastUsedMillis() {
    return lastUsedMillis;
  }

  Entry enter(int most, long nowMillis) {
    while (true) {
      int now = count.get();
      if (now == RETIRED) {
        return Entry.GONE;
      }
      if (now >= most) {
        return Entry.FULL;
      }
      if (count.compareAndSet(now, now + 1)) {
        lastUsedMillis = nowMillis;
        return Entry.ENTERED;
      }
    }
  }

  /** Returns whether nobody is left. */
  boolean leave() {
    return count.decrementAndGet() == 0;
  }

  /** Lets nobody in any more, unless somebody is inside or a connection is open. */
  boolean retire(BooleanSupplier isOpen) {
    if (isOpen.getAsBoolean() || !count.compareAndSet(0, RETIRED)) {
      return false;
    }
    if (isOpen.getAsBoolean()) { // by somebody who came and left in between
      count.set(0);
      return false;
    }
    return true;
  }
}
