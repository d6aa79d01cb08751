package io.tenantry.app.controls.charts;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javafx.scene.Group;
import javafx.scene.paint.Color;
import javafx.scene.paint.Paint;
import javafx.scene.shape.Line;
import javafx.scene.text.Font;
import javafx.scene.text.Text;
import org.jspecify.annotations.Nullable;

/**
 * The colours, widths, dashes and the typeface of a chart, as the theme gives them: hidden shapes
 * that style sheets reach and a canvas reads. UI thread.
 */
final class Pens extends Group {
  static final String GRID = "pen-grid";
  static final String BASE = "pen-base";
  static final String LABEL = "pen-label";
  static final String OFF = "pen-off";
  static final String GUIDE = "pen-guide";
  static final String EVENT = "pen-event";
  static final String HAIR = "pen-hair";
  static final String DRAG = "pen-drag";
  static final String VEIL = "pen-veil";
  static final String NOTHING = "pen-nothing";
  static final String CROSS = "pen-cross";
  private static final int SHADES = 6;
  private static final List<String> ALL_OF_A_CHART =
      Stream.of(
              Stream.of(GRID, BASE, OFF, GUIDE, EVENT, HAIR, DRAG, VEIL, NOTHING, CROSS),
              Arrays.stream(Hue.values()).map(Hue::styleClass),
              Arrays.stream(EventMark.values()).map(EventMark::styleClass),
              IntStream.rangeClosed(1, SHADES).mapToObj(shade -> "shade-" + shade))
          .flatMap(each -> each)
          .toList();

  private final Map<String, Line> probes = new HashMap<>();
  private final Text label = new Text();

  /** Creates all that a chart needs; {@code onChange} hears when the theme gives others. */
  Pens(Runnable onChange) {
    this(onChange, ALL_OF_A_CHART);
  }

  /** Creates some only. */
  Pens(Runnable onChange, List<String> styleClasses) {
    setManaged(false);
    setVisible(false);
    label.getStyleClass().addAll("pen", LABEL);
    label.fillProperty().subscribe((_, _) -> onChange.run());
    getChildren().add(label);
    for (String styleClass : styleClasses) {
      Line probe = new Line();
      probe.getStyleClass().addAll("pen", styleClass);
      probe.strokeProperty().subscribe((_, _) -> onChange.run());
      probe.fillProperty().subscribe((_, _) -> onChange.run());
      probes.put(styleClass, probe);
      getChildren().add(probe);
    }
  }

  /**
   * A pen.
   *
   * @param stroke colour of lines
   * @param fill colour of areas
   * @param width of lines
   * @param dashes lengths of dashes and gaps; empty for a whole line
   */
  record Pen(Paint stroke, Paint fill, double width, double[] dashes) {}

  Pen of(Hue hue) {
    return of(hue.styleClass());
  }

  Pen of(EventMark mark) {
    return of(mark.styleClass());
  }

  /** Returns the shade for a share from 0 to 1; the darkest or lightest stands for 1. */
  Pen shade(double share) {
    int shade = 1 + (int) Math.clamp(Math.floor(share * SHADES), 0, SHADES - 1);
    return of("shade-" + shade);
  }

  Pen of(String styleClass) {
    Line probe = probes.get(styleClass);
    if (probe == null) {
      throw new IllegalArgumentException("no pen " + styleClass);
    }
    double[] dashes =
        probe.getStrokeDashArray().stream().mapToDouble(Double::doubleValue).toArray();
    return new Pen(
        paint(probe.getStroke()), paint(probe.getFill()), probe.getStrokeWidth(), dashes);
  }

  Paint labelPaint() {
    return paint(label.getFill());
  }

  Font labelFont() {
    return label.getFont();
  }

  private static Paint paint(@Nullable Paint paint) {
    return paint == null ? Color.TRANSPARENT : paint;
  }
}
