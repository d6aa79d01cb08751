package io.tenantry.app.controls.charts;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import javafx.scene.Cursor;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;

/** What the pointer and the keys do on a strip of time. UI thread. */
final class StripGestures {
  private static final double REACH = 8;
  private static final double SIGN = 6;
  private static final double ZOOM = 0.5;
  private final TimeStrip strip;
  private Drag drag = Drag.NOTHING;
  private long anchor;

  /** What a drag moves. */
  private enum Drag {
    NOTHING,
    PLAYHEAD,
    BEGIN,
    END,
    WINDOW
  }

  StripGestures(TimeStrip strip) {
    this.strip = strip;
  }

  void install() {
    strip.setOnMouseMoved(this::moved);
    strip.setOnMousePressed(this::pressed);
    strip.setOnMouseDragged(event -> drag(event.getX()));
    strip.setOnMouseReleased(_ -> drag = Drag.NOTHING);
    strip.setOnKeyPressed(this::keyPressed);
  }

  private void moved(MouseEvent event) {
    strip.tell(signAt(event));
    strip.setCursor(signAt(event).isPresent() ? Cursor.HAND : handleCursor(event.getX()));
  }

  private Cursor handleCursor(double x) {
    return switch (grabbed(x)) {
      case PLAYHEAD, BEGIN, END -> Cursor.H_RESIZE;
      case WINDOW -> Cursor.MOVE;
      case NOTHING -> Cursor.DEFAULT;
    };
  }

  private Optional<Picture.Sign> signAt(MouseEvent event) {
    return strip
        .picture()
        .filter(drawn -> event.getY() < drawn.frame().top())
        .flatMap(
            drawn ->
                drawn.signs().stream()
                    .filter(sign -> Math.abs(sign.x() - event.getX()) <= SIGN)
                    .findFirst());
  }

  private void pressed(MouseEvent event) {
    strip.requestFocus();
    Optional<Picture.Sign> sign = signAt(event);
    if (sign.isPresent()) {
      choose(sign.get().event().at());
      sign.get().event().open().run();
      return;
    }
    drag = grabbed(event.getX());
    anchor = instant(event.getX());
    if (drag == Drag.NOTHING) {
      drag = strip.choice() == TimeStrip.Choice.PLAYHEAD ? Drag.PLAYHEAD : Drag.END;
    }
    if (drag == Drag.PLAYHEAD) {
      choose(anchor);
    }
  }

  private Drag grabbed(double x) {
    if (strip.picture().isEmpty()) {
      return Drag.NOTHING;
    }
    StripPicture drawn = strip.picture().get();
    if (strip.choice() == TimeStrip.Choice.PLAYHEAD) {
      return strip
          .playheadProperty()
          .get()
          .filter(at -> Math.abs(drawn.x(at.toEpochMilli()) - x) <= REACH)
          .map(_ -> Drag.PLAYHEAD)
          .orElse(Drag.NOTHING);
    }
    return strip.windowProperty().get().map(range -> grabbed(drawn, range, x)).orElse(Drag.NOTHING);
  }

  private static Drag grabbed(StripPicture drawn, TimeRange range, double x) {
    double from = drawn.x(range.from());
    double to = drawn.x(range.to());
    if (Math.abs(to - x) <= REACH) {
      return Drag.END;
    }
    if (Math.abs(from - x) <= REACH) {
      return Drag.BEGIN;
    }
    return x > from && x < to ? Drag.WINDOW : Drag.NOTHING;
  }

  private void drag(double x) {
    long at = instant(x);
    switch (drag) {
      case NOTHING -> {}
      case PLAYHEAD -> choose(at);
      case BEGIN -> window().ifPresent(range -> span(at, range.to()));
      case END -> window().ifPresentOrElse(range -> span(begin(range), at), () -> span(anchor, at));
      case WINDOW ->
          window()
              .ifPresent(
                  range -> {
                    limits().ifPresent(all -> set(range.moved(at - anchor, all)));
                    anchor = at;
                  });
    }
  }

  /** A drag that began outside of the window makes a new one. */
  private long begin(TimeRange range) {
    return anchor < range.from() || anchor > range.to() + 1 ? anchor : range.from();
  }

