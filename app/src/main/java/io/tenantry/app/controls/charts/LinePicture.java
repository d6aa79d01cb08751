package io.tenantry.app.controls.charts;

import io.tenantry.app.controls.charts.Picture.Marks;
import io.tenantry.app.controls.charts.Picture.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Reduces lines and areas over time to a frame. */
final class LinePicture {
  private final TimedData data;
  private final Frame frame;
  private final ChartData.View view;
  private final TimeRange range;

  LinePicture(TimedData data, Frame frame, ChartData.View view) {
    this.data = data;
    this.frame = frame;
    this.view = view;
    this.range = view.visible();
  }

  Picture drawn() {
    ValueAxis axis = axis();
    TimeFrame around = new TimeFrame(data, frame, view);
    List<Path> paths = new ArrayList<>();
    for (Series series : data.series()) {
      boolean filled = data.shape() == TimedData.Shape.AREA && series.hue() != Hue.BEFORE;
      paths.add(new Path(series.hue(), Trace.of(series.samples(), range, frame, axis), filled));
    }
    paths.sort(Comparator.comparing(path -> path.hue() != Hue.BEFORE));
    return new Picture(
        frame,
        around.axes(axis),
        new Marks(paths, List.of(), List.of()),
        around.notes(axis),
        stops(axis));
  }

  private ValueAxis axis() {
    double lowest = Double.NaN;
    double highest = Double.NaN;
    for (Series series : data.series()) {
      Samples samples = series.samples();
      int end = samples.firstFrom(range.to());
      for (int index = samples.firstFrom(range.from()); index < end; index++) {
        double value = samples.value(index);
        if (!Double.isNaN(value)) {
          lowest = Double.isNaN(lowest) ? value : Math.min(lowest, value);
          highest = Double.isNaN(highest) ? value : Math.max(highest, value);
        }
      }
    }
    return TimeFrame.axis(data, lowest, highest, view.logarithmic());
  }

  /** One stop a column of pixels: the last sample in it of the series that has most. */
  private Stops stops(ValueAxis axis) {
    Samples densest =
        data.own().stream()
            .map(Series::samples)
            .max(Comparator.comparing(Samples::size))
            .orElseThrow();
    int first = densest.firstFrom(range.from());
    int end = densest.firstFrom(range.to());
    List<Integer> kept = new ArrayList<>();
    long column = Long.MIN_VALUE;
    for (int index = first; index < end; index++) {
      long at = (long) Math.floor(frame.x(densest.time(index), range));
      if (at == column) {
        kept.set(kept.size() - 1, index);
      } else {
        kept.add(index);
        column = at;
      }
    }
    long[] times = kept.stream().mapToLong(densest::time).toArray();
    double[] xs = new double[times.length];
    for (int stop = 0; stop < xs.length; stop++) {
      xs[stop] = frame.x(times[stop], range);
    }
    return new Stops(xs, new double[xs.length], times, 0, stop -> reading(times[stop], axis));
  }

  private Reading reading(long at, ValueAxis axis) {
    TimeWords words = new TimeWords(data, view.zone());
    List<TimeWords.Value> values = new ArrayList<>();
    for (Series series : data.series()) {
      double value = series.samples().near(at);
      values.add(new TimeWords.Value(series, value, frame.y(value, axis)));
    }
    long reach = range.length() * 4 / Math.max(1, (long) frame.plotWidth());
    return words.reading(words.moment(at), values, new TimeRange(at - reach, at + reach + 1));
  }
}
