package io.tenantry.app.controls.charts;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.app.FxTest;
import io.tenantry.app.Screenshots;
import io.tenantry.app.controls.charts.ChartPane.Height;
import io.tenantry.app.fx.Problem;
import io.tenantry.app.tasks.FxTaskRunner;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TableView;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class ChartPaneTest extends FxTest {
  private FxTaskRunner tasks;

  @BeforeAll
  void startTasks() {
    tasks = new FxTaskRunner();
  }

  @AfterAll
  void endTasks() {
    tasks.close();
  }

  @Test
  void everyKindIsDrawnInEveryLook() {
    ChartPane failed = chart("Failed", Height.SMALL);
    ChartPane loading = chart("Loading", Height.SMALL);
    ChartPane empty = chart("Empty", Height.SMALL);
    GridPane grid =
        fx(
            () -> {
              loading.show(ChartFixtures.throughput());
              empty.empty("No queries in this time");
              failed.failed(Problem.of("Cannot be read", "The engine is away.", ""), () -> {});
              return gallery(
                  shown("Latency", Height.NORMAL, ChartFixtures.latency()),
                  shown("Throughput", Height.NORMAL, ChartFixtures.throughput()),
                  shown("Queries", Height.NORMAL, ChartFixtures.errors()),
                  shown("Durations", Height.NORMAL, ChartFixtures.histogram()),
                  shown("Size", Height.NORMAL, ChartFixtures.six()),
                  shown("Backups", Height.SMALL, ChartFixtures.backups(6)),
                  failed,
                  loading,
                  empty,
                  sparkline(),
                  sparkline().inCell());
            });
    Scene scene = show(grid);
    await(() -> tasks.isIdle());
    run(loading::loading);
    settle();
    for (ChartPane chart : List.of(loading, empty)) {
      assertThat(fx(() -> plot(chart).picture())).isPresent();
    }
    Screenshots.everyLook("charts", scene);
  }

  @Test
  void aLegendWithoutRoomCountsTheNamesItLeavesOut() {
    ChartPane chart = shown("Size", Height.NORMAL, ChartFixtures.six());
    run(() -> chart.setMaxWidth(300));
    show(fx(() -> new VBox(chart)));
    List<Label> words =
        fx(
            () ->
                from(chart).lookup(".chart-legend .label").queryAllAs(Label.class).stream()
                    .filter(label -> label.isManaged() && label.getParent().isManaged())
                    .toList());
    assertThat(words).extracting(Label::getText).startsWith("tenant-0");
    assertThat(words.getLast().getText()).matches("\\+[1-5]");
    assertThat(words).noneMatch(Label::isTextTruncated);
  }

  @Test
  void keysMoveTheHairLineAndSpeakTheValues() {
    ChartPane chart = shown("Latency", Height.NORMAL, ChartFixtures.latency());
    open(chart);
    run(() -> chart.plot().requestFocus());
    push(KeyCode.RIGHT);
    assertThat(spoken(chart)).startsWith("Latency. 3 Mar, 12:00. p99 ");
    push(KeyCode.RIGHT);
    assertThat(spoken(chart)).startsWith("Latency. 3 Mar, 12:10. p99 ");
    push(KeyCode.LEFT);
    assertThat(spoken(chart)).startsWith("Latency. 3 Mar, 12:00. ");
    push(KeyCode.SHIFT, KeyCode.RIGHT);
    assertThat(spoken(chart)).endsWith("Deployment of 1.4");
    push(KeyCode.END);
    assertThat(spoken(chart)).startsWith("Latency. 4 Mar, 11:50");
    push(KeyCode.ESCAPE);
    assertThat(spoken(chart)).isEqualTo("Latency");
  }

  @Test
  void anEventOpensByKeyAndByClick() {
    List<String> opened = new ArrayList<>();
    long at = ChartFixtures.DAY.from() + Duration.ofHours(5).toMillis();
    ChartEvent event = new ChartEvent(at, EventMark.DEPLOYMENT, "1.4", () -> opened.add("1.4"));
    ChartPane chart =
        shown(
            "Queries",
            Height.NORMAL,
            ChartFixtures.errors().with(new Annotations(List.of(event), List.of(), List.of())));
    open(chart);
    run(() -> chart.plot().requestFocus());
    push(KeyCode.SHIFT, KeyCode.RIGHT);
    push(KeyCode.ENTER);
    assertThat(opened).hasSize(1);
    Picture.Sign sign = fx(() -> plot(chart).picture().orElseThrow().notes().signs().getFirst());
    var place = fx(() -> chart.plot().localToScreen(sign.x(), 8));
    clickOn(place.getX(), place.getY());
    assertThat(opened).hasSize(2);
  }

  @Test
  void anInstantIsChosenByKey() {
    List<Long> chosen = new CopyOnWriteArrayList<>();
    ChartPane chart = shown("Latency", Height.NORMAL, ChartFixtures.latency());
    run(() -> chart.choosing(chosen::add));
    open(chart);
    run(() -> chart.plot().requestFocus());
    push(KeyCode.RIGHT);
    push(KeyCode.ENTER);
    assertThat(chosen).containsExactly(ChartFixtures.DAY.from());
  }

  @Test
  void chartsOfAPageShareTheHairLineAndTheZoom() {
    ChartGroup group = new ChartGroup();
    ChartPane one = fx(() -> shown("Latency", Height.SMALL, ChartFixtures.latency()).in(group));
    ChartPane other = fx(() -> shown("Queries", Height.SMALL, ChartFixtures.errors()).in(group));
    show(fx(() -> new VBox(one, other)));
    await(() -> tasks.isIdle() && plot(other).picture().isPresent());
    run(() -> one.plot().requestFocus());
    push(KeyCode.RIGHT);
    push(KeyCode.RIGHT);
    assertThat(fx(() -> plot(other).stop())).isNotNegative();
    push(KeyCode.PLUS);
    await(tasks::isIdle);
    TimeRange visible = fx(() -> plot(other).visible().orElseThrow());
    assertThat(visible.length()).isEqualTo(ChartFixtures.DAY.length() / 2);
    push(KeyCode.DIGIT0);
    await(tasks::isIdle);
    assertThat(fx(() -> group.zoomProperty().get())).isEqualTo(Optional.empty());
  }

  @Test
  void theTableBehindHasEveryValueAndCanBeCopied() {
    ChartPane chart = shown("Latency", Height.NORMAL, ChartFixtures.latency());
    open(chart);
    MenuButton menu = fx(() -> from(chart).lookup(".icon-menu").query());
    run(() -> menu.getItems().get(1).getOnAction().handle(null));
    await(() -> tasks.isIdle() && Clipboard.getSystemClipboard().hasString());
    assertThat(fx(() -> Clipboard.getSystemClipboard().getString()))
        .startsWith("Time,p50,p95,p99\r\n2027-03-03T12:00:00Z,");
    run(() -> menu.getItems().getFirst().fire());
    settle();
    TableView<?> table = from(chart).lookup(".chart-rows").query();
    assertThat(table.getItems()).hasSize(144);
    assertThat(menu.getItems().getFirst().getText()).isEqualTo("Show as chart");
    run(() -> menu.getItems().getFirst().fire());
    settle();
    assertThat(from(chart).lookup(".chart-rows").tryQuery()).isEmpty();
  }

  @Test
  void aChartThatNobodySeesIsNotDrawnUntilItIsSeen() {
    ChartPane chart = chart("Hidden", Height.NORMAL);
    VBox tab = fx(() -> new VBox(chart));
    show(fx(() -> new HBox(tab)));
    await(tasks::isIdle);
    run(
        () -> {
          tab.setVisible(false);
          chart.show(ChartFixtures.six());
        });
    await(tasks::isIdle);
    assertThat(fx(() -> plot(chart).picture().orElseThrow().marks().paths())).isEmpty();
    run(() -> tab.setVisible(true));
    await(() -> tasks.isIdle() && !plot(chart).picture().orElseThrow().marks().paths().isEmpty());
  }

  @Test
  void aChartAtRestRendersNothing() {
    ChartPane chart = shown("Latency", Height.NORMAL, ChartFixtures.latency());
    Scene scene = open(chart);
    rest();
    AtomicInteger pulses = new AtomicInteger();
    Runnable count = pulses::incrementAndGet;
    run(() -> scene.addPostLayoutPulseListener(count));
    rest();
    rest();
    run(() -> scene.removePostLayoutPulseListener(count));
    assertThat(pulses).hasValueLessThanOrEqualTo(1);
  }

  /** Waits for longer than a chart rests between two pictures. */
  private void rest() {
    AtomicBoolean over = new AtomicBoolean();
    tasks.after(Duration.ofMillis(400), () -> over.set(true));
    await(over::get);
  }

  private Scene open(ChartPane chart) {
    Scene scene = show(fx(() -> new VBox(chart)));
    moveTo(chart.getScene().getWindow().getX() + 700, chart.getScene().getWindow().getY() + 400);
    await(() -> tasks.isIdle() && plot(chart).picture().isPresent());
    return scene;
  }

  private ChartPane chart(String title, Height height) {
    return fx(() -> new ChartPane(title, height, tasks, ZoneOffset.UTC));
  }

  private ChartPane shown(String title, Height height, ChartData data) {
    return fx(
        () -> {
          ChartPane chart = new ChartPane(title, height, tasks, ZoneOffset.UTC);
          chart.show(data);
          return chart;
        });
  }

  private static Sparkline sparkline() {
    TimedData data = ChartFixtures.errors();
    Sparkline line = new Sparkline();
    line.show(
        data.range(),
        data.series().getFirst().samples(),
        ChartFixtures.failures(),
        ChartUnit.COUNT);
    line.setMaxWidth(Region.USE_PREF_SIZE);
    return line;
  }

  private static ChartPlot plot(ChartPane chart) {
    return (ChartPlot) chart.plot();
  }

  private static String spoken(ChartPane chart) {
    return fx(() -> chart.plot().getAccessibleText());
  }

  private static GridPane gallery(Node... charts) {
    GridPane grid = new GridPane(12, 12);
    grid.getStyleClass().add("page");
    for (int column = 0; column < 3; column++) {
      ColumnConstraints third = new ColumnConstraints();
      third.setPercentWidth(100 / 3.0);
      grid.getColumnConstraints().add(third);
    }
    for (int at = 0; at < charts.length; at++) {
      grid.add(charts[at], at % 3, at / 3);
    }
    return grid;
  }
}
