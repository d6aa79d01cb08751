package io.tenantry.app.traffic;

import io.tenantry.app.controls.charts.ChartUnit;
import io.tenantry.app.controls.charts.Fold;
import io.tenantry.app.controls.charts.Hue;
import io.tenantry.app.controls.charts.Samples;
import io.tenantry.app.controls.charts.Series;
import io.tenantry.app.controls.charts.TimeRange;
import io.tenantry.app.controls.charts.TimedData;
import io.tenantry.app.text.Text;
import io.tenantry.contract.logs.LogSeries;
import io.tenantry.contract.logs.LogSpan;
import io.tenantry.contract.logs.ProjectMetrics.Step;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/**
 * A series as charts. A step without queries is a zero in what is counted, and a gap in what is
 * measured; before the first query nothing is known, and the time begins with it. Any thread.
 */
public final class QueryCharts {
  private static final double MINUTE = 60;
  private static final int FEWEST_STEPS = 12;

  private final LogSeries series;
  private final TimeRange range;

  /**
   * Creates them.
   *
   * @param span the time that they cover
   */
  public QueryCharts(LogSpan span, LogSeries series) {
    this.series = series;
    this.range = TimeRange.between(begin(span, series), span.until());
  }

  /** A day of a young engine would be empty but for its end; some room is left beside the first. */
  private static Instant begin(LogSpan span, LogSeries series) {
    if (series.steps().isEmpty()) {
      return span.from();
    }
    Instant latest = span.until().minusSeconds(FEWEST_STEPS * series.stepSeconds());
    Instant first = series.steps().getFirst().start();
    Instant wanted = first.isBefore(latest) ? first : latest;
    return wanted.isAfter(span.from()) ? wanted : span.from();
  }

  private Duration step() {
    return Duration.ofSeconds(series.stepSeconds());
  }

  /** Queries in a minute. */
  public TimedData rate() {
    double minutes = series.stepSeconds() / MINUTE;
    return TimedData.of(
        TimedData.Shape.AREA,
        ChartUnit.COUNT,
        range,
        new Series(
            Text.of("logs.chart.rate"),
            Hue.SERIES_1,
            counted(step -> step.queries() / minutes),
            Fold.MEAN));
  }

  /** Percentiles of what they took. */
  public TimedData latency() {
    return TimedData.of(
        TimedData.Shape.LINE,
        ChartUnit.MILLISECONDS,
        range,
        new Series("p50", Hue.P50, measured(Step::p50Ms), Fold.MAX),
        new Series("p95", Hue.P95, measured(Step::p95Ms), Fold.MAX),
        new Series("p99", Hue.P99, measured(Step::p99Ms), Fold.MAX));
  }

  /** How many failed. */
  public TimedData errors() {
    return TimedData.of(
        TimedData.Shape.BARS,
        ChartUnit.COUNT,
        range,
        new Series(Text.of("logs.chart.errors"), Hue.ERROR, counted(Step::failed), Fold.SUM));
  }

  /** Queries in each step, those that failed stacked on those that worked. */
  public TimedData hourly() {
    return TimedData.of(
        TimedData.Shape.BARS,
        ChartUnit.COUNT,
        range,
        new Series(
            Text.of("logs.chart.worked"),
            Hue.SUCCESS,
            counted(step -> step.queries() - step.failed()),
            Fold.SUM),
        new Series(Text.of("logs.chart.errors"), Hue.ERROR, counted(Step::failed), Fold.SUM));
  }

  private Samples measured(ToDoubleFunction<Step> figure) {
    return Samples.of(series.steps(), step -> step.start().toEpochMilli(), figure, step());
  }

  private Samples counted(ToDoubleFunction<Step> figure) {
    if (series.steps().isEmpty()) {
      return measured(figure);
    }
    Map<Long, Step> known =
        series.steps().stream()
            .collect(Collectors.toMap(step -> step.start().toEpochMilli(), Function.identity()));
    long step = step().toMillis();
    long first = series.steps().getFirst().start().toEpochMilli();
    List<Long> times =
        LongStream.iterate(first, time -> time < range.to(), time -> time + step).boxed().toList();
    return Samples.of(
        times,
        Long::longValue,
        time -> {
          Step there = known.get(time);
          return there == null ? 0 : figure.applyAsDouble(there);
        },
        step());
  }
}
