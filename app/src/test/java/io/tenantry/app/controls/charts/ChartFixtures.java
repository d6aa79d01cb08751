package io.tenantry.app.controls.charts;

import io.tenantry.app.controls.charts.TimedData.Shape;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Values for pictures of charts: the same at every run. */
public final class ChartFixtures {
  static final Instant NOW = Instant.parse("2027-03-04T12:00:00Z");
  public static final TimeRange DAY = TimeRange.last(Duration.ofHours(24), NOW);
  private static final Duration STEP = Duration.ofMinutes(10);

  private ChartFixtures() {}

  public static TimedData latency() {
    return TimedData.of(
            Shape.LINE,
            ChartUnit.MILLISECONDS,
            DAY,
            new Series("p50", Hue.P50, wave(4, 1), Fold.MAX),
            new Series("p95", Hue.P95, wave(18, 2), Fold.MAX),
            new Series("p99", Hue.P99, wave(42, 3), Fold.MAX))
        .with(notes(new Threshold(100, "slow from 100 ms")));
  }

  public static TimedData throughput() {
    return TimedData.of(
        Shape.AREA,
        ChartUnit.PER_SECOND,
        DAY,
        new Series("queries", Hue.SERIES_1, wave(240, 4), Fold.MEAN),
        new Series("yesterday", Hue.BEFORE, wave(200, 5), Fold.MEAN));
  }

  public static TimedData errors() {
    return TimedData.of(
        Shape.BARS,
        ChartUnit.COUNT,
        DAY,
        new Series("ok", Hue.SUCCESS, wave(600, 6), Fold.SUM),
        new Series("failed", Hue.ERROR, wave(40, 7), Fold.SUM));
  }

  public static TimedData six() {
    List<Series> series = new ArrayList<>();
    for (int at = 0; at < 6; at++) {
      series.add(new Series("tenant-" + at, Hue.series(at), wave(40 + at * 25, at), Fold.SUM));
    }
    return new TimedData(Shape.LINE, ChartUnit.BYTES, DAY, series, Annotations.NONE);
  }

  public static HistogramData histogram() {
    Random random = new Random(5);
    return HistogramData.of(
        ChartUnit.MILLISECONDS,
        random.doubles(5000).map(each -> Math.exp(random.nextGaussian() * 1.1 + 1.4)).toArray());
  }

  public static HeatData backups(int tenants) {
    List<String> days = new ArrayList<>();
    for (int day = 1; day <= 30; day++) {
      days.add(day + " Mar");
    }
    Random random = new Random(9);
    List<HeatData.Row> rows = new ArrayList<>();
    for (int tenant = 0; tenant < tenants; tenant++) {
      List<HeatData.Square> squares = new ArrayList<>();
      for (int day = 0; day < 30; day++) {
        int kind = random.nextInt(20);
        double value = kind == 0 ? Double.NaN : 1 + random.nextInt(6);
        squares.add(new HeatData.Square(value, kind == 1, kind == 1 ? "failed" : "1 backup"));
      }
      rows.add(new HeatData.Row("tenant-" + tenant, squares));
    }
    return new HeatData(days, rows);
  }

  static Samples failures() {
    long[] times = {at(3), at(9), at(9) + 1, at(20)};
    return new Samples(times, new double[] {1, 1, 0, 2}, STEP);
  }

  /** Thirty days of minutes, four series. */
  static TimedData month() {
    TimeRange range = TimeRange.last(Duration.ofDays(30), NOW);
    List<Series> series = new ArrayList<>();
    for (int at = 0; at < 4; at++) {
      Random random = new Random(at);
      long[] times = new long[43_200];
      double[] values = new double[43_200];
      Arrays.setAll(times, index -> range.from() + index * 60_000L);
      Arrays.setAll(values, index -> 50 + 30 * Math.sin(index / 720.0) + random.nextDouble() * 20);
      Samples samples = new Samples(times, values, Duration.ofMinutes(1));
      series.add(new Series("series " + at, Hue.series(at), samples, Fold.MAX));
    }
    return new TimedData(Shape.LINE, ChartUnit.MILLISECONDS, range, series, Annotations.NONE);
  }

  private static Annotations notes(Threshold threshold) {
    long off = DAY.from() + Duration.ofHours(14).toMillis();
    return new Annotations(
        List.of(
            new ChartEvent(at(5), EventMark.DEPLOYMENT, "Deployment of 1.4", () -> {}),
            new ChartEvent(at(10), EventMark.RESTORE, "Recovery of acme", () -> {}),
            new ChartEvent(at(16), EventMark.RESTART, "Engine started", () -> {}),
            new ChartEvent(at(20), EventMark.BACKUP, "Backup", () -> {})),
        List.of(threshold),
        List.of(new TimeRange(off, off + Duration.ofHours(2).toMillis())));
  }

  private static long at(int hour) {
    return DAY.from() + Duration.ofHours(hour).toMillis();
  }

  /** A day of values with a gap from 14 to 16 hours and a lonely one in it. */
  private static Samples wave(double height, int seed) {
    Random random = new Random(seed);
    int count = (int) (DAY.length() / STEP.toMillis());
    long[] times = new long[count];
    double[] values = new double[count];
    for (int at = 0; at < count; at++) {
      times[at] = DAY.from() + at * STEP.toMillis();
      double day = 0.6 + 0.4 * Math.sin(at / 20.0 + seed);
      values[at] = height * day * (0.8 + 0.5 * random.nextDouble());
      if (at >= 84 && at < 96 && at != 90) {
        values[at] = Double.NaN;
      }
    }
    return new Samples(times, values, STEP);
  }
}
