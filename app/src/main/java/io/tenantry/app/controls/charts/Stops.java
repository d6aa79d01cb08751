package io.tenantry.app.controls.charts;

import java.util.List;
import java.util.function.IntFunction;

/**
 * The places of a chart at which it has something to say: the hair line goes from one to the next.
 *
 * @param xs where they are, in pixels
 * @param ys where they are; all 0 where only the place along the axis counts
 * @param times their instants; empty where the axis is not time
 * @param perRow how many make a row, so that up and down go to the row above or below; 0 for one
 *     row
 * @param readings what each says
 */
record Stops(double[] xs, double[] ys, long[] times, int perRow, IntFunction<Reading> readings) {
  static final Stops NONE =
      new Stops(new double[0], new double[0], new long[0], 0, _ -> emptyReading());

  int count() {
    return xs.length;
  }

  Reading reading(int stop) {
    return readings.apply(stop);
  }

  /** Returns the stop nearest to a place, -1 when there is none. */
  int nearest(double x, double y) {
    int best = -1;
    double least = Double.MAX_VALUE;
    for (int stop = 0; stop < xs.length; stop++) {
      double distance = Math.abs(xs[stop] - x) + Math.abs(ys[stop] - (perRow == 0 ? 0 : y));
      if (distance < least) {
        least = distance;
        best = stop;
      }
    }
    return best;
  }

  /** Returns the stop nearest to an instant, -1 when none is within the reach. */
  int at(long instant, long reach) {
    int best = -1;
    long least = reach;
    for (int stop = 0; stop < times.length; stop++) {
      long distance = Math.abs(times[stop] - instant);
      if (distance <= least) {
        least = distance;
        best = stop;
      }
    }
    return best;
  }

  private static Reading emptyReading() {
    return new Reading("", List.of(), List.of());
  }
}
