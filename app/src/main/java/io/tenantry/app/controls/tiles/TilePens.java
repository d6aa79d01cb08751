package io.tenantry.app.controls.tiles;

import java.util.EnumMap;
import java.util.Map;
import javafx.scene.Node;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.control.Label;
import javafx.scene.paint.Color;
import javafx.scene.paint.Paint;

/**
 * Draws tiles in the colours of the theme, which come to the canvas through hidden labels: ground
 * is the fill, border the stroke, text the mark. UI thread.
 */
final class TilePens {
  private static final double FAINT = 0.22;
  private static final double ARC = 4;
  private static final double MARK = 1.5;
  private static final double DOT = 4;

  private final Map<TileState, Label> probes = new EnumMap<>(TileState.class);

  /** Creates them; {@code onChange} is told when a colour has changed. */
  TilePens(Runnable onChange) {
    for (TileState state : TileState.values()) {
      Label probe = new Label();
      probe.getStyleClass().addAll("tile-probe", state.styleClass());
      probe.setManaged(false);
      probe.setVisible(false);
      probe.backgroundProperty().subscribe(onChange);
      probe.borderProperty().subscribe(onChange);
      probe.textFillProperty().subscribe(onChange);
      probes.put(state, probe);
    }
  }

  Iterable<? extends Node> probes() {
    return probes.values();
  }

  /** Draws one tile, over whatever was at its place. */
  void draw(GraphicsContext graphics, TileLayout layout, int tile, TileState state, boolean faint) {
    double x = layout.x(tile);
    double y = layout.y(tile);
    double side = layout.side();
    graphics.clearRect(x - 1, y - 1, side + 2, side + 2);
    graphics.setGlobalAlpha(faint ? FAINT : 1);
    if (layout.isDetailed()) {
      graphics.setFill(fill(state));
      graphics.fillRoundRect(x, y, side, side, ARC, ARC);
      frame(graphics, x, y, side, state);
      mark(graphics, x, y, side, state);
    } else {
      double more = state == TileState.FAILED ? 1 : 0;
      graphics.setFill(solid(state));
      graphics.fillRect(x - more / 2, y - more / 2, side + more, side + more);
    }
    graphics.setGlobalAlpha(1);
  }

  private void frame(GraphicsContext graphics, double x, double y, double side, TileState state) {
    Paint stroke = stroke(state);
    if (Color.TRANSPARENT.equals(stroke)) {
      return;
    }
    graphics.setStroke(stroke);
    graphics.setLineWidth(1);
    if (state == TileState.NOT_REACHED) {
      graphics.setLineDashes(2, 2);
    }
    graphics.strokeRoundRect(x + 0.5, y + 0.5, side - 1, side - 1, ARC, ARC);
    graphics.setLineDashes();
  }

  private void mark(GraphicsContext graphics, double x, double y, double side, TileState state) {
    double third = side / 3;
    graphics.setLineWidth(MARK);
    graphics.setStroke(ink(state));
    graphics.setFill(ink(state));
    switch (state) {
      case FAILED -> {
        graphics.strokeLine(x + third, y + third, x + side - third, y + side - third);
        graphics.strokeLine(x + side - third, y + third, x + third, y + side - third);
      }
      case RUNNING -> graphics.fillOval(x + (side - DOT) / 2, y + (side - DOT) / 2, DOT, DOT);
      case PAUSED -> {
        graphics.strokeLine(x + third, y + third, x + third, y + side - third);
        graphics.strokeLine(x + side - third, y + third, x + side - third, y + side - third);
      }
      case THERE, DONE, WAITING, NOT_REACHED -> {}
    }
  }

  /** Small tiles have no stroke: what is only a frame becomes its colour. */
  private Paint solid(TileState state) {
    boolean isFrame = state == TileState.THERE || state == TileState.NOT_REACHED;
    return isFrame ? stroke(state) : fill(state);
  }

  private Paint fill(TileState state) {
    var background = probe(state).getBackground();
    return background == null || background.getFills().isEmpty()
        ? Color.TRANSPARENT
        : background.getFills().getLast().getFill();
  }

  private Paint stroke(TileState state) {
    var border = probe(state).getBorder();
    return border == null || border.getStrokes().isEmpty()
        ? Color.TRANSPARENT
        : border.getStrokes().getFirst().getTopStroke();
  }

  private Paint ink(TileState state) {
    Paint fill = probe(state).getTextFill();
    return fill == null ? Color.TRANSPARENT : fill;
  }

  private Label probe(TileState state) {
    Label probe = probes.get(state);
    if (probe == null) {
      throw new IllegalStateException("no probe of " + state);
    }
    return probe;
  }
}
