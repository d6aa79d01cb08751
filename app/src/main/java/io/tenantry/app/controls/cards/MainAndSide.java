package io.tenantry.app.controls.cards;

import javafx.geometry.Orientation;
import javafx.scene.layout.Region;

/**
 * A main part and a smaller one: beside each other where there is room for both, else the smaller
 * below. Each is as high as its content, the main one at most as high as what is left. UI thread.
 */
public final class MainAndSide extends Region {
  private final Region main;
  private final Region side;
  private final Region measure = new Region();

  /** Creates it; the theme says how wide the side is, and from which width on it stands beside. */
  public MainAndSide(Region main, Region side) {
    this.main = main;
    this.side = side;
    getStyleClass().add("main-and-side");
    measure.getStyleClass().add("side-measure");
    measure.setVisible(false);
    measure.setManaged(false);
    getChildren().addAll(main, side, measure);
  }

  @Override
  public Orientation getContentBias() {
    return Orientation.HORIZONTAL;
  }

  @Override
  protected void layoutChildren() {
    double width = getWidth() - snappedLeftInset() - snappedRightInset();
    double height = getHeight() - snappedTopInset() - snappedBottomInset();
    double left = snappedLeftInset();
    double top = snappedTopInset();
    if (isBeside(width)) {
      double room = width - sideWidth() - gap();
      main.resizeRelocate(left, top, room, Math.min(height, main.prefHeight(room)));
      side.resizeRelocate(
          left + room + gap(), top, sideWidth(), Math.min(height, side.prefHeight(sideWidth())));
      return;
    }
    double sideHeight = side.prefHeight(width);
    double mainHeight =
        Math.min(main.prefHeight(width), Math.max(least(width), height - sideHeight - gap()));
    main.resizeRelocate(left, top, width, mainHeight);
    side.resizeRelocate(left, top + mainHeight + gap(), width, sideHeight);
  }

  @Override
  protected double computePrefHeight(double width) {
    double inner = width - snappedLeftInset() - snappedRightInset();
    double room = isBeside(inner) ? inner - sideWidth() - gap() : inner;
    return height(inner, main.prefHeight(room));
  }

  @Override
  protected double computeMinHeight(double width) {
    double inner = width - snappedLeftInset() - snappedRightInset();
    return height(inner, least(isBeside(inner) ? inner - sideWidth() - gap() : inner));
  }

  private double height(double inner, double mainHeight) {
    double content =
        isBeside(inner)
            ? Math.max(mainHeight, side.prefHeight(sideWidth()))
            : mainHeight + gap() + side.prefHeight(inner);
    return content + snappedTopInset() + snappedBottomInset();
  }

  /** What of the main part is always seen: all of it, or some rows. */
  private double least(double width) {
    return Math.min(main.prefHeight(width), measure.maxHeight(-1));
  }

  private boolean isBeside(double width) {
    return width >= measure.maxWidth(-1);
  }

  private double sideWidth() {
    return measure.minWidth(-1);
  }

  private double gap() {
    return measure.minHeight(-1);
  }
}
