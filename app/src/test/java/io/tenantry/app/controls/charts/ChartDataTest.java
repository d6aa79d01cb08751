package io.tenantry.app.controls.charts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ChartDataTest {
  private static final Instant BEGIN = Instant.parse("2027-03-03T14:00:00Z");
  private static final Duration MINUTE = Duration.ofMinutes(1);
  private static final Frame FRAME = Frame.ofChart(456, 190, 44);
  private static final TimeRange TEN = TimeRange.between(BEGIN, BEGIN.plus(Duration.ofMinutes(10)));
  private static final ChartData.View VIEW = new ChartData.View(TEN, false, ZoneOffset.UTC);

  @Test
  void aPlaceSaysItsTimeItsValuesLargestFirstAndWhatHappened() {
    List<String> opened = new ArrayList<>();
    ChartEvent event =
        new ChartEvent(at(3), EventMark.DEPLOYMENT, "Deployment of 1.4", () -> opened.add("1.4"));
    TimedData data =
        lines(series("p50", Hue.P50, 1, 2, 3, 4), series("p99", Hue.P99, 10, 20, 30, 40))
            .with(new Annotations(List.of(event), List.of(), List.of()));
    Stops stops = data.picture(FRAME, VIEW).stops();
    assertThat(stops.reading(3).spoken())
        .isEqualTo("3 Mar, 14:03. p99 40 ms, p50 4 ms. Deployment of 1.4");
    assertThat(stops.reading(0).spoken()).isEqualTo("3 Mar, 14:00. p99 10 ms, p50 1 ms");
  }

  @Test
  void aBarSaysTheTimeItStandsFor() {
    TimedData data =
        TimedData.of(
            TimedData.Shape.BARS,
            ChartUnit.COUNT,
            TEN,
            new Series("ok", Hue.SERIES_1, samples(5, 6, 7), Fold.SUM),
            new Series("failed", Hue.ERROR, samples(0, 1, 0), Fold.SUM));
    Picture picture = data.picture(FRAME, VIEW);
    assertThat(picture.stops().reading(1).spoken()).isEqualTo("3 Mar, 14:01–14:02. ok 6, failed 1");
    assertThat(picture.marks().bars()).hasSize(4);
  }

  @Test
  void stackedBarsTouchAndOnlyTheTopOneHasAFreeEnd() {
    TimedData data =
        TimedData.of(
            TimedData.Shape.BARS,
            ChartUnit.COUNT,
            TEN,
            new Series("ok", Hue.SERIES_1, samples(60), Fold.SUM),
            new Series("failed", Hue.ERROR, samples(20), Fold.SUM));
    List<Picture.Bar> bars = data.picture(FRAME, VIEW).marks().bars();
    assertThat(bars.get(1).y() + bars.get(1).height()).isEqualTo(bars.get(0).y());
    assertThat(bars).extracting(Picture.Bar::end).containsExactly(false, true);
  }

  @Test
  void theTableHasEveryInstantAndLeavesGapsEmpty() {
    TimedData data =
        lines(series("one", Hue.SERIES_1, 1, Double.NaN, 3), series("two", Hue.SERIES_2, 1.5));
    ChartTable table = data.table(VIEW);
    assertThat(table.columns()).containsExactly("Time", "one", "two");
    assertThat(table.rows()).isEqualTo(3);
    assertThat(table.shown(1, 1)).isEqualTo("–");
    assertThat(table.csv())
        .isEqualTo(
            """
            Time,one,two\r
            2027-03-03T14:00:00Z,1,1.5\r
            2027-03-03T14:01:00Z,,\r
            2027-03-03T14:02:00Z,3,\r
            """);
  }

  @Test
  void theTableIsOfTheTimeThatIsLookedAt() {
    TimedData data = lines(series("one", Hue.SERIES_1, 1, 2, 3, 4, 5));
    TimeRange part = new TimeRange(at(1), at(3));
    assertThat(data.table(new ChartData.View(part, false, ZoneOffset.UTC)).rows()).isEqualTo(2);
  }

  @Test
  void cellsOfOtherProgramsSurviveCommasAndQuotes() {
    HeatData.Square square = new HeatData.Square(1, false, "14 backups, all \"good\"");
    HeatData data =
        new HeatData(List.of("1 Mar"), List.of(new HeatData.Row("acme", List.of(square))));
    assertThat(data.table(VIEW).csv())
        .isEqualTo("Name,1 Mar\r\nacme,\"14 backups, all \"\"good\"\"\"\r\n");
  }

  @Test
  void theLegendHasTheLastKnownValue() {
    TimedData data = lines(series("p95", Hue.P95, 3, 8, Double.NaN));
    assertThat(data.legend()).containsExactly(new ChartData.Key("p95", Hue.P95, "8 ms"));
  }

  @Test
  void aThresholdWidensTheAxisUnlessItIsOutOfProportion() {
    Annotations near = new Annotations(List.of(), List.of(new Threshold(50, "slow")), List.of());
    Annotations far = new Annotations(List.of(), List.of(new Threshold(5000, "slow")), List.of());
    TimedData data = lines(series("p95", Hue.P95, 0, 30));
    assertThat(data.with(near).picture(FRAME, VIEW).notes().guides()).hasSize(1);
    assertThat(data.with(far).picture(FRAME, VIEW).notes().guides()).isEmpty();
  }

  @Test
  void beyondSixSeriesTheRestIsOneAndLosesNothing() {
    Map<String, Samples> all = new LinkedHashMap<>();
    for (int tenant = 1; tenant <= 9; tenant++) {
      all.put("t" + tenant, samples(tenant, tenant));
    }
    List<Series> series = Series.ranked(all, Fold.SUM, "other");
    assertThat(series).extracting(Series::name).endsWith("t6", "other").hasSize(7);
    assertThat(series.getLast().hue()).isEqualTo(Hue.OTHER);
    assertThat(series.getLast().samples().value(1)).isEqualTo(7 + 8 + 9);
  }

  @Test
  void aHistogramCountsEveryValueAndKnowsItsPercentiles() {
    double[] values = IntStream.rangeClosed(1, 1000).asDoubleStream().toArray();
    HistogramData data = HistogramData.of(ChartUnit.MILLISECONDS, values);
    assertThat(data.bins().stream().mapToLong(HistogramData.Bin::count).sum()).isEqualTo(1000);
    assertThat(data.percentiles())
        .extracting(HistogramData.Percentile::value)
        .containsExactly(500.0, 950.0, 990.0);
    for (HistogramData.Bin bin : data.bins()) {
      long inside = Arrays.stream(values).filter(v -> v >= bin.from() && v < bin.to()).count();
      assertThat(bin.count()).as("%s", bin).isCloseTo(inside, within(1L));
    }
  }

  @Test
  void labelsOfPercentilesDoNotOverlap() {
    double[] values = {1, 1, 1, 1, 1, 1, 1, 1, 1, 1.01, 1.02, 500};
    HistogramData data = HistogramData.of(ChartUnit.MILLISECONDS, values);
    List<Picture.Label> labels = data.picture(FRAME, VIEW).axes().below();
    for (int at = 1; at < labels.size(); at++) {
      assertThat(labels.get(at).x() - labels.get(at - 1).x()).isGreaterThan(40);
    }
    assertThat(labels.getLast().x()).isLessThan(FRAME.width());
  }

  @Test
  void aHistogramOfNothingIsEmpty() {
    assertThat(HistogramData.of(ChartUnit.MILLISECONDS, new double[0]).isEmpty()).isTrue();
  }

  @Test
  void yesterdayIsLaidOverTodayAndNotStacked() {
    Samples yesterday = samples(9, 9).later(Duration.ZERO);
    TimedData data =
        TimedData.of(
            TimedData.Shape.BARS,
            ChartUnit.COUNT,
            TEN,
            new Series("today", Hue.SERIES_1, samples(1, 2), Fold.SUM),
            new Series("yesterday", Hue.BEFORE, yesterday, Fold.SUM));
    Picture picture = data.picture(FRAME, VIEW);
    assertThat(picture.marks().bars()).extracting(Picture.Bar::hue).containsOnly(Hue.SERIES_1);
    assertThat(picture.marks().paths()).extracting(Picture.Path::hue).containsExactly(Hue.BEFORE);
  }

  private static TimedData lines(Series... series) {
    return TimedData.of(TimedData.Shape.LINE, ChartUnit.MILLISECONDS, TEN, series);
  }

  private static Series series(String name, Hue hue, double... values) {
    return new Series(name, hue, samples(values), Fold.MAX);
  }

  private static Samples samples(double... values) {
    long[] times = new long[values.length];
    Arrays.setAll(times, ChartDataTest::at);
    return new Samples(times, values, MINUTE);
  }

  private static long at(int minute) {
    return BEGIN.plus(MINUTE.multipliedBy(minute)).toEpochMilli();
  }
}
