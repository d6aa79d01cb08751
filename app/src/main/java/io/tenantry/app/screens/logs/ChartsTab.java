package io.tenantry.app.screens.logs;

import io.tenantry.app.controls.Buttons;
import io.tenantry.app.controls.Labels;
import io.tenantry.app.controls.Panels;
import io.tenantry.app.controls.charts.Annotations;
import io.tenantry.app.controls.charts.ChartEvent;
import io.tenantry.app.controls.charts.ChartGroup;
import io.tenantry.app.controls.charts.ChartPane;
import io.tenantry.app.controls.charts.EventMark;
import io.tenantry.app.controls.charts.TimeRange;
import io.tenantry.app.controls.forms.Segments;
import io.tenantry.app.controls.icons.Icon;
import io.tenantry.app.navigation.Navigator;
import io.tenantry.app.navigation.PlaceSubjects;
import io.tenantry.app.navigation.ScreenRoute;
import io.tenantry.app.tasks.TaskRunner;
import io.tenantry.app.text.Text;
import io.tenantry.app.traffic.QueryCharts;
import io.tenantry.contract.deployments.Deployment;
import io.tenantry.contract.logs.LogWindow;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/**
 * Three charts with one hair line and one zoom: queries, latency, errors, with the deployments
 * marked. A click leads to the log of that step. UI thread.
 */
final class ChartsTab {
  private final ChartsViewModel model;
  private final Navigator navigator;
  private final ZoneId zone;
  private final Consumer<String> openLog;
  private final ChartGroup group = new ChartGroup();
  private final ChartPane rate;
  private final ChartPane latency;
  private final ChartPane errors;
  private final VBox root;

  /**
   * Creates it.
   *
   * @param openLog shows the log under a filter
   */
  ChartsTab(
      ChartsViewModel model,
      TaskRunner tasks,
      Navigator navigator,
      ZoneId zone,
      Consumer<String> openLog) {
    this.model = model;
    this.navigator = navigator;
    this.zone = zone;
    this.openLog = openLog;
    rate = chart("logs.chart.rate", tasks);
    latency = chart("logs.chart.latency", tasks).offerLogarithmic();
    errors = chart("logs.chart.errors", tasks);
    VBox charts = new VBox(rate, latency, errors);
    charts.getStyleClass().add("log-charts");
    ScrollPane scroll = new ScrollPane(charts);
    scroll.setFitToWidth(true);
    scroll.getStyleClass().add("edge-to-edge");
    VBox.setVgrow(scroll, Priority.ALWAYS);
    root = new VBox(bar(), scroll);
    root.getStyleClass().add("log-tab");
    model.window().subscribe((_, _) -> group.zoomProperty().set(Optional.empty()));
    model.state().subscribe(this::show);
  }

  Region node() {
    return root;
  }

  private ChartPane chart(String key, TaskRunner tasks) {
    return new ChartPane(Text.of(key), ChartPane.Height.NORMAL, tasks, zone)
        .in(group)
        .choosing(this::openStep);
  }

  private HBox bar() {
    Button whole =
        Buttons.small(
            Buttons.normal(
                Text.of("logs.chart.whole"), () -> group.zoomProperty().set(Optional.empty())));
    Button these =
        Buttons.small(Buttons.normal(Text.of("logs.chart.these"), Icon.LOGS, this::openZoom));
    for (Button button : List.of(whole, these)) {
      button.visibleProperty().bind(group.zoomProperty().map(Optional::isPresent));
    }
    Segments<LogWindow> range =
        Segments.small(
            Text.of("logs.range"), List.of(LogWindow.values()), LogWindow::code, model.window());
    HBox bar =
        new HBox(Labels.caption(Text.of("logs.chart.hint")), Panels.spacer(), these, whole, range);
    bar.getStyleClass().add("log-bar");
    return bar;
  }

  private void show(ChartsViewModel.State state) {
    switch (state) {
      case ChartsViewModel.Loading _ -> all().forEach(ChartPane::loading);
      case ChartsViewModel.Failed(var problem) ->
          all().forEach(chart -> chart.failed(problem, model::load));
      case ChartsViewModel.Loaded loaded -> show(loaded);
    }
  }

  private List<ChartPane> all() {
    return List.of(rate, latency, errors);
  }

  private void show(ChartsViewModel.Loaded loaded) {
    QueryCharts charts = new QueryCharts(loaded.span(), loaded.series());
    Annotations notes = notes(loaded.deployments());
    rate.show(charts.rate().with(notes));
    latency.show(charts.latency().with(notes));
    errors.show(charts.errors().with(notes));
  }

  private Annotations notes(List<Deployment> deployments) {
    return new Annotations(deployments.stream().map(this::event).toList(), List.of(), List.of());
  }

  private ChartEvent event(Deployment each) {
    return new ChartEvent(
        each.createdAt().toEpochMilli(),
        EventMark.DEPLOYMENT,
        Text.of("logs.chart.deployed", each.blueprintId(), each.version()),
        () -> navigator.go(ScreenRoute.DEPLOYMENT, each.jobId().value()));
  }

  private void openStep(long instant) {
    if (model.state().get() instanceof ChartsViewModel.Loaded loaded) {
      long step = Duration.ofSeconds(loaded.series().stepSeconds()).toMillis();
      long from = Math.floorDiv(instant, step) * step;
      open(new TimeRange(from, from + step));
    }
  }

  private void openZoom() {
    group.zoomProperty().get().ifPresent(this::open);
  }

  private void open(TimeRange range) {
    openLog.accept(
        PlaceSubjects.logBetween(
            Instant.ofEpochMilli(range.from()), Instant.ofEpochMilli(range.to()), zone));
  }
}
