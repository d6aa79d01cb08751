package io.tenantry.app.controls.charts;

import io.tenantry.app.controls.charts.Picture.Axes;
import io.tenantry.app.controls.charts.Picture.Guide;
import io.tenantry.app.controls.charts.Picture.Label;
import io.tenantry.app.controls.charts.Picture.Level;
import io.tenantry.app.controls.charts.Picture.Notes;
import io.tenantry.app.controls.charts.Picture.Sign;
import java.util.ArrayList;
import java.util.List;

/**
 * What every chart over time has around its values.
 *
 * @param data what is shown
 * @param frame where
 * @param view how
 */
record TimeFrame(TimedData data, Frame frame, ChartData.View view) {
  private static final double FAR = 4;

  /** An axis for the values, and for the thresholds that are not out of all proportion. */
  static ValueAxis axis(TimedData data, double lowest, double highest, boolean logarithmic) {
    double top = highest;
    for (Threshold threshold : data.notes().thresholds()) {
      if (!(threshold.value() > FAR * highest) && !(threshold.value() <= top)) {
        top = threshold.value();
      }
    }
    return logarithmic
        ? ValueAxis.logarithmic(lowest, top, data.unit())
        : ValueAxis.of(lowest, top, data.unit());
  }

  Axes axes(ValueAxis axis) {
    List<Level> levels = new ArrayList<>();
    for (ValueAxis.Tick tick : axis.ticks()) {
      boolean base = tick.value() == 0;
      levels.add(new Level(frame.y(tick.value(), axis), tick.text(), base, true));
    }
    List<Label> below = new ArrayList<>();
    for (TimeTicks.Tick tick : TimeTicks.of(view.visible(), frame.plotWidth(), view.zone())) {
      below.add(new Label(frame.x(tick.at(), view.visible()), tick.text(), Double.NaN));
    }
    return new Axes(levels, below);
  }

  Notes notes(ValueAxis axis) {
    TimeRange range = view.visible();
    List<double[]> off = new ArrayList<>();
    for (TimeRange each : data.notes().off()) {
      if (each.to() > range.from() && each.from() < range.to()) {
        off.add(new double[] {x(each.from()), x(each.to())});
      }
    }
    List<Guide> guides = new ArrayList<>();
    for (Threshold threshold : data.notes().thresholds()) {
      double share = axis.share(threshold.value());
      if (share >= 0 && share <= 1) {
        guides.add(new Guide(frame.y(threshold.value(), axis), threshold.label()));
      }
    }
    List<Sign> signs = new ArrayList<>();
    for (ChartEvent event : data.notes().events()) {
      if (range.contains(event.at())) {
        signs.add(new Sign(x(event.at()), event));
      }
    }
    return new Notes(off, guides, signs);
  }

  private double x(long at) {
    return frame.x(view.visible().nearest(at), view.visible());
  }
}
