package io.tenantry.app.controls.charts;

import java.util.Locale;
import javafx.scene.canvas.GraphicsContext;

/** The sign of an event on a line of time: a shape of its own for each kind, 8 pixels wide. */
public enum EventMark {
  BACKUP(new double[] {0, 4, 0, -4}, new double[] {-4, 0, 4, 0}),
  DEPLOYMENT(new double[] {0, 4, -4}, new double[] {-4, 3.5, 3.5}),
  RESTORE(new double[] {}, new double[] {}),
  RESTART(new double[] {-3.5, 3.5, 3.5, -3.5}, new double[] {-3.5, -3.5, 3.5, 3.5}),
  DELETION(new double[] {-4, 4, 0}, new double[] {-3.5, -3.5, 3.5});

  private final double[] xs;
  private final double[] ys;

  EventMark(double[] xs, double[] ys) {
    this.xs = xs;
    this.ys = ys;
  }

  /** Returns the style class that the theme gives a pen. */
  public String styleClass() {
    return "mark-" + name().toLowerCase(Locale.ROOT);
  }

  /** Draws it around a place, in the colour that is set. */
  public void draw(GraphicsContext graphics, double x, double y) {
    if (xs.length == 0) {
      graphics.fillOval(x - 4, y - 4, 8, 8);
      return;
    }
    double[] shiftedX = new double[xs.length];
    double[] shiftedY = new double[ys.length];
    for (int corner = 0; corner < xs.length; corner++) {
      shiftedX[corner] = x + xs[corner];
      shiftedY[corner] = y + ys[corner];
    }
    graphics.fillPolygon(shiftedX, shiftedY, xs.length);
  }
}
