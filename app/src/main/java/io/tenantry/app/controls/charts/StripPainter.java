package io.tenantry.app.controls.charts;

import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.text.FontSmoothingType;
import javafx.scene.text.TextAlignment;

/** Draws a strip of time and what is chosen on it. UI thread. */
final class StripPainter {
  private static final double HANDLE = 2;
  private static final double GRIP_WIDTH = 12;
  private static final double GRIP_HEIGHT = 20;
  private static final double TICK = 4;
  private static final double HALF_CHARACTER = 3.1;
  private final GraphicsContext graphics;
  private final Pens pens;

  StripPainter(GraphicsContext graphics, Pens pens) {
    this.graphics = graphics;
    this.pens = pens;
  }

  void draw(StripPicture picture) {
    Frame frame = picture.frame();
    graphics.setFontSmoothingType(FontSmoothingType.GRAY);
    for (double[] band : picture.off()) {
      double[] box = {band[0], frame.top(), band[1] - band[0], frame.plotHeight()};
      Hatch.draw(graphics, pens.of(Pens.OFF), box);
    }
    for (Picture.Cell bar : picture.bars()) {
      graphics.setFill(pens.shade(bar.share()).fill());
      graphics.fillRect(bar.x(), bar.y(), bar.width(), bar.height());
    }
    axis(picture);
    for (Picture.Sign sign : picture.signs()) {
      graphics.setFill(pens.of(sign.event().mark()).stroke());
      sign.event().mark().draw(graphics, sign.x(), frame.top() - 8);
    }
  }

  /** Draws a handle at a place. */
  void handle(Frame frame, double x) {
    graphics.setFill(pens.of(Pens.DRAG).stroke());
    graphics.fillRect(x - HANDLE / 2, frame.top(), HANDLE, frame.plotHeight());
    double top = frame.top() + (frame.plotHeight() - GRIP_HEIGHT) / 2;
    graphics.fillRoundRect(x - GRIP_WIDTH / 2, top, GRIP_WIDTH, GRIP_HEIGHT, 6, 6);
    graphics.setFill(pens.of(Pens.CROSS).stroke());
    for (double line = -1.5; line <= 1.5; line += 3) {
      graphics.fillRect(x + line - 0.5, top + 6, 1, GRIP_HEIGHT - 12);
    }
  }

  /** Veils what lies outside of two places. */
  void outside(Frame frame, double from, double to) {
    graphics.setFill(pens.of(Pens.VEIL).fill());
    graphics.fillRect(frame.left(), frame.top(), from - frame.left(), frame.plotHeight());
    graphics.fillRect(to, frame.top(), frame.right() - to, frame.plotHeight());
  }

  private void axis(StripPicture picture) {
    Frame frame = picture.frame();
    graphics.setStroke(pens.of(Pens.BASE).stroke());
    graphics.setLineWidth(1);
    double base = ChartPainter.crisp(frame.bottom());
    graphics.strokeLine(frame.left(), base, frame.right(), base);
    graphics.setFill(pens.labelPaint());
    graphics.setFont(pens.labelFont());
    graphics.setTextBaseline(VPos.BASELINE);
    graphics.setTextAlign(TextAlignment.CENTER);
    for (Picture.Label label : picture.labels()) {
      double x = ChartPainter.crisp(label.x());
      graphics.strokeLine(x, base, x, base + TICK);
      double half = label.text().length() * HALF_CHARACTER;
      double middle = Math.clamp(label.x(), half, frame.width() - half);
      graphics.fillText(label.text(), middle, frame.height() - 6);
    }
  }
}
