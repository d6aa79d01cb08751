package io.tenantry.app.controls.figures;

import java.util.List;
import javafx.geometry.Orientation;
import javafx.scene.layout.TilePane;

/**
 * Tiles beside each other, all equally wide: on one line where each of them is whole there, else on
 * as many lines as they need, evenly filled. UI thread.
 */
public final class StatTiles extends TilePane {
  private final List<StatTile> tiles;

  /** Creates the group. */
  public StatTiles(StatTile... tiles) {
    this.tiles = List.of(tiles);
    getStyleClass().add("stat-tiles");
    getChildren().addAll(tiles);
  }

  @Override
  public Orientation getContentBias() {
    return Orientation.HORIZONTAL;
  }

  @Override
  protected double computeMinWidth(double height) {
    return snappedLeftInset() + widest() + snappedRightInset();
  }

  @Override
  protected double computePrefWidth(double height) {
    return snappedLeftInset() + width(tiles.size(), widest()) + snappedRightInset();
  }

  @Override
  protected double computePrefHeight(double width) {
    int lines = width < 0 ? 1 : lines(columns(inner(width)));
    double gaps = (lines - 1) * getVgap();
    return snappedTopInset() + lines * highest() + gaps + snappedBottomInset();
  }

  @Override
  protected double computeMinHeight(double width) {
    return computePrefHeight(width);
  }

  @Override
  protected void layoutChildren() {
    double room = inner(getWidth());
    int columns = columns(room);
    double each = snapSizeX((room + getHgap()) / columns - getHgap());
    double high = highest();
    for (int i = 0; i < tiles.size(); i++) {
      double left = snappedLeftInset() + i % columns * (each + getHgap());
      double top = snappedTopInset() + i / columns * (high + getVgap());
      double end = (i + 1) % columns == 0 ? snappedLeftInset() + room : left + each;
      tiles.get(i).resizeRelocate(snapPositionX(left), top, end - snapPositionX(left), high);
    }
  }

  private double inner(double width) {
    return width - snappedLeftInset() - snappedRightInset();
  }

  /** Returns how many stand on a line, so that no line is much emptier than the others. */
  private int columns(double room) {
    int most = (int) ((room + getHgap()) / (widest() + getHgap()));
    int fitting = Math.clamp(most, 1, tiles.size());
    return Math.ceilDiv(tiles.size(), lines(fitting));
  }

  private int lines(int columns) {
    return Math.ceilDiv(tiles.size(), columns);
  }

  private double width(int columns, double each) {
    return columns * (each + getHgap()) - getHgap();
  }

  private double widest() {
    return tiles.stream().mapToDouble(StatTile::wholeWidth).max().orElse(0);
  }

  private double highest() {
    return tiles.stream().mapToDouble(tile -> tile.prefHeight(-1)).max().orElse(0);
  }
}
