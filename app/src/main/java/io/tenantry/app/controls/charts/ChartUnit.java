package io.tenantry.app.controls.charts;

import io.tenantry.app.text.Figures;

/** What the values of a chart are: how they are written, and which steps between them are round. */
public enum ChartUnit {
  /** Things, whole: queries, tenants. */
  COUNT,
  /** Things in a second. */
  PER_SECOND,
  /** Milliseconds. */
  MILLISECONDS,
  /** Bytes. */
  BYTES,
  /** Hundredths, from 0 to 100. */
  PERCENT;

  private static final double[] ROUND = {1, 2, 2.5, 3, 4, 5};
  private static final double[] CLOCK = {1, 2, 5, 10, 15, 20, 30, 60};

  /** Writes a value with its unit. */
  public String write(double value) {
    return switch (this) {
      case COUNT -> Figures.compact(value);
      case PER_SECOND -> Figures.compact(value) + " /s";
      case MILLISECONDS -> Figures.milliseconds(value);
      case BYTES -> Figures.size(Math.round(value));
      case PERCENT -> Figures.compact(value) + " %";
    };
  }

  /** Says whether an axis begins at zero, so that lengths can be compared. */
  boolean startsAtZero() {
    return this != MILLISECONDS;
  }

  /** Returns the smallest round step that is at least this large. */
  double roundStep(double least) {
    if (this == MILLISECONDS && least > 60_000) {
      return clockStep(least);
    }
    double decade = Math.pow(10, Math.floor(Math.log10(least)));
    for (double power = decade; ; power *= 10) {
      for (double lead : ROUND) {
        double step = lead * power;
        if (step >= least * (1 - 1e-9) && (this != COUNT || isWhole(step))) {
          return step;
        }
      }
    }
  }

  private static double clockStep(double least) {
    for (double unit : new double[] {60_000, 3_600_000}) {
      for (double lead : CLOCK) {
        if (lead * unit >= least) {
          return lead * unit;
        }
      }
    }
    return Math.ceil(least / 86_400_000) * 86_400_000;
  }

  private static boolean isWhole(double step) {
    return step >= 1 && step == Math.rint(step);
  }
}
