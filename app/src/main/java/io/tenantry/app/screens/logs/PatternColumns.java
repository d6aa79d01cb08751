package io.tenantry.app.screens.logs;

import io.tenantry.app.controls.charts.ChartUnit;
import io.tenantry.app.controls.charts.Samples;
import io.tenantry.app.controls.charts.Sparkline;
import io.tenantry.app.controls.charts.TimeRange;
import io.tenantry.app.controls.tables.CellNode;
import io.tenantry.app.controls.tables.DataColumn;
import io.tenantry.app.text.Figures;
import io.tenantry.app.text.Text;
import io.tenantry.contract.logs.ProjectPattern;
import io.tenantry.contract.logs.QueryPattern;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/** The columns of the list of patterns. */
final class PatternColumns {
  private static final Duration HOUR = Duration.ofHours(1);
  private static final Samples NONE = new Samples(new long[0], new double[0], HOUR);

  private static final String TENANTS = "tenants";

  private PatternColumns() {}

  static List<DataColumn<ProjectPattern, ?>> all(LogOf of) {
    return of == LogOf.PROJECT
        ? all()
        : all().stream().filter(column -> !TENANTS.equals(column.getId())).toList();
  }

  private static List<DataColumn<ProjectPattern, ?>> all() {
    return List.of(
        DataColumn.<ProjectPattern>mono(title("pattern"), row -> row.figures().pattern())
            .named("pattern")
            .room(200, 360)
            .tip(Function.identity())
            .grow(),
        DataColumn.drawn(title("day"), (ProjectPattern row) -> spoken(row), PatternColumns::spark)
            .named("day")
            .unsorted()
            .room(88, 96)
            .leaves(5),
        DataColumn.<ProjectPattern>number(title("count"), row -> row.figures().count())
            .named("count"),
        time("total", QueryPattern::totalMs),
        time("p50", QueryPattern::p50Ms).leaves(4),
        time("p95", QueryPattern::p95Ms),
        time("p99", QueryPattern::p99Ms).leaves(3),
        time("max", QueryPattern::maxMs).leaves(2),
        DataColumn.<ProjectPattern>number(title("errors"), row -> row.figures().failed())
            .named("errors"),
        DataColumn.<ProjectPattern>number(title("tenants"), ProjectPattern::tenants)
            .named(TENANTS)
            .leaves(1));
  }

  private static DataColumn<ProjectPattern, String> time(
      String name, ToDoubleFunction<QueryPattern> millis) {
    return DataColumn.<ProjectPattern>text(
            title(name), row -> Figures.milliseconds(millis.applyAsDouble(row.figures())))
        .named(name)
        .styled("number-cell")
        .room(80, 88);
  }

  private static String title(String column) {
    return Text.of("patterns.column." + column);
  }

  private static String spoken(ProjectPattern row) {
    return Figures.count(row.hours().stream().mapToLong(Long::longValue).sum());
  }

  private static CellNode.Brush<ProjectPattern> spark() {
    Sparkline line = new Sparkline().inCell();
    return row -> {
      List<Long> hours = row.hours();
      long[] times = new long[hours.size()];
      double[] counts = new double[hours.size()];
      for (int hour = 0; hour < times.length; hour++) {
        times[hour] = hour * HOUR.toMillis();
        counts[hour] = hours.get(hour);
      }
      TimeRange day = new TimeRange(0, Math.max(1, times.length) * HOUR.toMillis());
      line.show(day, new Samples(times, counts, HOUR), NONE, ChartUnit.COUNT);
      return line;
    };
  }

  /** How rows compare, by the name of the column. */
  static Map<String, Comparator<ProjectPattern>> orders() {
    return Map.of(
        "pattern", by(QueryPattern::pattern),
        "count", by(QueryPattern::count),
        "total", by(QueryPattern::totalMs),
        "p50", by(QueryPattern::p50Ms),
        "p95", by(QueryPattern::p95Ms),
        "p99", by(QueryPattern::p99Ms),
        "max", by(QueryPattern::maxMs),
        "errors", by(QueryPattern::failed),
        "tenants", Comparator.comparingLong(ProjectPattern::tenants));
  }

  private static <U extends Comparable<U>> Comparator<ProjectPattern> by(
      Function<QueryPattern, U> figure) {
    return Comparator.comparing(row -> figure.apply(row.figures()));
  }
}
