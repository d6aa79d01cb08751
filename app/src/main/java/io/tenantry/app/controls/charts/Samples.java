package io.tenantry.app.controls.charts;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.function.ToLongFunction;

/** Values at instants, oldest first. A missing step or a value that is no number is a gap. */
public final class Samples {
  private static final double TOLERANCE = 1.5;
  private final long[] times;
  private final double[] values;
  private final long step;

  /**
   * Takes over two arrays of one length, without copying them: nobody else may change them.
   *
   * @param times when, in milliseconds since 1970, ascending
   * @param values how much; NaN for nothing known
   * @param step the time from one value to the next where nothing is missing
   */
  public Samples(long[] times, double[] values, Duration step) {
    if (times.length != values.length) {
      throw new IllegalArgumentException("one value an instant");
    }
    this.times = times;
    this.values = values;
    this.step = step.toMillis();
  }

  /** Reads samples from what an engine answered. */
  public static <T> Samples of(
      List<T> items, ToLongFunction<T> time, ToDoubleFunction<T> value, Duration step) {
    return new Samples(
        items.stream().mapToLong(time).toArray(),
        items.stream().mapToDouble(value).toArray(),
        step);
  }

  /** Returns how many there are. */
  public int size() {
    return times.length;
  }

  /** Returns when one was taken. */
  public long time(int index) {
    return times[index];
  }

  /** Returns what one says, NaN for nothing. */
  public double value(int index) {
    return values[index];
  }

  /** Returns the time from one to the next, in milliseconds. */
  public long step() {
    return step;
  }

  /** Says whether nothing is known right before a value. */
  boolean isGapBefore(int index) {
    return index == 0
        || Double.isNaN(values[index - 1])
        || times[index] - times[index - 1] > step * TOLERANCE;
  }

  /** Returns the first index at or after an instant, {@link #size} when there is none. */
  int firstFrom(long instant) {
    int found = Arrays.binarySearch(times, instant);
    return found >= 0 ? found : -found - 1;
  }

  /** Returns the last known value, NaN when there is none. */
  double last() {
    for (int index = values.length - 1; index >= 0; index--) {
      if (!Double.isNaN(values[index])) {
        return values[index];
      }
    }
    return Double.NaN;
  }

  /** Returns the value that was taken nearest to an instant, NaN when none is near. */
  double near(long instant) {
    int after = firstFrom(instant);
    int nearest = after;
    if (after > 0
        && (after == times.length || instant - times[after - 1] < times[after] - instant)) {
      nearest = after - 1;
    }
    boolean close =
        nearest < times.length && Math.abs(times[nearest] - instant) <= step * TOLERANCE;
    return close ? values[nearest] : Double.NaN;
  }

  /** Returns the same values at other times, to lay yesterday over today. */
  public Samples later(Duration by) {
    long millis = by.toMillis();
    return new Samples(
        Arrays.stream(times).map(time -> time + millis).toArray(), values, Duration.ofMillis(step));
  }
}
