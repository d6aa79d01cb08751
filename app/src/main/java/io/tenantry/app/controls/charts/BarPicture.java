package io.tenantry.app.controls.charts;

import io.tenantry.app.controls.charts.Picture.Bar;
import io.tenantry.app.controls.charts.Picture.Marks;
import io.tenantry.app.controls.charts.Picture.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Reduces bars over time, stacked when there are several series, to a frame. */
final class BarPicture {
  private static final double GAP = 2;
  private static final double WIDEST = 24;
  private final TimedData data;
  private final Frame frame;
  private final ChartData.View view;
  private final TimeRange range;
  private final Slots slots;
  private final List<Series> series;
  private final double[][] values;

  BarPicture(TimedData data, Frame frame, ChartData.View view) {
    this.data = data;
    this.frame = frame;
    this.view = view;
    range = view.visible();
    series = data.own();
    long step = series.stream().mapToLong(each -> each.samples().step()).max().orElse(1);
    slots = Slots.of(range, step, frame.plotWidth(), view.zone());
    values = new double[series.size()][];
    for (int row = 0; row < values.length; row++) {
      values[row] = slots.fold(series.get(row));
    }
  }

  Picture drawn() {
    ValueAxis axis = axis();
    TimeFrame around = new TimeFrame(data, frame, view);
    List<Bar> bars = new ArrayList<>();
    for (int slot = 0; slot < slots.count(); slot++) {
      stack(slot, axis, bars);
    }
    return new Picture(
        frame,
        around.axes(axis),
        new Marks(before(axis), bars, List.of()),
        around.notes(axis),
        stops());
  }

  private ValueAxis axis() {
    double highest = Double.NaN;
    for (int slot = 0; slot < slots.count(); slot++) {
      double sum = sum(slot);
      if (!(sum <= highest) && !Double.isNaN(sum)) {
        highest = sum;
      }
    }
    return TimeFrame.axis(data, 0, highest, false);
  }

  private double sum(int slot) {
    double sum = Double.NaN;
    for (double[] row : values) {
      if (!Double.isNaN(row[slot])) {
        sum = Double.isNaN(sum) ? row[slot] : sum + row[slot];
      }
    }
    return sum;
  }

  private void stack(int slot, ValueAxis axis, List<Bar> bars) {
    double left = frame.x(slots.begin(slot), range);
    double room = frame.x(slots.end(slot), range) - left;
    double width = Math.min(WIDEST, Math.max(1, room - GAP));
    double x = left + (room - width) / 2;
    double height = 0;
    double total = sum(slot);
    for (int row = 0; row < values.length; row++) {
      double value = values[row][slot];
      if (Double.isNaN(value) || value <= 0) {
        continue;
      }
      double bottom = frame.y(height, axis);
      height += value;
      double top = Math.min(frame.y(height, axis), bottom - 1);
      bars.add(new Bar(series.get(row).hue(), x, top, width, bottom - top, height >= total));
    }
  }

  private List<Path> before(ValueAxis axis) {
    return data.series().stream()
        .filter(each -> each.hue() == Hue.BEFORE)
        .map(each -> new Path(each.hue(), Trace.of(folded(each), range, frame, axis), false))
        .toList();
  }

  /** The time before in the same slots, at their middle. */
  private Samples folded(Series each) {
    long[] middles = new long[slots.count()];
    for (int slot = 0; slot < middles.length; slot++) {
      middles[slot] = (slots.begin(slot) + slots.end(slot)) / 2;
    }
    long length = middles.length < 2 ? 1 : middles[1] - middles[0];
    return new Samples(middles, slots.fold(each), Duration.ofMillis(length));
  }

  private Stops stops() {
    double[] xs = new double[slots.count()];
    long[] times = new long[slots.count()];
    for (int slot = 0; slot < xs.length; slot++) {
      times[slot] = slots.begin(slot);
      xs[slot] = Math.clamp(middle(slot), frame.left(), frame.right());
    }
    return new Stops(xs, new double[xs.length], times, 0, this::reading);
  }

  private double middle(int slot) {
    return (frame.x(slots.begin(slot), range) + frame.x(slots.end(slot), range)) / 2;
  }

  private Reading reading(int slot) {
    TimeWords words = new TimeWords(data, view.zone());
    List<TimeWords.Value> read = new ArrayList<>();
    for (Series each : data.series()) {
      read.add(new TimeWords.Value(each, slots.value(each, slot), Double.NaN));
    }
    TimeRange span = new TimeRange(slots.begin(slot), slots.end(slot));
    return words.reading(words.span(span), read, span);
  }
}
