package io.tenantry.app.controls.charts;

import io.tenantry.app.controls.charts.Picture.Axes;
import io.tenantry.app.controls.charts.Picture.Bar;
import io.tenantry.app.controls.charts.Picture.Label;
import io.tenantry.app.controls.charts.Picture.Level;
import io.tenantry.app.controls.charts.Picture.Marks;
import io.tenantry.app.controls.charts.Picture.Notes;
import io.tenantry.app.text.Figures;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Reduces a histogram to a frame: bars, and ticks of the percentiles below. */
final class HistogramPicture {
  private static final double GAP = 2;
  private static final double CHARACTER = 6.2;
  private final HistogramData data;
  private final Frame frame;
  private final double low;
  private final double high;

  HistogramPicture(HistogramData data, Frame frame) {
    this.data = data;
    this.frame = frame;
    low = data.bins().isEmpty() ? 1 : Math.log(data.bins().getFirst().from());
    high = data.bins().isEmpty() ? 2 : Math.log(data.bins().getLast().to());
  }

  Picture drawn() {
    long most = data.bins().stream().mapToLong(HistogramData.Bin::count).max().orElse(0);
    ValueAxis axis = ValueAxis.of(0, most, ChartUnit.COUNT);
    List<Bar> bars = new ArrayList<>();
    for (HistogramData.Bin bin : data.bins()) {
      if (bin.count() > 0) {
        double top = Math.min(frame.y(bin.count(), axis), frame.bottom() - 1);
        double left = x(bin.from()) + GAP / 2;
        double width = Math.max(1, x(bin.to()) - GAP / 2 - left);
        bars.add(new Bar(Hue.SERIES_1, left, top, width, frame.bottom() - top, true));
      }
    }
    List<Level> levels =
        axis.ticks().stream()
            .map(each -> new Level(frame.y(each.value(), axis), each.text(), false, true))
            .toList();
    return new Picture(
        frame,
        new Axes(levels, labels()),
        new Marks(List.of(), bars, List.of()),
        Notes.NONE,
        stops());
  }

  /** Labels stand at their tick, or as near as the one before lets them. */
  private List<Label> labels() {
    List<HistogramData.Percentile> sorted =
        data.percentiles().stream()
            .sorted(Comparator.comparingDouble(HistogramData.Percentile::value))
            .toList();
    List<Label> labels = new ArrayList<>();
    double free = frame.left();
    double rest = 0;
    for (HistogramData.Percentile each : sorted) {
      rest += width(each);
    }
    for (HistogramData.Percentile each : sorted) {
      double half = width(each) / 2;
      double last = frame.width() - rest + half;
      double x = Math.max(free + half, Math.min(x(each.value()), Math.max(last, free + half)));
      labels.add(new Label(x, text(each), x(each.value())));
      free = x + half;
      rest -= 2 * half;
    }
    return labels;
  }

  private String text(HistogramData.Percentile each) {
    return each.name() + " " + data.unit().write(each.value());
  }

  private double width(HistogramData.Percentile each) {
    return text(each).length() * CHARACTER + 8;
  }

  private Stops stops() {
    int count = data.bins().size();
    double[] xs = new double[count];
    for (int bin = 0; bin < count; bin++) {
      xs[bin] = (x(data.bins().get(bin).from()) + x(data.bins().get(bin).to())) / 2;
    }
    return new Stops(xs, new double[count], new long[0], 0, this::reading);
  }

  private Reading reading(int stop) {
    HistogramData.Bin bin = data.bins().get(stop);
    List<String> inside =
        data.percentiles().stream()
            .filter(each -> each.value() >= bin.from() && each.value() < bin.to())
            .map(this::text)
            .toList();
    Reading.Item item = new Reading.Item(Hue.SERIES_1, "", Figures.count(bin.count()), Double.NaN);
    return new Reading(data.words(bin), List.of(item), inside);
  }

  private double x(double value) {
    double share = (Math.log(Math.max(value, Double.MIN_NORMAL)) - low) / (high - low);
    return frame.x(Math.clamp(share, 0, 1));
  }
}
