package io.tenantry.app.controls.charts;

/**
 * What a strip of time shows.
 *
 * @param range the time it covers
 * @param density how much happened, and when
 * @param unit what the density counts
 * @param notes marks above the bars, and times of which nothing is kept
 */
public record StripData(TimeRange range, Series density, ChartUnit unit, Annotations notes) {}
