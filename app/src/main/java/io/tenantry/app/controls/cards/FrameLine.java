package io.tenantry.app.controls.cards;

import javafx.css.PseudoClass;
import javafx.scene.layout.Region;
import javafx.scene.shape.ArcTo;
import javafx.scene.shape.ClosePath;
import javafx.scene.shape.LineTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.Path;

/**
 * The line of a rounded frame, drawn over what it holds: rows and bars are square, so their corners
 * are covered by the ground outside, and the line runs through. No clip, which would cost a picture
 * of the whole content at every repaint. UI thread.
 */
public final class FrameLine extends Region {
  private static final PseudoClass HELD = PseudoClass.getPseudoClass("held");
  private static final double RADIUS = 8;

  private final Path[] corners = new Path[4];

  /** Creates the line of a frame. */
  public FrameLine() {
    getStyleClass().add("frame-line");
    setMouseTransparent(true);
    setManaged(false);
    for (int index = 0; index < corners.length; index++) {
      corners[index] = corner();
      corners[index].setRotate(90.0 * index);
    }
    getChildren().addAll(corners);
  }

  /** Lays the line around an area. */
  public void frame(double width, double height) {
    resizeRelocate(0, 0, width, height);
  }

  /** Shows that what it holds has the keyboard. */
  public void held(boolean focused) {
    pseudoClassStateChanged(HELD, focused);
  }

  @Override
  protected void layoutChildren() {
    double right = getWidth() - RADIUS;
    double bottom = getHeight() - RADIUS;
    corners[0].relocate(0, 0);
    corners[1].relocate(right, 0);
    corners[2].relocate(right, bottom);
    corners[3].relocate(0, bottom);
  }

  /** What lies outside the round of the upper left corner. */
  private static Path corner() {
    Path path =
        new Path(
            new MoveTo(0, 0),
            new LineTo(RADIUS, 0),
            new ArcTo(RADIUS, RADIUS, 0, 0, RADIUS, false, false),
            new ClosePath());
    path.setStroke(null);
    path.getStyleClass().add("frame-corner");
    return path;
  }
}
