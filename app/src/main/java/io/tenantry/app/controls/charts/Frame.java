package io.tenantry.app.controls.charts;

import javafx.geometry.Insets;

/**
 * The place that a chart has, and the part of it that is drawn on.
 *
 * @param width the whole, in pixels
 * @param height the whole, in pixels
 * @param insets what labels need around the plot
 */
record Frame(double width, double height, Insets insets) {
  /** How far down the signs of events reach. */
  static final double SIGNS = 16;

  /** The room that labels of values need. */
  static final double LEFT = 44;

  private static final double TOP = 8;
  private static final double RIGHT = 12;
  private static final double BOTTOM = 22;

  /** Keeps it large enough to draw on. */
  Frame {
    width = Math.max(width, insets.getLeft() + insets.getRight() + 1);
    height = Math.max(height, insets.getTop() + insets.getBottom() + 1);
  }

  /** A frame with axes. */
  static Frame ofChart(double width, double height, double left) {
    return new Frame(width, height, new Insets(TOP, RIGHT, BOTTOM, left));
  }

  /** A frame with nothing around the plot. */
  static Frame bare(double width, double height, double edge) {
    return new Frame(width, height, new Insets(edge));
  }

  double plotWidth() {
    return width - insets.getLeft() - insets.getRight();
  }

  double plotHeight() {
    return height - insets.getTop() - insets.getBottom();
  }

  double left() {
    return insets.getLeft();
  }

  double right() {
    return width - insets.getRight();
  }

  double top() {
    return insets.getTop();
  }

  double bottom() {
    return height - insets.getBottom();
  }

  /** Returns the place of a share of the width, from 0 to 1. */
  double x(double share) {
    return left() + share * plotWidth();
  }

  /** Returns the place of an instant. */
  double x(long at, TimeRange range) {
    return x((at - range.from()) / (double) range.length());
  }

  /** Returns the instant at a place. */
  long instant(double x, TimeRange range) {
    double share = Math.clamp((x - left()) / plotWidth(), 0, 1);
    return range.from() + Math.round(share * range.length());
  }

  /** Returns the place of a value. */
  double y(double value, ValueAxis axis) {
    return bottom() - axis.share(value) * plotHeight();
  }
}
