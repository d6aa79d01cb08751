package io.tenantry.app.controls.charts;

import javafx.scene.canvas.GraphicsContext;

/** Lines at 45 degrees over a place where nothing is known. UI thread. */
final class Hatch {
  private static final double APART = 4;

  private Hatch() {}

  /**
   * Hatches a box.
   *
   * @param box left, top, width and height
   */
  static void draw(GraphicsContext graphics, Pens.Pen pen, double[] box) {
    double width = box[2];
    double height = box[3];
    graphics.save();
    graphics.beginPath();
    graphics.rect(box[0], box[1], width, height);
    graphics.clip();
    graphics.setStroke(pen.stroke());
    graphics.setLineWidth(pen.width());
    graphics.setLineDashes();
    for (double x = -height; x < width; x += APART) {
      graphics.strokeLine(box[0] + x, box[1] + height, box[0] + x + height, box[1]);
    }
    graphics.restore();
  }
}
