package io.tenantry.app.controls.charts;

import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.shape.StrokeLineCap;
import javafx.scene.shape.StrokeLineJoin;
import javafx.scene.text.FontSmoothingType;
import javafx.scene.text.TextAlignment;

/** Draws the picture of a chart. UI thread. */
final class ChartPainter {
  private static final double LABEL_GAP = 6;
  private static final double GUIDE_LABEL = 14;
  private static final double TICK = 4;
  private static final double DASH = 3;
  private static final double POINT = 4;
  private static final double ALONE = 5;
  private static final int MOST_POINTS = 60;
  private final GraphicsContext graphics;
  private final Pens pens;

  ChartPainter(GraphicsContext graphics, Pens pens) {
    this.graphics = graphics;
    this.pens = pens;
  }

  void draw(Picture picture) {
    Frame frame = picture.frame();
    graphics.setFontSmoothingType(FontSmoothingType.GRAY);
    levels(picture);
    off(picture);
    graphics.save();
    graphics.beginPath();
    graphics.rect(frame.left(), 0, frame.plotWidth(), frame.bottom() + 1);
    graphics.clip();
    picture.marks().cells().forEach(this::cell);
    picture.marks().bars().forEach(this::bar);
    picture.marks().paths().forEach(path -> area(path, frame));
    picture.marks().paths().forEach(path -> line(path, frame));
    graphics.restore();
    base(picture);
    picture.notes().guides().forEach(guide -> guide(guide, frame));
    picture.notes().signs().forEach(sign -> sign(sign, frame));
    below(picture);
  }

  private void levels(Picture picture) {
    Frame frame = picture.frame();
    Pens.Pen grid = pens.of(Pens.GRID);
    use(grid);
    for (Picture.Level level : picture.axes().levels()) {
      if (level.drawn() && !level.base()) {
        horizontal(level.y(), frame);
      }
    }
    text(VPos.CENTER, TextAlignment.RIGHT);
    for (Picture.Level level : picture.axes().levels()) {
      graphics.fillText(level.text(), frame.left() - LABEL_GAP, level.y());
    }
  }

  private void base(Picture picture) {
    use(pens.of(Pens.BASE));
    for (Picture.Level level : picture.axes().levels()) {
      if (level.base()) {
        horizontal(level.y(), picture.frame());
      }
    }
  }

  private void below(Picture picture) {
    Frame frame = picture.frame();
    text(VPos.BASELINE, TextAlignment.CENTER);
    double y = frame.height() - 6;
    for (Picture.Label label : picture.axes().below()) {
      graphics.fillText(label.text(), label.x(), y);
    }
    use(pens.of(Pens.BASE));
    for (Picture.Label label : picture.axes().below()) {
      if (!Double.isNaN(label.tick())) {
        double x = crisp(label.tick());
        graphics.strokeLine(x, frame.bottom() + 1, x, frame.bottom() + 1 + TICK);
      }
    }
  }

  private void off(Picture picture) {
    Frame frame = picture.frame();
    for (double[] band : picture.notes().off()) {
      Hatch.draw(
          graphics,
          pens.of(Pens.OFF),
          new double[] {band[0], frame.top(), band[1] - band[0], frame.plotHeight()});
    }
  }

  private void area(Picture.Path path, Frame frame) {
    if (!path.filled()) {
      return;
    }
    graphics.setFill(pens.of(path.hue()).fill());
    for (Trace.Run run : path.trace().runs()) {
      if (run.size() > 1) {
        graphics.beginPath();
        graphics.moveTo(run.xs()[0], frame.bottom());
        for (int point = 0; point < run.size(); point++) {
          graphics.lineTo(run.xs()[point], run.ys()[point]);
        }
        graphics.lineTo(run.xs()[run.size() - 1], frame.bottom());
        graphics.closePath();
        graphics.fill();
      }
    }
  }

  private void line(Picture.Path path, Frame frame) {
    Pens.Pen pen = pens.of(path.hue());
    use(pen);
    graphics.setLineJoin(StrokeLineJoin.ROUND);
    graphics.setFill(pen.stroke());
    boolean points = path.trace().samples() <= MOST_POINTS && path.hue() != Hue.BEFORE;
    for (Trace.Run run : path.trace().runs()) {
      if (run.isBand()) {
        band(run, pen.width() / 2);
      } else {
        graphics.strokePolyline(run.xs(), run.ys(), run.size());
      }
      if (run.size() == 1) {
        alone(path.trace(), run, frame);
      } else if (points) {
        points(run);
      }
    }
    graphics.setLineJoin(StrokeLineJoin.MITER);
  }

