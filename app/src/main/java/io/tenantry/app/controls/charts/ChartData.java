package io.tenantry.app.controls.charts;

import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** What a chart shows, without a pixel of it. Immutable; read on any thread. */
public sealed interface ChartData permits TimedData, HistogramData, HeatData {

  /** Says whether there is nothing to draw. */
  boolean isEmpty();

  /** Returns what the legend lists; empty where the title says it all. */
  List<Key> legend();

  /** Returns the time it covers; empty for what is not about time. */
  Optional<TimeRange> timeRange();

  /** Returns the room that labels at the left need, in pixels. */
  double leftInset();

  /** Returns the height that its content asks for, in pixels; empty where any height will do. */
  default OptionalDouble ownHeight() {
    return OptionalDouble.empty();
  }

  /** Reduces it to what can be drawn in a frame. */
  Picture picture(Frame frame, View view);

  /** Returns the table behind the picture. */
  ChartTable table(View view);

  /**
   * A line of the legend.
   *
   * @param name what it is
   * @param hue how it is drawn
   * @param last its last value with its unit, may be empty
   */
  record Key(String name, Hue hue, String last) {}

  /**
   * How it is looked at.
   *
   * @param visible the part of the time that is looked at
   * @param logarithmic whether values are drawn by their powers of ten
   * @param zone where the user lives
   */
  record View(TimeRange visible, boolean logarithmic, ZoneId zone) {}
}
