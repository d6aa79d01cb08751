package io.tenantry.app.controls;

import javafx.geometry.Point2D;
import javafx.scene.canvas.Canvas;
import javafx.scene.input.MouseEvent;
import javafx.scene.transform.Scale;

/**
 * A canvas that has the pixels of the screen also where its window shows everything larger. It is
 * drawn on in the lengths of the window's content. UI thread.
 */
public final class CrispCanvas extends Canvas {
  private final Scale down = new Scale(1, 1);
  private double wide;
  private double high;

  /** Creates an empty canvas; {@link #size} gives it its size. */
  public CrispCanvas() {
    getTransforms().add(down);
  }

  /**
   * Gives it a size.
   *
   * @return whether it is another one, so that it has to be drawn anew
   */
  public boolean size(double width, double height) {
    double factor = ScaledRoot.factorAt(this);
    boolean same = width == wide && height == high && down.getX() == 1 / factor;
    if (same) {
      return false;
    }
    wide = width;
    high = height;
    setWidth(width * factor);
    setHeight(height * factor);
    down.setX(1 / factor);
    down.setY(1 / factor);
    getGraphicsContext2D().setTransform(factor, 0, 0, factor, 0, 0);
    return true;
  }

  /** Returns how wide it is, in the lengths of the content. */
  public double wide() {
    return wide;
  }

  /** Returns how high it is, in the lengths of the content. */
  public double high() {
    return high;
  }

  /** Makes it empty. */
  public void clear() {
    getGraphicsContext2D().clearRect(0, 0, wide, high);
  }

  /** Returns where on it the mouse is, in the lengths of the content. */
  public Point2D placeOf(MouseEvent event) {
    return down.transform(event.getX(), event.getY());
  }
}
