package io.tenantry.app.controls.charts;

import io.tenantry.app.text.Text;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;

/** The samples of a chart over time, one row for each instant at which any series has one. */
final class TimeTable implements ChartTable {
  private final TimedData data;
  private final TimeWords words;
  private final long[] times;

  TimeTable(TimedData data, ChartData.View view) {
    this.data = data;
    words = new TimeWords(data, view.zone());
    times =
        data.series().stream()
            .flatMapToLong(series -> times(series.samples()))
            .filter(view.visible()::contains)
            .sorted()
            .distinct()
            .toArray();
  }

  @Override
  public List<String> columns() {
    List<String> columns = new ArrayList<>();
    columns.add(Text.of("charts.time"));
    data.series().forEach(series -> columns.add(series.name()));
    return columns;
  }

  @Override
  public int rows() {
    return times.length;
  }

  @Override
  public String shown(int row, int column) {
    if (column == 0) {
      return words.moment(times[row]);
    }
    double value = value(row, column);
    return Double.isNaN(value) ? "–" : data.unit().write(value);
  }

  @Override
  public String raw(int row, int column) {
    if (column == 0) {
      return Instant.ofEpochMilli(times[row]).toString();
    }
    double value = value(row, column);
    return Double.isNaN(value)
        ? ""
        : BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
  }

  private double value(int row, int column) {
    Samples samples = data.series().get(column - 1).samples();
    int index = samples.firstFrom(times[row]);
    boolean there = index < samples.size() && samples.time(index) == times[row];
    return there ? samples.value(index) : Double.NaN;
  }

  private static LongStream times(Samples samples) {
    return LongStream.range(0, samples.size()).map(index -> samples.time((int) index));
  }
}
