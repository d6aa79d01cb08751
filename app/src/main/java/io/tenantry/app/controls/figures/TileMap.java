package io.tenantry.app.controls.figures;

import io.tenantry.app.controls.state.Tone;
import java.util.function.IntConsumer;
import java.util.function.IntFunction;
import javafx.geometry.Orientation;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.paint.Paint;

/**
 * One square per thing, coloured by its state: ten thousand at a glance. Drawn on a canvas, because
 * ten thousand nodes would not scroll; colours come from the theme through hidden probes. UI
 * thread.
 */
public final class TileMap extends Region {
  private static final double GAP = 2;
  private static final double LEAST = 4;
  private static final double MOST = 18;
  private static final double LOWEST = 60;
  private static final double HIGHEST = 420;

  private final Canvas canvas = new Canvas();
  private final Label[] probes = new Label[Tone.values().length];
  private final Tooltip tooltip = new Tooltip();
  private byte[] tones = {};
  private IntFunction<String> words = String::valueOf;
  private IntConsumer onOpen = _ -> {};
  private double side = MOST;
  private int perRow = 1;

  public TileMap() {
    getStyleClass().add("tile-map");
    for (Tone tone : Tone.values()) {
      Label probe = new Label();
      probe.getStyleClass().add("tile-probe");
      tone.mark(probe);
      probe.setManaged(false);
      probe.setVisible(false);
      probe.textFillProperty().subscribe((_, _) -> draw());
      probes[tone.ordinal()] = probe;
    }
    getChildren().addAll(probes);
    getChildren().add(canvas);
    Tooltip.install(canvas, tooltip);
    canvas.setOnMouseMoved(event -> tell(indexAt(event.getX(), event.getY())));
    canvas.setOnMouseClicked(event -> open(indexAt(event.getX(), event.getY())));
  }

  /** Shows the given states, one square each, in this order. */
  public void show(Tone[] states) {
    byte[] next = new byte[states.length];
    for (int index = 0; index < states.length; index++) {
      next[index] = (byte) states[index].ordinal();
    }
    tones = next;
    requestLayout();
    draw();
  }

  /** Says what the tooltip of a square reads. */
  public void describe(IntFunction<String> text) {
    words = text;
  }

  /** Says what a click on a square does. */
  public void onOpen(IntConsumer action) {
    onOpen = action;
  }

  @Override
  protected void layoutChildren() {
    double width = Math.max(1, getWidth() - snappedLeftInset() - snappedRightInset());
    double height = Math.max(1, getHeight() - snappedTopInset() - snappedBottomInset());
    side = sideFor(width, height);
    perRow = Math.max(1, (int) (width / (side + GAP)));
    canvas.setWidth(width);
    canvas.setHeight(height);
    canvas.relocate(snappedLeftInset(), snappedTopInset());
    draw();
  }

  @Override
  public Orientation getContentBias() {
    return Orientation.HORIZONTAL;
  }

  @Override
  protected double computePrefHeight(double width) {
    double inner = Math.max(MOST + GAP, width - snappedLeftInset() - snappedRightInset());
    double rows = Math.ceil(tones.length / Math.max(1, Math.floor(inner / (MOST + GAP))));
    double wanted = rows * (MOST + GAP) + snappedTopInset() + snappedBottomInset();
    return Math.clamp(wanted, LOWEST, HIGHEST);
  }

  @Override
  protected double computeMinHeight(double width) {
    return LOWEST;
  }

  private double sideFor(double width, double height) {
    for (double candidate = MOST; candidate > LEAST; candidate--) {
      double columns = Math.floor(width / (candidate + GAP));
      double rows = Math.ceil(tones.length / Math.max(1, columns));
      if (rows * (candidate + GAP) <= height) {
        return candidate;
      }
    }
    return LEAST;
  }

  private void draw() {
    GraphicsContext graphics = canvas.getGraphicsContext2D();
    graphics.clearRect(0, 0, canvas.getWidth(), canvas.getHeight());
    double arc = side > 8 ? 4 : 2;
    for (int index = 0; index < tones.length; index++) {
      graphics.setFill(colour(tones[index]));
      double x = index % perRow * (side + GAP);
      double y = (index / perRow) * (side + GAP);
      graphics.fillRoundRect(x, y, side, side, arc, arc);
    }
  }

  private Paint colour(byte tone) {
    Paint fill = probes[tone].getTextFill();
    return fill == null ? Color.TRANSPARENT : fill;
  }

  private int indexAt(double x, double y) {
    int column = (int) (x / (side + GAP));
    int index = (int) (y / (side + GAP)) * perRow + column;
    return column < perRow && index >= 0 && index < tones.length ? index : -1;
  }

  private void tell(int index) {
    tooltip.setText(index < 0 ? "" : words.apply(index));
  }

  private void open(int index) {
    if (index >= 0) {
      onOpen.accept(index);
    }
  }
}
