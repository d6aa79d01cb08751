package io.tenantry.app.controls.charts;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.app.FxTest;
import io.tenantry.app.Screenshots;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.event.EventType;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.VBox;
import org.junit.jupiter.api.Test;

class TimeStripTest extends FxTest {
  private static final Duration BIN = Duration.ofMinutes(30);
  private final List<String> opened = new ArrayList<>();

  @Test
  void bothKindsAreDrawnInEveryLook() {
    TimeStrip moment = strip(TimeStrip.Choice.PLAYHEAD);
    TimeStrip stretch = strip(TimeStrip.Choice.WINDOW);
    Scene scene =
        show(
            fx(
                () -> {
                  VBox page = new VBox(moment, stretch);
                  page.getStyleClass().add("page");
                  return page;
                }));
    run(
        () -> {
          moment.playheadProperty().set(Optional.of(at(9)));
          stretch.windowProperty().set(Optional.of(TimeRange.between(at(4), at(8))));
        });
    Screenshots.everyLook("time-strip", scene);
    assertThat(fx(() -> moment.picture().orElseThrow().bars())).hasSizeBetween(40, 120);
  }

  @Test
  void keysMoveThePlayheadBarByBarAndFromMarkToMark() {
    TimeStrip strip = open(TimeStrip.Choice.PLAYHEAD);
    push(KeyCode.HOME);
    assertThat(playhead(strip)).isEqualTo(at(0));
    push(KeyCode.RIGHT);
    assertThat(playhead(strip)).isEqualTo(at(0).plus(BIN));
    push(KeyCode.SHIFT, KeyCode.RIGHT);
    assertThat(playhead(strip)).isEqualTo(at(5));
    assertThat(strip.getAccessibleText()).startsWith("Writes. 3 Mar, 17:00:00").contains("1.4");
    push(KeyCode.ENTER);
    assertThat(opened).containsExactly("1.4");
    push(KeyCode.END);
    assertThat(playhead(strip)).isEqualTo(at(24));
    push(KeyCode.RIGHT);
    assertThat(playhead(strip)).isEqualTo(at(24));
  }

  @Test
  void zoomingKeepsThePlayheadInSight() {
    TimeStrip strip = open(TimeStrip.Choice.PLAYHEAD);
    run(() -> strip.playheadProperty().set(Optional.of(at(6))));
    push(KeyCode.PLUS);
    push(KeyCode.PLUS);
    settle();
    TimeRange visible = fx(() -> strip.visible().orElseThrow());
    assertThat(visible.length()).isEqualTo(Duration.ofHours(6).toMillis());
    assertThat(visible.contains(at(6).toEpochMilli())).isTrue();
    push(KeyCode.END);
    settle();
    assertThat(fx(() -> strip.visible().orElseThrow().to())).isEqualTo(at(24).toEpochMilli());
    push(KeyCode.DIGIT0);
    assertThat(fx(() -> strip.zoomProperty().get())).isEqualTo(Optional.empty());
  }

  @Test
  void draggingMovesThePlayhead() {
    TimeStrip strip = open(TimeStrip.Choice.PLAYHEAD);
    double from = x(strip, at(4));
    double to = x(strip, at(12));
    mouse(strip, MouseEvent.MOUSE_PRESSED, from);
    mouse(strip, MouseEvent.MOUSE_DRAGGED, to);
    mouse(strip, MouseEvent.MOUSE_RELEASED, to);
    assertThat(Duration.between(playhead(strip), at(12)).abs()).isLessThan(Duration.ofMinutes(2));
  }

  @Test
  void aDragMakesAWindowAndItsHandlesAndKeysChangeIt() {
    TimeStrip strip = open(TimeStrip.Choice.WINDOW);
    drag(strip, at(4), at(8));
    assertThat(hours(strip)).isEqualTo(4);
    drag(strip, at(8), at(10));
    assertThat(hours(strip)).isEqualTo(6);
    drag(strip, at(4), at(6));
    assertThat(hours(strip)).isEqualTo(4);
    drag(strip, at(8), at(9));
    TimeRange moved = window(strip);
    assertThat(hours(strip)).isEqualTo(4);
    push(KeyCode.RIGHT);
    assertThat(window(strip).from() - moved.from()).isEqualTo(BIN.toMillis());
    push(KeyCode.CONTROL, KeyCode.RIGHT);
    assertThat(window(strip).length() - moved.length()).isEqualTo(BIN.toMillis());
  }

  private TimeStrip open(TimeStrip.Choice choice) {
    opened.clear();
    TimeStrip strip = strip(choice);
    show(fx(() -> new VBox(strip)));
    run(strip::requestFocus);
    return strip;
  }

  private TimeStrip strip(TimeStrip.Choice choice) {
    return fx(
        () -> {
          TimeStrip strip = new TimeStrip("Writes", choice, ZoneOffset.UTC);
          TimedData writes = ChartFixtures.errors();
          Annotations notes =
              new Annotations(
                  List.of(
                      new ChartEvent(
                          at(5).toEpochMilli(),
                          EventMark.DEPLOYMENT,
                          "Deployment of 1.4",
                          () -> opened.add("1.4")),
                      new ChartEvent(at(8).toEpochMilli(), EventMark.BACKUP, "Backup", () -> {}),
                      new ChartEvent(
                          at(20).toEpochMilli(), EventMark.RESTORE, "Recovery", () -> {})),
                  List.of(),
                  List.of(TimeRange.between(at(14), at(16))));
          strip.show(
              new StripData(ChartFixtures.DAY, writes.series().getFirst(), ChartUnit.COUNT, notes));
          return strip;
        });
  }

  private void drag(TimeStrip strip, Instant from, Instant to) {
    mouse(strip, MouseEvent.MOUSE_PRESSED, x(strip, from));
    mouse(strip, MouseEvent.MOUSE_DRAGGED, x(strip, to));
    mouse(strip, MouseEvent.MOUSE_RELEASED, x(strip, to));
  }

  /** The headless robot knows no drags, so the events are made here. */
  private static void mouse(Node node, EventType<MouseEvent> type, double x) {
    run(
        () ->
            node.fireEvent(
                new MouseEvent(
                    type,
                    x,
                    40,
                    x,
                    40,
                    MouseButton.PRIMARY,
                    1,
                    false,
                    false,
                    false,
                    false,
                    true,
                    false,
                    false,
                    false,
                    false,
                    false,
                    null)));
  }

  private static double x(TimeStrip strip, Instant at) {
    return fx(() -> strip.picture().orElseThrow().x(at.toEpochMilli()));
  }

  private static Instant playhead(TimeStrip strip) {
    return fx(() -> strip.playheadProperty().get().orElseThrow());
  }

  private static TimeRange window(TimeStrip strip) {
    return fx(() -> strip.windowProperty().get().orElseThrow());
  }

  private static long hours(TimeStrip strip) {
    return Math.round(window(strip).length() / 3_600_000.0);
  }

  private static Instant at(int hour) {
    return Instant.ofEpochMilli(ChartFixtures.DAY.from()).plus(Duration.ofHours(hour));
  }
}
