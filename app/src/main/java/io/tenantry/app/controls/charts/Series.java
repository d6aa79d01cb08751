package io.tenantry.app.controls.charts;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * One line, area or row of bars of a chart.
 *
 * @param name what it is, as the legend and the spoken values say
 * @param hue how it is drawn
 * @param samples its values
 * @param fold what several values become in one bar
 */
public record Series(String name, Hue hue, Samples samples, Fold fold) {
  private static final int MOST = 6;

  /**
   * Names values as the series of a chart: beyond six they become one.
   *
   * @param values the series by name, in the order in which they count
   * @param other the name of what is left over
   */
  public static List<Series> ranked(Map<String, Samples> values, Fold fold, String other) {
    List<Series> series = new ArrayList<>();
    List<Samples> rest = new ArrayList<>();
    values.forEach(
        (name, samples) -> {
          if (series.size() < MOST) {
            series.add(new Series(name, Hue.series(series.size()), samples, fold));
          } else {
            rest.add(samples);
          }
        });
    if (!rest.isEmpty()) {
      series.add(new Series(other, Hue.OTHER, sum(rest), fold));
    }
    return series;
  }

  private static Samples sum(List<Samples> all) {
    Map<Long, Double> sums = new TreeMap<>();
    for (Samples samples : all) {
      for (int index = 0; index < samples.size(); index++) {
        if (!Double.isNaN(samples.value(index))) {
          sums.merge(samples.time(index), samples.value(index), Double::sum);
        }
      }
    }
    return Samples.of(
        List.copyOf(sums.entrySet()),
        Map.Entry::getKey,
        Map.Entry::getValue,
        Duration.ofMillis(all.getFirst().step()));
  }
}
