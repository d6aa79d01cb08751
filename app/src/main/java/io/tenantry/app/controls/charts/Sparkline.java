package io.tenantry.app.controls.charts;

import io.tenantry.app.controls.CrispCanvas;
import io.tenantry.app.text.Text;
import java.time.Duration;
import java.util.List;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;
import javafx.scene.shape.StrokeLineJoin;

/**
 * A line as small as a word: how something went, without axes. Its last value is a point, failures
 * are ticks on its base line, the smallest and the largest value stand in its tooltip. UI thread.
 */
public final class Sparkline extends Region {
  private static final double EDGE = 2.5;
  private static final double LAST = 4;
  private static final double FAILED = 3;
  private final CrispCanvas canvas = new CrispCanvas();
  private final Tooltip tooltip = new Tooltip();
  private final Pens pens =
      new Pens(this::requestLayout, List.of("hue-spark", Hue.ERROR.styleClass()));
  private Samples values = new Samples(new long[0], new double[0], Duration.ofSeconds(1));
  private Samples failures = values;
  private TimeRange range = new TimeRange(0, 1);

  public Sparkline() {
    getStyleClass().add("sparkline");
    getChildren().addAll(pens, canvas);
  }

  /** Makes it as small as the cell of a table. */
  public Sparkline inCell() {
    getStyleClass().add("in-cell");
    return this;
  }

  /**
   * Shows values over some time.
   *
   * @param failed how many failed at each instant; zero and unknown are not drawn
   */
  public void show(TimeRange over, Samples shown, Samples failed, ChartUnit unit) {
    range = over;
    values = shown;
    failures = failed;
    double[] bounds = bounds();
    if (Double.isNaN(bounds[0])) {
      setAccessibleText(Text.of("charts.empty"));
      Tooltip.uninstall(this, tooltip);
    } else {
      String words =
          Text.of(
              "charts.bounds",
              unit.write(bounds[0]),
              unit.write(bounds[1]),
              unit.write(values.last()));
      tooltip.setText(words);
      setAccessibleText(words);
      Tooltip.install(this, tooltip);
    }
    requestLayout();
  }

  @Override
  protected void layoutChildren() {
    canvas.size(snapSizeX(getWidth()), snapSizeY(getHeight()));
    GraphicsContext graphics = canvas.getGraphicsContext2D();
    canvas.clear();
    double[] bounds = bounds();
    if (!Double.isNaN(bounds[0])) {
      double top = bounds[1] > bounds[0] ? bounds[1] : bounds[0] + 1;
      double low = bounds[1] > bounds[0] ? Math.min(0, bounds[0]) : bounds[0] - 1;
      draw(graphics, new ValueAxis(low, top, false, List.of()));
    }
  }

  private void draw(GraphicsContext graphics, ValueAxis axis) {
    Frame frame = Frame.bare(canvas.wide(), canvas.high(), EDGE);
    Pens.Pen pen = pens.of("hue-spark");
    graphics.setStroke(pen.stroke());
    graphics.setFill(pen.stroke());
    graphics.setLineWidth(pen.width());
    graphics.setLineJoin(StrokeLineJoin.ROUND);
    List<Trace.Run> runs = Trace.of(values, range, frame, axis).runs();
    for (Trace.Run run : runs) {
      graphics.strokePolyline(run.xs(), run.ys(), run.size());
    }
    Trace.Run end = runs.getLast();
    double x = end.xs()[end.size() - 1];
    double y = end.ys()[end.size() - 1];
    graphics.fillOval(x - LAST / 2, y - LAST / 2, LAST, LAST);
    failures(graphics, frame);
  }

  private void failures(GraphicsContext graphics, Frame frame) {
    graphics.setFill(pens.of(Hue.ERROR).stroke());
    for (int index = 0; index < failures.size(); index++) {
      if (failures.value(index) > 0 && range.contains(failures.time(index))) {
        double x = frame.x(failures.time(index), range);
        graphics.fillRect(x - 1, frame.height() - FAILED, 2, FAILED);
      }
    }
  }

  private double[] bounds() {
    double lowest = Double.NaN;
    double highest = Double.NaN;
    int end = values.firstFrom(range.to());
    for (int index = values.firstFrom(range.from()); index < end; index++) {
      double value = values.value(index);
      if (!Double.isNaN(value)) {
        lowest = lowest <= value ? lowest : value;
        highest = highest >= value ? highest : value;
      }
    }
    return new double[] {lowest, highest};
  }
}
