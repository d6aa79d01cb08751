package io.tenantry.app.controls.charts;

/** What several values become where there is room for one only. */
public enum Fold {
  /** Their sum: queries, errors, bytes written. */
  SUM,
  /** The largest: percentiles, sizes. */
  MAX,
  /** Their mean: rates. */
  MEAN;

  /** Folds the known values of a part of the samples; NaN when none is known. */
  double of(Samples samples, int first, int end) {
    double folded = Double.NaN;
    int known = 0;
    for (int index = first; index < end; index++) {
      double value = samples.value(index);
      if (Double.isNaN(value)) {
        continue;
      }
      known++;
      folded = known == 1 ? value : this == MAX ? Math.max(folded, value) : folded + value;
    }
    return this == MEAN ? folded / known : folded;
  }
}