  private void points(Trace.Run run) {
    for (int at = 0; at < run.size(); at++) {
      graphics.fillOval(run.xs()[at] - POINT / 2, run.ys()[at] - POINT / 2, POINT, POINT);
    }
  }

  private void alone(Trace trace, Trace.Run run, Frame frame) {
    double[] reach = trace.alone(run, frame);
    double top = run.ys()[0] - ALONE / 2;
    graphics.fillRoundRect(reach[0], top, reach[1] - reach[0], ALONE, ALONE, ALONE);
  }

  /** Filling is some twenty times as fast as stroking as many points. */
  private void band(Trace.Run run, double half) {
    int size = run.size();
    double[] xs = new double[size * 2];
    double[] ys = new double[size * 2];
    for (int at = 0; at < size; at++) {
      xs[at] = run.xs()[at];
      ys[at] = run.ys()[at] - half;
      xs[size * 2 - 1 - at] = run.xs()[at];
      ys[size * 2 - 1 - at] = run.lows()[at] + half;
    }
    graphics.fillPolygon(xs, ys, size * 2);
  }

  private void bar(Picture.Bar bar) {
    graphics.setFill(pens.of(bar.hue()).stroke());
    double radius = bar.end() ? Math.min(2, Math.min(bar.height(), bar.width() / 2)) : 0;
    double right = bar.x() + bar.width();
    double bottom = bar.y() + bar.height();
    graphics.beginPath();
    graphics.moveTo(bar.x(), bottom);
    graphics.lineTo(bar.x(), bar.y() + radius);
    graphics.quadraticCurveTo(bar.x(), bar.y(), bar.x() + radius, bar.y());
    graphics.lineTo(right - radius, bar.y());
    graphics.quadraticCurveTo(right, bar.y(), right, bar.y() + radius);
    graphics.lineTo(right, bottom);
    graphics.closePath();
    graphics.fill();
  }

  private void cell(Picture.Cell cell) {
    boolean nothing = Double.isNaN(cell.share());
    Pens.Pen pen = nothing ? pens.of(Pens.NOTHING) : pens.shade(cell.share());
    graphics.setFill(pen.fill());
    graphics.fillRect(cell.x(), cell.y(), cell.width(), cell.height());
    if (cell.failed()) {
      Pens.Pen cross = pens.of(Pens.CROSS);
      graphics.setFill(cross.fill());
      graphics.fillRect(cell.x(), cell.y(), cell.width(), cell.height());
      use(cross);
      double half = Math.min(4, cell.width() / 2 - 1);
      double x = cell.x() + cell.width() / 2;
      double y = cell.y() + cell.height() / 2;
      graphics.strokeLine(x - half, y - half, x + half, y + half);
      graphics.strokeLine(x - half, y + half, x + half, y - half);
    }
  }

  private void guide(Picture.Guide guide, Frame frame) {
    use(pens.of(Pens.GUIDE));
    horizontal(guide.y(), frame);
    boolean room = guide.y() - frame.top() > GUIDE_LABEL;
    text(room ? VPos.BOTTOM : VPos.TOP, TextAlignment.RIGHT);
    graphics.fillText(guide.text(), frame.right(), guide.y() + (room ? -2 : 2));
  }

  private void sign(Picture.Sign sign, Frame frame) {
    double x = crisp(sign.x());
    Pens.Pen line = pens.of(Pens.EVENT);
    use(line);
    graphics.setLineDashes(DASH, DASH);
    graphics.strokeLine(x, frame.top() + TICK, x, frame.bottom());
    graphics.setFill(pens.of(sign.event().mark()).stroke());
    sign.event().mark().draw(graphics, x, frame.top());
  }

  private void horizontal(double y, Frame frame) {
    graphics.strokeLine(frame.left(), crisp(y), frame.right(), crisp(y));
  }

  private void use(Pens.Pen pen) {
    graphics.setStroke(pen.stroke());
    graphics.setLineWidth(pen.width());
    graphics.setLineDashes(pen.dashes());
    graphics.setLineCap(StrokeLineCap.BUTT);
  }

  private void text(VPos baseline, TextAlignment alignment) {
    graphics.setFill(pens.labelPaint());
    graphics.setFont(pens.labelFont());
    graphics.setTextBaseline(baseline);
    graphics.setTextAlign(alignment);
  }

  /** A line of one pixel lies in the middle of a pixel. */
  static double crisp(double at) {
    return Math.floor(at) + 0.5;
  }
}
