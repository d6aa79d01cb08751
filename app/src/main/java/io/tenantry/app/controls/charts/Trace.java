package io.tenantry.app.controls.charts;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A series reduced to what pixels can show, however many samples there are: a line through all of
 * them, or, when there are more than columns of pixels, a band from the lowest to the highest of
 * each column, so that every peak is there. What is not known stays a gap.
 *
 * @param runs the parts without a gap; a part of one point is a value on its own
 * @param samples how many samples were in the range
 * @param step how wide the time of one sample is
 */
record Trace(List<Run> runs, int samples, double step) {
  private static final double ALONE = 8;

  /**
   * Points that are joined.
   *
   * @param xs places
   * @param ys places, as many; of a band its upper edge
   * @param lows the lower edge of a band, as many; empty for a line
   */
  record Run(double[] xs, double[] ys, double[] lows) {
    int size() {
      return xs.length;
    }

    boolean isBand() {
      return lows.length > 0;
    }
  }

  /** Reduces the samples of a range, and those right beside it, to a frame. */
  static Trace of(Samples samples, TimeRange range, Frame frame, ValueAxis axis) {
    int first = Math.max(0, samples.firstFrom(range.from()) - 1);
    int end = Math.min(samples.size(), samples.firstFrom(range.to()) + 1);
    boolean dense = end - first > frame.plotWidth();
    Points points = new Points(dense);
    for (int index = first; index < end; index++) {
      double value = samples.value(index);
      if (Double.isNaN(value)) {
        continue;
      }
      if (samples.isGapBefore(index)) {
        points.endRun();
      }
      points.add(frame.x(samples.time(index), range), frame.y(value, axis));
    }
    double step = frame.x(range.from() + samples.step(), range) - frame.left();
    return new Trace(points.runs(), end - first, step);
  }

  /**
   * Returns where a value on its own is drawn: over its whole step, and never so narrow that it is
   * taken for a speck.
   *
   * @return from where to where, inside the frame
   */
  double[] alone(Run run, Frame frame) {
    double wide = Math.min(Math.max(ALONE, step), frame.plotWidth());
    double left = Math.clamp(run.xs()[0], frame.left(), frame.right() - wide);
    return new double[] {left, left + wide};
  }

  /** Collects points, and in a band all points of one column as one. */
  private static final class Points {
    private final boolean band;
    private final List<Run> runs = new ArrayList<>();
    private double[] xs = new double[64];
    private double[] ys = new double[64];
    private double[] lows = new double[64];
    private int size;

    Points(boolean band) {
      this.band = band;
    }

    void add(double x, double y) {
      double place = band ? Math.floor(x) + 0.5 : x;
      if (band && size > 0 && xs[size - 1] == place) {
        ys[size - 1] = Math.min(ys[size - 1], y);
        lows[size - 1] = Math.max(lows[size - 1], y);
        return;
      }
      if (size == xs.length) {
        xs = Arrays.copyOf(xs, size * 2);
        ys = Arrays.copyOf(ys, size * 2);
        lows = Arrays.copyOf(lows, size * 2);
      }
      xs[size] = place;
      ys[size] = y;
      lows[size] = y;
      size++;
    }

    void endRun() {
      if (size > 0) {
        join();
        double[] low = band ? Arrays.copyOf(lows, size) : new double[0];
        runs.add(new Run(Arrays.copyOf(xs, size), Arrays.copyOf(ys, size), low));
        size = 0;
      }
    }

    List<Run> runs() {
      endRun();
      return List.copyOf(runs);
    }

    /** Columns that do not overlap are stretched until they touch, as a line would. */
    private void join() {
      for (int at = 1; band && at < size; at++) {
        ys[at] = Math.min(ys[at], lows[at - 1]);
        lows[at] = Math.max(lows[at], ys[at - 1]);
      }
    }
  }
}
