package io.tenantry.app.controls.charts;

import java.util.ArrayList;
import java.util.List;

/**
 * A chart reduced to what is drawn: plain numbers, no colours.
 *
 * @param frame where it is drawn
 * @param axes its lines and labels
 * @param marks its values
 * @param notes what stands beside the values
 * @param stops where it has something to say
 */
record Picture(Frame frame, Axes axes, Marks marks, Notes notes, Stops stops) {
  private static final int LINES = 4;

  /** The lines of a chart without a value. */
  static Picture blank(Frame frame) {
    List<Level> levels = new ArrayList<>();
    for (int line = 0; line <= LINES; line++) {
      double y = frame.bottom() - frame.plotHeight() * line / LINES;
      levels.add(new Level(y, "", line == 0, true));
    }
    return new Picture(frame, new Axes(levels, List.of()), Marks.NONE, Notes.NONE, Stops.NONE);
  }

  /**
   * Lines and labels.
   *
   * @param levels horizontal lines from the bottom, each with its label at the left
   * @param below labels below the plot
   */
  record Axes(List<Level> levels, List<Label> below) {}

  /**
   * A horizontal line.
   *
   * @param y where
   * @param text its label
   * @param base whether it is the zero line
   * @param drawn whether there is a line at all
   */
  record Level(double y, String text, boolean base, boolean drawn) {}

  /**
   * A label below the plot, centred.
   *
   * @param x where
   * @param text what it reads
   * @param tick the place that a short line marks; NaN for none
   */
  record Label(double x, String text, double tick) {}

  /**
   * The values.
   *
   * @param paths lines and areas, the last one in front
   * @param bars bars
   * @param cells squares of a heat strip
   */
  record Marks(List<Path> paths, List<Bar> bars, List<Cell> cells) {
    static final Marks NONE = new Marks(List.of(), List.of(), List.of());
  }

  /**
   * A line.
   *
   * @param hue its pen
   * @param trace where it goes
   * @param filled whether the area below it is filled
   */
  record Path(Hue hue, Trace trace, boolean filled) {}

  /**
   * A bar that stands on {@code y + height}.
   *
   * @param hue its pen
   * @param x left
   * @param y top
   * @param width how wide
   * @param height how high
   * @param end whether its top is the free end
   */
  record Bar(Hue hue, double x, double y, double width, double height, boolean end) {}

  /**
   * A square of a heat strip.
   *
   * @param x left
   * @param y top
   * @param width how wide
   * @param height how high
   * @param share how much, from 0 to 1; NaN for nothing
   * @param failed whether it is crossed
   */
  record Cell(double x, double y, double width, double height, double share, boolean failed) {}

  /**
   * What stands beside the values.
   *
   * @param off hatched stretches, each from x to x
   * @param guides thresholds
   * @param signs events
   */
  record Notes(List<double[]> off, List<Guide> guides, List<Sign> signs) {
    static final Notes NONE = new Notes(List.of(), List.of(), List.of());
  }

  /**
   * A threshold.
   *
   * @param y where
   * @param text its label
   */
  record Guide(double y, String text) {}

  /**
   * An event.
   *
   * @param x where
   * @param event what
   */
  record Sign(double x, ChartEvent event) {}
}
