package io.tenantry.app.controls.charts;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a chart says at one place, in its tooltip and spoken.
 *
 * @param head the place: a time, a range of values, a row and a day
 * @param items the values, largest first
 * @param notes what happened there
 */
record Reading(String head, List<Item> items, List<String> notes) {

  /**
   * One value.
   *
   * @param hue how its series is drawn
   * @param name its series
   * @param text the value with its unit
   * @param y where it stands, in pixels; NaN where no point marks it
   */
  record Item(Hue hue, String name, String text, double y) {}

  String spoken() {
    String values =
        items.stream()
            .map(item -> item.name().isEmpty() ? item.text() : item.name() + " " + item.text())
            .collect(Collectors.joining(", "));
    return Stream.concat(Stream.of(head, values), notes.stream())
        .filter(part -> !part.isEmpty())
        .collect(Collectors.joining(". "));
  }
}
