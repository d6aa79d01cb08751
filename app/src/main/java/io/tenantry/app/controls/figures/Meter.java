package io.tenantry.app.controls.figures;

import io.tenantry.app.controls.state.Tone;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;

/**
 * A bar that tells a whole in its true proportions: done, running, failed, paused, and the rest.
 * Two of three hundred look like two of three hundred, and never vanish. UI thread.
 */
public final class Meter extends Region {
  private static final double LEAST = 3;
  private static final double GAP = 1;
  private static final double QUIET = 0.8;
  private static final double NEAR = 0.95;

  private final Region track = new Region();
  private final Region tick = new Region();
  private final Rectangle rounded = new Rectangle();
  private final List<Part> shown = new ArrayList<>();
  private final List<Region> bars = new ArrayList<>();
  private double whole = 1;
  private double limit = Double.NaN;

  /**
   * A part of the whole.
   *
   * @param tone what it means
   * @param amount how much
   */
  public record Part(Tone tone, long amount) {}

  /** Creates an empty meter. */
  public Meter() {
    getStyleClass().add("meter");
    track.getStyleClass().add("meter-track");
    tick.getStyleClass().add("meter-tick");
    setClip(rounded);
    getChildren().setAll(track);
  }

  /**
   * Shows parts in the given order.
   *
   * @param total the whole; what the parts leave of it is the rest
   */
  public void show(long total, List<Part> parts) {
    shown.clear();
    parts.stream().filter(part -> part.amount() > 0).forEach(shown::add);
    whole = Math.max(1, total);
    limit = Double.NaN;
    redraw();
  }

  /** Shows how much of a limit is used: quiet below 80 %, a warning from there, red from 95 %. */
  public void showUsed(long used, long allowed) {
    double share = (double) used / Math.max(1, allowed);
    Tone tone = share < QUIET ? Tone.NEUTRAL : share < NEAR ? Tone.WARNING : Tone.DANGER;
    shown.clear();
    shown.add(new Part(tone, used));
    whole = Math.max(used, allowed);
    limit = allowed;
    redraw();
  }

  @Override
  protected void layoutChildren() {
    double width = getWidth();
    double height = getHeight();
    rounded.setWidth(width);
    rounded.setHeight(height);
    rounded.setArcWidth(height);
    rounded.setArcHeight(height);
    track.resizeRelocate(0, 0, width, height);
    double x = 0;
    double[] widths = widths(width);
    for (int index = 0; index < bars.size(); index++) {
      bars.get(index).resizeRelocate(x, 0, widths[index], height);
      x += widths[index] + GAP;
    }
    if (!Double.isNaN(limit)) {
      tick.resizeRelocate(Math.min(width - 1, width * limit / whole), 0, 1, height);
    }
  }

  @Override
  protected double computePrefWidth(double height) {
    return 160;
  }

  @Override
  protected double computeMinWidth(double height) {
    return 40;
  }

  /** What the small parts need to be seen is taken from the large ones. */
  private double[] widths(double width) {
    double[] widths = new double[shown.size()];
    double lent = 0;
    double large = 0;
    for (int index = 0; index < widths.length; index++) {
      double share = width * shown.get(index).amount() / whole;
      widths[index] = Math.max(LEAST, share);
      lent += widths[index] - share;
      large += share > 2 * LEAST ? share : 0;
    }
    double gaps = GAP * Math.max(0, widths.length - 1);
    for (int index = 0; index < widths.length; index++) {
      if (widths[index] > 2 * LEAST) {
        widths[index] -= (lent + gaps) * widths[index] / large;
      }
    }
    return widths;
  }

  private void redraw() {
    bars.clear();
    for (Part part : shown) {
      Region bar = new Region();
      bar.getStyleClass().add("meter-part");
      part.tone().mark(bar);
      bars.add(bar);
    }
    getChildren().setAll(track);
    getChildren().addAll(bars);
    if (!Double.isNaN(limit)) {
      getChildren().add(tick);
    }
    requestLayout();
  }
}
