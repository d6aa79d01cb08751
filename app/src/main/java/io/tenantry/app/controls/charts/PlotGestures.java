package io.tenantry.app.controls.charts;

import java.util.Optional;
import javafx.animation.PauseTransition;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.util.Duration;

/** What the pointer and the keys do on a chart. UI thread. */
final class PlotGestures {
  private static final double LEAST_DRAG = 6;
  private static final double SIGN = 6;
  private static final int FAR = 10;
  private static final double ZOOM = 0.5;
  private final ChartPlot plot;

  /** A click is taken when no second one makes it a double click. */
  private final PauseTransition deciding = new PauseTransition(Duration.millis(300));

  private double pressed = Double.NaN;

  PlotGestures(ChartPlot plot) {
    this.plot = plot;
    deciding.setOnFinished(_ -> choose());
  }

  void install() {
    plot.setOnMouseMoved(this::moved);
    plot.setOnMouseExited(
        _ -> {
          if (!plot.isFocused()) {
            plot.leave();
          }
        });
    plot.setOnMousePressed(event -> pressed = event.getX());
    plot.setOnMouseDragged(this::dragged);
    plot.setOnMouseReleased(this::released);
    plot.setOnMouseClicked(this::clicked);
    plot.setOnKeyPressed(this::keyPressed);
  }

  private void moved(MouseEvent event) {
    plot.picture().ifPresent(shown -> plot.go(shown.stops().nearest(event.getX(), event.getY())));
  }

  private void dragged(MouseEvent event) {
    if (isZoomable() && Math.abs(event.getX() - pressed) >= LEAST_DRAG) {
      plot.picture().ifPresent(shown -> plot.hair().drag(shown, pressed, event.getX()));
    }
  }

  private void released(MouseEvent event) {
    Optional<Picture> shown = plot.picture();
    Optional<TimeRange> visible = plot.visible();
    boolean far = Math.abs(event.getX() - pressed) >= LEAST_DRAG;
    if (far && isZoomable() && shown.isPresent() && visible.isPresent()) {
      Frame frame = shown.get().frame();
      long one = frame.instant(pressed, visible.get());
      long other = frame.instant(event.getX(), visible.get());
      if (one != other) {
        plot.zoom(Optional.of(new TimeRange(Math.min(one, other), Math.max(one, other))));
      }
    }
    pressed = Double.NaN;
  }

  private void clicked(MouseEvent event) {
    if (event.getButton() != MouseButton.PRIMARY || !event.isStillSincePress()) {
      return;
    }
    deciding.stop();
    if (event.getClickCount() == 2) {
      plot.zoom(Optional.empty());
      return;
    }
    plot.requestFocus();
    Optional<Picture.Sign> sign = sign(event.getX(), SIGN).filter(_ -> event.getY() <= Frame.SIGNS);
    if (sign.isPresent()) {
      sign.get().event().open().run();
    } else if (plot.choosing().isPresent()) {
      deciding.playFromStart();
    }
  }

  private void choose() {
    plot.picture()
        .map(Picture::stops)
        .filter(stops -> plot.stop() >= 0 && plot.stop() < stops.times().length)
        .ifPresent(
            stops ->
                plot.choosing().ifPresent(action -> action.accept(stops.times()[plot.stop()])));
  }

  private Optional<Picture.Sign> sign(double x, double reach) {
    return plot.picture()
        .flatMap(
            shown ->
                shown.notes().signs().stream()
                    .filter(sign -> Math.abs(sign.x() - x) <= reach)
                    .findFirst());
  }

  private void keyPressed(KeyEvent event) {
    if (plot.picture().isEmpty()) {
      return;
    }
    Picture shown = plot.picture().get();
    int row = shown.stops().perRow();
    int step = event.isShortcutDown() ? FAR : 1;
    switch (event.getCode()) {
      case LEFT -> sideways(event, shown, -step);
      case RIGHT -> sideways(event, shown, step);
      case UP -> plot.go(row == 0 ? plot.stop() : plot.stop() - row);
      case DOWN -> plot.go(row == 0 ? plot.stop() : plot.stop() + row);
      case HOME -> plot.go(0);
      case END -> plot.go(shown.stops().count() - 1);
      case PLUS, ADD, EQUALS -> scale(ZOOM);
      case MINUS, SUBTRACT -> scale(1 / ZOOM);
      case DIGIT0, NUMPAD0 -> plot.zoom(Optional.empty());
      case ENTER, SPACE -> openHere(shown);
      case ESCAPE -> {
        if (plot.stop() < 0) {
          return;
        }
        plot.leave();
      }
      default -> {
        return;
      }
    }
    event.consume();
  }

  private void sideways(KeyEvent event, Picture shown, int step) {
    Stops stops = shown.stops();
    if (event.isShiftDown()) {
      nextSign(shown, Integer.signum(step));
    } else if (plot.stop() < 0) {
      plot.go(step < 0 ? stops.count() - 1 : 0);
    } else {
      plot.go(Math.clamp(plot.stop() + step, 0, stops.count() - 1));
    }
  }

  private void nextSign(Picture shown, int way) {
    Stops stops = shown.stops();
    double x = plot.stop() < 0 ? way < 0 ? Double.MAX_VALUE : -1 : stops.xs()[plot.stop()];
    shown.notes().signs().stream()
        .map(Picture.Sign::x)
        .filter(each -> way < 0 ? each < x - SIGN : each > x + SIGN)
        .min((a, b) -> way < 0 ? Double.compare(b, a) : Double.compare(a, b))
        .ifPresent(each -> plot.go(stops.nearest(each, 0)));
  }

  private void openHere(Picture shown) {
    if (plot.stop() >= 0) {
      sign(shown.stops().xs()[plot.stop()], SIGN)
          .ifPresentOrElse(sign -> sign.event().open().run(), this::choose);
    }
  }

  private void scale(double factor) {
    if (!isZoomable() || plot.visible().isEmpty()) {
      return;
    }
    TimeRange visible = plot.visible().get();
    long around = plot.group().hairProperty().get().orElse((visible.from() + visible.to()) / 2);
    plot.zoom(Optional.of(visible.scaled(factor, around, plot.limits().orElse(visible))));
  }

  private boolean isZoomable() {
    return plot.limits().isPresent();
  }
}
