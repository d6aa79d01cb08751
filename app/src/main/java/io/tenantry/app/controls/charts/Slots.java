package io.tenantry.app.controls.charts;

import java.time.ZoneId;

/**
 * The stretches of time that one bar each stands for: round on the clock, never shorter than the
 * samples, never narrower than a bar that can be seen.
 *
 * @param edges where they begin; the last one is the end
 */
record Slots(long[] edges) {
  private static final double NARROWEST = 6;

  static Slots of(TimeRange range, long step, double width, ZoneId zone) {
    double least = Math.max(step, range.length() * NARROWEST / Math.max(NARROWEST, width));
    return new Slots(ClockStep.atLeast(least, step).instants(range, zone));
  }

  int count() {
    return Math.max(0, edges.length - 1);
  }

  long begin(int slot) {
    return edges[slot];
  }

  long end(int slot) {
    return edges[slot + 1];
  }

  /** Returns the values of a series, one a slot; NaN where nothing is known. */
  double[] fold(Series series) {
    double[] values = new double[count()];
    for (int slot = 0; slot < values.length; slot++) {
      values[slot] = value(series, slot);
    }
    return values;
  }

  /** Returns the value of a series in one slot, NaN where nothing is known. */
  double value(Series series, int slot) {
    Samples samples = series.samples();
    int first = samples.firstFrom(begin(slot));
    return series.fold().of(samples, first, samples.firstFrom(end(slot)));
  }
}
