package io.tenantry.app.controls.charts;

import io.tenantry.app.text.Figures;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;

/**
 * Says instants and values of a chart over time.
 *
 * @param data what is shown
 * @param zone where the user lives
 */
record TimeWords(TimedData data, ZoneId zone) {

  /**
   * What a series says somewhere.
   *
   * @param series which
   * @param value how much; NaN for nothing
   * @param y where it stands, in pixels; NaN where no point marks it
   */
  record Value(Series series, double value, double y) {}

  Reading reading(String head, List<Value> values, TimeRange around) {
    List<Reading.Item> items =
        values.stream()
            .filter(each -> !Double.isNaN(each.value()))
            .sorted(Comparator.comparingDouble(Value::value).reversed())
            .map(this::item)
            .toList();
    List<String> notes =
        data.notes().events().stream()
            .filter(event -> around.contains(event.at()))
            .map(ChartEvent::words)
            .toList();
    return new Reading(head, items, notes);
  }

  String moment(long at) {
    long step = data.series().stream().mapToLong(each -> each.samples().step()).min().orElse(1000);
    Instant instant = Instant.ofEpochMilli(at);
    return step < 60_000 ? Figures.second(instant, zone) : Figures.moment(instant, zone);
  }

  String span(TimeRange span) {
    Instant from = Instant.ofEpochMilli(span.from());
    if (span.length() >= Duration.ofHours(23).toMillis()) {
      return Figures.day(from, zone);
    }
    LocalTime to = Instant.ofEpochMilli(span.to()).atZone(zone).toLocalTime();
    return moment(span.from()) + "–" + to;
  }

  private Reading.Item item(Value each) {
    Series series = each.series();
    return new Reading.Item(series.hue(), series.name(), data.unit().write(each.value()), each.y());
  }
}
