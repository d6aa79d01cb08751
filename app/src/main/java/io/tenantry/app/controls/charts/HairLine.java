package io.tenantry.app.controls.charts;

import io.tenantry.app.controls.CrispCanvas;
import javafx.scene.canvas.GraphicsContext;

/** The layer above a chart: the hair line with its points, and the stretch that is dragged. */
final class HairLine {
  private static final double POINT = 6;
  private final CrispCanvas canvas = new CrispCanvas();
  private final Pens pens;

  HairLine(Pens pens) {
    this.pens = pens;
    canvas.setMouseTransparent(true);
  }

  CrispCanvas canvas() {
    return canvas;
  }

  void clear() {
    canvas.clear();
  }

  /** Marks a stop. */
  void mark(Picture picture, int stop) {
    clear();
    Frame frame = picture.frame();
    GraphicsContext graphics = canvas.getGraphicsContext2D();
    Pens.Pen hair = pens.of(Pens.HAIR);
    graphics.setStroke(hair.stroke());
    graphics.setLineWidth(hair.width());
    double x = ChartPainter.crisp(picture.stops().xs()[stop]);
    for (Picture.Cell cell : picture.marks().cells()) {
      if (cell.x() <= x && x <= cell.x() + cell.width() && isAt(cell, picture, stop)) {
        graphics.strokeRect(cell.x() + 0.5, cell.y() + 0.5, cell.width() - 1, cell.height() - 1);
        return;
      }
    }
    graphics.strokeLine(x, frame.top(), x, frame.bottom());
    double middle = picture.stops().xs()[stop];
    for (Reading.Item item : picture.stops().reading(stop).items()) {
      if (!Double.isNaN(item.y())) {
        graphics.setFill(pens.of(item.hue()).stroke());
        graphics.fillOval(middle - POINT / 2, item.y() - POINT / 2, POINT, POINT);
      }
    }
  }

  /** Marks the stretch that is dragged. */
  void drag(Picture picture, double from, double to) {
    clear();
    Frame frame = picture.frame();
    double left = Math.max(frame.left(), Math.min(from, to));
    double right = Math.min(frame.right(), Math.max(from, to));
    GraphicsContext graphics = canvas.getGraphicsContext2D();
    Pens.Pen pen = pens.of(Pens.DRAG);
    graphics.setFill(pen.fill());
    graphics.fillRect(left, frame.top(), right - left, frame.plotHeight());
    graphics.setStroke(pen.stroke());
    graphics.setLineWidth(pen.width());
    for (double x : new double[] {left, right}) {
      graphics.strokeLine(
          ChartPainter.crisp(x), frame.top(), ChartPainter.crisp(x), frame.bottom());
    }
  }

  private static boolean isAt(Picture.Cell cell, Picture picture, int stop) {
    double y = picture.stops().ys()[stop];
    return cell.y() <= y && y <= cell.y() + cell.height();
  }
}
