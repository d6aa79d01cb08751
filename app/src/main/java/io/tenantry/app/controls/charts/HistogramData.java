package io.tenantry.app.controls.charts;

import io.tenantry.app.text.Figures;
import io.tenantry.app.text.Text;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * How often values of each size occur, in bins that are equally wide on a logarithmic scale.
 *
 * @param unit what the values are
 * @param bins the bins, smallest first, without a hole between them
 * @param percentiles values below which a part of all lies
 */
public record HistogramData(ChartUnit unit, List<Bin> bins, List<Percentile> percentiles)
    implements ChartData {
  private static final int PER_DECADE = 8;

  /**
   * A bin.
   *
   * @param from smallest value in it
   * @param to its end, excluded
   * @param count how many values
   */
  public record Bin(double from, double to, long count) {}

  /**
   * A percentile.
   *
   * @param hue its pen
   * @param name what it is called, for example {@code p95}
   * @param value the value
   */
  public record Percentile(Hue hue, String name, double value) {}

  /** Copies the lists. */
  public HistogramData {
    bins = List.copyOf(bins);
    percentiles = List.copyOf(percentiles);
  }

  /** Counts values; those that are not above zero go into the first bin. */
  public static HistogramData of(ChartUnit unit, double[] values) {
    double[] sorted = Arrays.stream(values).filter(Double::isFinite).sorted().toArray();
    if (sorted.length == 0) {
      return new HistogramData(unit, List.of(), List.of());
    }
    int first = place(Arrays.stream(sorted).filter(value -> value > 0).findFirst().orElse(1));
    int last = Math.max(first, place(Math.max(sorted[sorted.length - 1], Double.MIN_NORMAL)));
    long[] counts = new long[last - first + 1];
    for (double value : sorted) {
      counts[value <= 0 ? 0 : place(value) - first]++;
    }
    List<Bin> bins = new ArrayList<>();
    for (int at = 0; at < counts.length; at++) {
      bins.add(new Bin(edge(first + at), edge(first + at + 1), counts[at]));
    }
    return new HistogramData(
        unit,
        bins,
        List.of(
            new Percentile(Hue.P50, "p50", percentile(sorted, 0.5)),
            new Percentile(Hue.P95, "p95", percentile(sorted, 0.95)),
            new Percentile(Hue.P99, "p99", percentile(sorted, 0.99))));
  }

  @Override
  public boolean isEmpty() {
    return bins.stream().allMatch(bin -> bin.count() == 0);
  }

  @Override
  public List<Key> legend() {
    return percentiles.stream()
        .map(each -> new Key(each.name(), each.hue(), unit.write(each.value())))
        .toList();
  }

  @Override
  public Optional<TimeRange> timeRange() {
    return Optional.empty();
  }

  @Override
  public double leftInset() {
    return Frame.LEFT;
  }

  @Override
  public Picture picture(Frame frame, View view) {
    return new HistogramPicture(this, frame).drawn();
  }

  @Override
  public ChartTable table(View view) {
    return new Bins(this);
  }

  /** Says which values a bin holds. */
  String words(Bin bin) {
    return unit.write(bin.from()) + "–" + unit.write(bin.to());
  }

  private static int place(double value) {
    return (int) Math.floor(Math.log10(value) * PER_DECADE + 1e-9);
  }

  private static double edge(int place) {
    return Math.pow(10, place / (double) PER_DECADE);
  }

  /** The nearest rank: the smallest value that at least this share of all does not exceed. */
  private static double percentile(double[] sorted, double share) {
    return sorted[(int) Math.max(0, Math.ceil(share * sorted.length) - 1)];
  }

  /** One row a bin. */
  private record Bins(HistogramData data) implements ChartTable {
    @Override
    public List<String> columns() {
      return List.of(Text.of("charts.from"), Text.of("charts.to"), Text.of("charts.count"));
    }

    @Override
    public int rows() {
      return data.bins().size();
    }

    @Override
    public String shown(int row, int column) {
      Bin bin = data.bins().get(row);
      return switch (column) {
        case 0 -> data.unit().write(bin.from());
        case 1 -> data.unit().write(bin.to());
        default -> Figures.count(bin.count());
      };
    }

    @Override
    public String raw(int row, int column) {
      Bin bin = data.bins().get(row);
      return switch (column) {
        case 0 -> String.valueOf(bin.from());
        case 1 -> String.valueOf(bin.to());
        default -> String.valueOf(bin.count());
      };
    }
  }
}
