package io.tenantry.app.controls.charts;

import java.util.List;

/**
 * What stands on a chart beside its values.
 *
 * @param events what happened meanwhile
 * @param thresholds values that should not be passed
 * @param off times at which nothing was measured, because the engine was off
 */
public record Annotations(
    List<ChartEvent> events, List<Threshold> thresholds, List<TimeRange> off) {
  /** Nothing beside the values. */
  public static final Annotations NONE = new Annotations(List.of(), List.of(), List.of());

  /** Copies the lists. */
  public Annotations {
    events = List.copyOf(events);
    thresholds = List.copyOf(thresholds);
    off = List.copyOf(off);
  }
}
