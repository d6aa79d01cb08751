package io.tenantry.app.controls.charts;

import io.tenantry.app.text.Figures;
import java.util.ArrayList;
import java.util.List;

/**
 * The vertical axis: a range that ends on a round value, and three or four lines in it.
 *
 * @param low the value at the bottom
 * @param high the value at the top
 * @param logarithmic whether equal factors, not equal differences, are equally far apart
 * @param ticks its lines, from the bottom
 */
record ValueAxis(double low, double high, boolean logarithmic, List<Tick> ticks) {
  private static final int MOST_STEPS = 4;

  /**
   * A line of the axis.
   *
   * @param value where
   * @param text its label; only the top one has the unit
   */
  record Tick(double value, String text) {}

  /** Copies the ticks. */
  ValueAxis {
    ticks = List.copyOf(ticks);
  }

  /** An axis for values between two bounds; both may be NaN when nothing is known. */
  static ValueAxis of(double lowest, double highest, ChartUnit unit) {
    double top = highest > 0 ? highest : unit == ChartUnit.PERCENT ? 100 : 1;
    boolean free = !unit.startsAtZero() && lowest > top * 0.6 && lowest < top;
    double bottom = lowest < 0 ? lowest : free ? lowest : 0;
    double step = unit.roundStep((top - bottom) / MOST_STEPS);
    double low = Math.floor(bottom / step + 1e-9) * step;
    while (low + MOST_STEPS * step < top * (1 - 1e-9)) {
      step = unit.roundStep(step * 1.01);
      low = Math.floor(bottom / step + 1e-9) * step;
    }
    List<Double> values = new ArrayList<>();
    for (int index = 0; values.isEmpty() || values.getLast() < top * (1 - 1e-9); index++) {
      values.add(low + index * step);
    }
    return new ValueAxis(low, values.getLast(), false, labelled(values, unit));
  }

  /** An axis of powers of ten. */
  static ValueAxis logarithmic(double lowest, double highest, ChartUnit unit) {
    double top = highest > 0 ? highest : 1;
    double bottom = lowest > 0 ? Math.min(lowest, top) : top / 1000;
    int first = (int) Math.floor(Math.log10(bottom));
    int last = Math.max(first + 1, (int) Math.ceil(Math.log10(top)));
    int each = Math.max(1, (int) Math.ceil((last - first) / (double) MOST_STEPS));
    List<Double> values = new ArrayList<>();
    for (int power = first; power < last + each; power += each) {
      values.add(Math.pow(10, power));
    }
    List<Tick> ticks = values.stream().map(value -> new Tick(value, unit.write(value))).toList();
    return new ValueAxis(values.getFirst(), values.getLast(), true, ticks);
  }

  /** Returns where a value stands, from 0 at the bottom to 1 at the top. */
  double share(double value) {
    if (!logarithmic) {
      return (value - low) / (high - low);
    }
    double least = Math.max(value, low);
    return Math.log(least / low) / Math.log(high / low);
  }

  private static List<Tick> labelled(List<Double> values, ChartUnit unit) {
    Scale scale = Scale.of(unit, values.getLast());
    List<Tick> ticks = new ArrayList<>();
    for (double value : values) {
      boolean top = ticks.size() == values.size() - 1;
      ticks.add(new Tick(value, scale.write(value, top)));
    }
    return ticks;
  }

  /** One unit for all labels of an axis, written once. */
  private record Scale(double divisor, String suffix) {
    private static final double[] TIMES = {1, 1000, 60_000, 3_600_000};
    private static final String[] TIME_WORDS = {" ms", " s", " min", " h"};
    private static final String[] SIZE_WORDS = {" B", " kB", " MB", " GB", " TB"};

    static Scale of(ChartUnit unit, double top) {
      return switch (unit) {
        case COUNT -> new Scale(1, "");
        case PER_SECOND -> new Scale(1, " /s");
        case PERCENT -> new Scale(1, " %");
        case MILLISECONDS -> {
          int at = TIMES.length - 1;
          while (at > 0 && TIMES[at] > top) {
            at--;
          }
          yield new Scale(TIMES[at], TIME_WORDS[at]);
        }
        case BYTES -> {
          int at = (int) Math.clamp(Math.floor(Math.log10(top) / 3), 0, SIZE_WORDS.length - 1);
          yield new Scale(Math.pow(1000, at), SIZE_WORDS[at]);
        }
      };
    }

    String write(double value, boolean withUnit) {
      return Figures.compact(value / divisor) + (withUnit ? suffix : "");
    }
  }
}
