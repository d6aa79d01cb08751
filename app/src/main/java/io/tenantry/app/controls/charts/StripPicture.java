package io.tenantry.app.controls.charts;

import io.tenantry.app.controls.charts.Picture.Cell;
import io.tenantry.app.controls.charts.Picture.Label;
import io.tenantry.app.controls.charts.Picture.Sign;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Insets;

/**
 * A strip of time reduced to what is drawn.
 *
 * @param frame where: marks above, bars, labels below
 * @param visible the time that is drawn
 * @param slots the stretches that one bar each stands for
 * @param bars the bars, the darker the more
 * @param labels round instants
 * @param signs marks above the bars
 * @param off stretches of which nothing is kept, each from x to x
 */
record StripPicture(
    Frame frame,
    TimeRange visible,
    Slots slots,
    List<Cell> bars,
    List<Label> labels,
    List<Sign> signs,
    List<double[]> off) {
  private static final int MOST_BARS = 120;
  private static final double GAP = 2;
  private static final double MARKS = 15;
  private static final double AXIS = 25;
  private static final double SIDE = 8;

  static StripPicture of(StripData data, TimeRange visible, double[] size, ZoneId zone) {
    Frame frame = new Frame(size[0], size[1], new Insets(MARKS, SIDE, AXIS, SIDE));
    double widest = Math.max(1, Math.min(MOST_BARS, frame.plotWidth() / (GAP * 2)));
    long sample = data.density().samples().step();
    double least = Math.max(sample, visible.length() / widest);
    Slots slots = new Slots(ClockStep.atLeast(least, sample).instants(visible, zone));
    return new StripPicture(
        frame,
        visible,
        slots,
        bars(data, visible, frame, slots),
        labels(visible, frame, zone),
        signs(data, visible, frame),
        off(data, visible, frame));
  }

  /** Returns the instant at a place. */
  long instant(double x) {
    return frame.instant(x, visible);
  }

  /** Returns the place of an instant. */
  double x(long at) {
    return frame.x(at, visible);
  }

  private static List<Cell> bars(StripData data, TimeRange visible, Frame frame, Slots slots) {
    double[] values = slots.fold(data.density());
    double most = 0;
    for (double value : values) {
      most = value > most ? value : most;
    }
    List<Cell> bars = new ArrayList<>();
    for (int slot = 0; slot < values.length; slot++) {
      if (values[slot] > 0) {
        double left = Math.max(frame.left(), frame.x(slots.begin(slot), visible)) + GAP / 2;
        double right = Math.min(frame.right(), frame.x(slots.end(slot), visible)) - GAP / 2;
        double height = Math.max(2, frame.plotHeight() * values[slot] / most);
        double share = values[slot] / most;
        bars.add(
            new Cell(
                left, frame.bottom() - height, Math.max(1, right - left), height, share, false));
      }
    }
    return bars;
  }

  private static List<Label> labels(TimeRange visible, Frame frame, ZoneId zone) {
    return TimeTicks.of(visible, frame.plotWidth(), zone).stream()
        .map(
            tick ->
                new Label(frame.x(tick.at(), visible), tick.text(), frame.x(tick.at(), visible)))
        .toList();
  }

  private static List<Sign> signs(StripData data, TimeRange visible, Frame frame) {
    return data.notes().events().stream()
        .filter(event -> visible.contains(event.at()))
        .map(event -> new Sign(frame.x(event.at(), visible), event))
        .toList();
  }

  private static List<double[]> off(StripData data, TimeRange visible, Frame frame) {
    return data.notes().off().stream()
        .filter(each -> each.to() > visible.from() && each.from() < visible.to())
        .map(
            each ->
                new double[] {
                  frame.x(visible.nearest(each.from()), visible),
                  frame.x(visible.nearest(each.to()), visible)
                })
        .toList();
  }
}
