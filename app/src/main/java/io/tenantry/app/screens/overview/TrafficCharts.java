package io.tenantry.app.screens.overview;

import io.tenantry.app.controls.Buttons;
import io.tenantry.app.controls.charts.ChartGroup;
import io.tenantry.app.controls.charts.ChartPane;
import io.tenantry.app.fx.ScreenState;
import io.tenantry.app.navigation.Navigator;
import io.tenantry.app.navigation.PlaceSubjects;
import io.tenantry.app.navigation.ScreenRoute;
import io.tenantry.app.tasks.TaskRunner;
import io.tenantry.app.text.Figures;
import io.tenantry.app.text.Text;
import io.tenantry.app.traffic.QueryCharts;
import io.tenantry.contract.logs.LogSpan;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.function.UnaryOperator;
import javafx.scene.Node;

/** Queries of the last 24 hours: how many, how long, how many failed. UI thread. */
final class TrafficCharts {
  private final LivePart<Traffic> part;
  private final Navigator navigator;
  private final ZoneId zone;
  private final ChartPane rate;
  private final ChartPane latency;
  private final ChartPane errors;

  TrafficCharts(LivePart<Traffic> part, TaskRunner tasks, Navigator navigator, ZoneId zone) {
    this.part = part;
    this.navigator = navigator;
    this.zone = zone;
    ChartGroup group = new ChartGroup();
    rate = chart("rate", tasks, group, log -> log);
    latency = chart("latency", tasks, group, log -> log);
    errors = chart("errors", tasks, group, PlaceSubjects::errorsIn);
    part.state().subscribe(this::say);
    part.value().subscribe(found -> found.ifPresent(this::show));
  }

  List<ChartPane> nodes() {
    return List.of(rate, latency, errors);
  }

  private ChartPane chart(
      String name, TaskRunner tasks, ChartGroup group, UnaryOperator<String> narrowed) {
    return new ChartPane(Text.of("overview.chart." + name), ChartPane.Height.SMALL, tasks, zone)
        .in(group)
        .choosing(
            instant ->
                part.value()
                    .get()
                    .map(now -> now.stepAt(Instant.ofEpochMilli(instant)))
                    .ifPresent(step -> open(narrowed.apply(log(step)))));
  }

  private void say(ScreenState state) {
    switch (state) {
      case ScreenState.Loading _ -> nodes().forEach(ChartPane::loading);
      case ScreenState.Failed(var problem) ->
          nodes().forEach(chart -> chart.failed(problem, part::retry));
      case ScreenState.Empty _, ScreenState.Loaded _ -> part.value().get().ifPresent(this::show);
    }
  }

  private void show(Traffic traffic) {
    QueryCharts charts = new QueryCharts(traffic.span(), traffic.series());
    String log = log(traffic.span());
    rate.show(charts.rate());
    rate.actions(link(Figures.count(traffic.queries(), "query", "queries"), log));
    latency.show(charts.latency());
    errors.show(charts.errors());
    errors.actions(
        link(Figures.count(traffic.failed(), "error", "errors"), PlaceSubjects.errorsIn(log)));
  }

  private Node link(String text, String log) {
    return Buttons.link(text, () -> open(log));
  }

  private String log(LogSpan span) {
    return PlaceSubjects.logBetween(span.from(), span.until(), zone);
  }

  private void open(String log) {
    navigator.go(ScreenRoute.LOGS, log);
  }
}
