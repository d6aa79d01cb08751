package io.tenantry.core.logs;

import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * A bounded queue for many producers, who never wait, and one consumer at a time. An offer costs
 * one compare-and-set and one ordered write.
 */
final class EventRing {
  private final AtomicReferenceArray<@Nullable QueryEvent> slots;
  private final int mask;
  private final AtomicLong tail = new AtomicLong();
  private final AtomicLong head = new AtomicLong();

  /**
   * Creates an empty ring.
   *
   * @param capacity a power of two
   */
  EventRing(int capacity) {
    if (Integer.bitCount(capacity) != 1) {
      throw new IllegalArgumentException("capacity: " + capacity);
    }
    slots = new AtomicReferenceArray<>(capacity);
    mask = capacity - 1;
  }

  /** Takes an event; false when the ring is full. */
  boolean offer(QueryEvent event) {
    long place = tail.get();
    while (true) {
      if (place - head.getOpaque() > mask) {
        return false;
      }
      long seen = tail.compareAndExchange(place, place + 1);
      if (seen == place) {
        slots.setRelease((int) place & mask, event);
        return true;
      }
      place = seen;
    }
  }

  /** Returns the next event, or null when there is none yet; for the consumer only. */
  @Nullable QueryEvent poll() {
    long place = head.getPlain();
    int slot = (int) place & mask;
    QueryEvent event = slots.getAcquire(slot);
    if (event != null) {
      slots.setPlain(slot, null);
      head.setRelease(place + 1);
    }
    return event;
  }

  /** Returns how many events were ever offered and taken; see {@link #isBefore}. */
  long tail() {
    return tail.get();
  }

  /** Returns whether the consumer has not yet come to a point that {@link #tail} returned. */
  boolean isBefore(long point) {
    return head.get() < point;
  }

  /** Returns about how many events wait. */
  int size() {
    return (int) (tail.getOpaque() - head.getOpaque());
  }
}