  private void keyPressed(KeyEvent event) {
    if (strip.picture().isEmpty()) {
      return;
    }
    switch (event.getCode()) {
      case LEFT -> step(event, -1);
      case RIGHT -> step(event, 1);
      case HOME -> limits().ifPresent(all -> edge(all.from()));
      case END -> limits().ifPresent(all -> edge(all.to()));
      case PLUS, ADD, EQUALS -> zoom(ZOOM);
      case MINUS, SUBTRACT -> zoom(1 / ZOOM);
      case DIGIT0, NUMPAD0 -> strip.zoomProperty().set(Optional.empty());
      case ENTER, SPACE -> openHere();
      default -> {
        return;
      }
    }
    event.consume();
  }

  private void step(KeyEvent event, int way) {
    if (event.isShiftDown()) {
      nextSign(way).ifPresent(this::choose);
      return;
    }
    long bin = bin() * way;
    if (strip.choice() == TimeStrip.Choice.PLAYHEAD) {
      choose(current() + bin);
    } else if (event.isShortcutDown()) {
      window().ifPresent(range -> span(range.from(), range.to() + bin));
    } else {
      limits().ifPresent(all -> window().ifPresent(range -> set(range.moved(bin, all))));
    }
  }

  private void edge(long at) {
    if (strip.choice() == TimeStrip.Choice.PLAYHEAD) {
      choose(at);
    } else {
      limits()
          .ifPresent(all -> window().ifPresent(range -> set(range.moved(at - range.from(), all))));
    }
  }

  private OptionalLong nextSign(int way) {
    long now = current();
    return strip
        .data()
        .map(
            data ->
                data.notes().events().stream()
                    .mapToLong(ChartEvent::at)
                    .filter(at -> way < 0 ? at < now : at > now)
                    .reduce((a, b) -> way < 0 ? Math.max(a, b) : Math.min(a, b)))
        .orElse(OptionalLong.empty());
  }

  private void openHere() {
    long now = current();
    strip.data().stream()
        .flatMap(data -> data.notes().events().stream())
        .filter(event -> event.at() == now)
        .findFirst()
        .ifPresent(event -> event.open().run());
  }

  private void zoom(double factor) {
    limits()
        .ifPresent(
            all -> {
              TimeRange visible = strip.visible().orElse(all);
              TimeRange next = visible.scaled(factor, current(), all);
              strip.zoomProperty().set(Optional.of(next).filter(part -> !part.equals(all)));
            });
  }

  /** Moves the playhead, or the end of the window. */
  private void choose(long at) {
    limits()
        .ifPresent(
            all -> {
              if (strip.choice() == TimeStrip.Choice.PLAYHEAD) {
                Instant instant = Instant.ofEpochMilli(all.nearest(at));
                strip.playheadProperty().set(Optional.of(instant));
                follow(all.nearest(at), all);
              } else {
                window().ifPresent(range -> span(range.from(), at));
              }
            });
  }

  /** Keeps the playhead in sight while zoomed in. */
  private void follow(long at, TimeRange all) {
    strip
        .zoomProperty()
        .get()
        .filter(part -> at < part.from() || at > part.to())
        .ifPresent(
            part ->
                strip
                    .zoomProperty()
                    .set(Optional.of(part.moved(at - (part.from() + part.to()) / 2, all))));
  }

  private void span(long one, long other) {
    limits()
        .ifPresent(
            all -> {
              long from = all.nearest(Math.min(one, other));
              long to = all.nearest(Math.max(one, other));
              if (to > from) {
                set(new TimeRange(from, to));
              }
            });
  }

  private void set(TimeRange range) {
    strip.windowProperty().set(Optional.of(range));
  }

  private Optional<TimeRange> window() {
    return strip.windowProperty().get();
  }

  private Optional<TimeRange> limits() {
    return strip.data().map(StripData::range);
  }

  private long current() {
    if (strip.choice() == TimeStrip.Choice.WINDOW) {
      return window().map(TimeRange::to).orElseGet(this::last);
    }
    return strip.playheadProperty().get().map(Instant::toEpochMilli).orElseGet(this::last);
  }

  private long last() {
    return limits().map(TimeRange::to).orElse(0L);
  }

  private long bin() {
    return strip
        .picture()
        .map(StripPicture::slots)
        .filter(slots -> slots.count() > 0)
        .map(slots -> slots.end(0) - slots.begin(0))
        .orElse(1L);
  }

  private long instant(double x) {
    return strip.picture().map(drawn -> drawn.instant(x)).orElse(0L);
  }
}
