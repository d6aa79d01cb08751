package io.tenantry.app.controls.charts;

import java.util.List;
import java.util.Optional;

/**
 * Values over time.
 *
 * @param shape how they are drawn
 * @param unit what they are
 * @param range the time they cover
 * @param series the values; several series of bars are stacked in this order
 * @param notes what stands beside them
 */
public record TimedData(
    Shape shape, ChartUnit unit, TimeRange range, List<Series> series, Annotations notes)
    implements ChartData {

  /** How values over time are drawn. */
  public enum Shape {
    LINE,
    AREA,
    BARS
  }

  /** Copies the series. */
  public TimedData {
    series = List.copyOf(series);
  }

  /** Values without anything beside them. */
  public static TimedData of(Shape shape, ChartUnit unit, TimeRange range, Series... series) {
    return new TimedData(shape, unit, range, List.of(series), Annotations.NONE);
  }

  /** The same with what stands beside the values. */
  public TimedData with(Annotations other) {
    return new TimedData(shape, unit, range, series, other);
  }

  @Override
  public boolean isEmpty() {
    return series.stream().allMatch(each -> Double.isNaN(each.samples().last()));
  }

  @Override
  public List<Key> legend() {
    return series.stream().map(this::key).toList();
  }

  @Override
  public Optional<TimeRange> timeRange() {
    return Optional.of(range);
  }

  @Override
  public double leftInset() {
    return Frame.LEFT;
  }

  @Override
  public Picture picture(Frame frame, View view) {
    return shape == Shape.BARS
        ? new BarPicture(this, frame, view).drawn()
        : new LinePicture(this, frame, view).drawn();
  }

  @Override
  public ChartTable table(View view) {
    return new TimeTable(this, view);
  }

  /** Returns the series that are not laid over from another time. */
  List<Series> own() {
    return series.stream().filter(each -> each.hue() != Hue.BEFORE).toList();
  }

  private Key key(Series each) {
    double last = each.samples().last();
    return new Key(each.name(), each.hue(), Double.isNaN(last) ? "" : unit.write(last));
  }
}
