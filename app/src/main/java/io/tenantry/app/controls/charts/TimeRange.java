package io.tenantry.app.controls.charts;

import java.time.Duration;
import java.time.Instant;

/**
 * A stretch of time that a chart covers.
 *
 * @param from its begin, in milliseconds since 1970
 * @param to its end, excluded; later than {@code from}
 */
public record TimeRange(long from, long to) {

  /** Checks that it is not empty. */
  public TimeRange {
    if (to <= from) {
      throw new IllegalArgumentException("a range of time ends after it begins");
    }
  }

  /** The time from one instant to another. */
  public static TimeRange between(Instant from, Instant to) {
    return new TimeRange(from.toEpochMilli(), to.toEpochMilli());
  }

  /** The time that ends now. */
  public static TimeRange last(Duration length, Instant now) {
    return between(now.minus(length), now);
  }

  /** Returns how long it is, in milliseconds. */
  public long length() {
    return to - from;
  }

  /** Says whether an instant is in it. */
  public boolean contains(long instant) {
    return instant >= from && instant < to;
  }

  /** Returns the instant of it that is nearest to another. */
  public long nearest(long instant) {
    return Math.clamp(instant, from, to);
  }

  /**
   * Returns it shorter or longer around an instant that keeps its place, inside of limits.
   *
   * @param factor new length by old length
   */
  public TimeRange scaled(double factor, long around, TimeRange limits) {
    long length = Math.max(1, Math.min(limits.length(), Math.round(length() * factor)));
    double share = (nearest(around) - from) / (double) length();
    long begin = around - Math.round(share * length);
    return at(begin, length, limits);
  }

  /** Returns it moved by some time, inside of limits. */
  public TimeRange moved(long by, TimeRange limits) {
    return at(from + by, length(), limits);
  }

  private static TimeRange at(long begin, long length, TimeRange limits) {
    long first = Math.max(limits.from(), Math.min(begin, limits.to() - length));
    return new TimeRange(first, first + length);
  }
}
