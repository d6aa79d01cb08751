package io.tenantry.app.looks;

import static io.tenantry.app.looks.Pages.columns;
import static io.tenantry.app.looks.Pages.page;
import static io.tenantry.app.looks.Pages.part;

import io.tenantry.app.controls.Labels;
import io.tenantry.app.controls.charts.Annotations;
import io.tenantry.app.controls.charts.ChartData;
import io.tenantry.app.controls.charts.ChartEvent;
import io.tenantry.app.controls.charts.ChartFixtures;
import io.tenantry.app.controls.charts.ChartPane;
import io.tenantry.app.controls.charts.ChartPane.Height;
import io.tenantry.app.controls.charts.ChartUnit;
import io.tenantry.app.controls.charts.EventMark;
import io.tenantry.app.controls.charts.StripData;
import io.tenantry.app.controls.charts.TimeRange;
import io.tenantry.app.controls.charts.TimeStrip;
import io.tenantry.app.controls.drawer.Drawer;
import io.tenantry.app.controls.figures.Meter;
import io.tenantry.app.controls.icons.Icon;
import io.tenantry.app.controls.lifeline.LifeEvent;
import io.tenantry.app.controls.lifeline.LifeLine;
import io.tenantry.app.controls.lifeline.RailNode;
import io.tenantry.app.controls.state.Tone;
import io.tenantry.app.controls.stepper.Step;
import io.tenantry.app.controls.stepper.Stepper;
import io.tenantry.app.fx.Problem;
import io.tenantry.app.tasks.SameThreadTaskRunner;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

/** Charts, lines of time, steps, drawers. */
final class LinePages {
  private LinePages() {}

  static Region charts() {
    ChartPane loading = chart("Loading", Height.SMALL, ChartFixtures.throughput());
    loading.loading();
    ChartPane empty = new ChartPane("Empty", Height.SMALL, tasks(), ZoneOffset.UTC);
    empty.empty("No queries in this time");
    ChartPane failed = new ChartPane("Failed", Height.SMALL, tasks(), ZoneOffset.UTC);
    failed.failed(Problem.of("Cannot be read", "", ""), () -> {});
    return page(
        "Charts",
        columns(
            part("Lines", chart("Latency", Height.NORMAL, ChartFixtures.latency())),
            part("Area", chart("Throughput", Height.NORMAL, ChartFixtures.throughput()))),
        columns(
            part("Bars", chart("Queries", Height.NORMAL, ChartFixtures.errors())),
            part("Histogram", chart("Durations", Height.NORMAL, ChartFixtures.histogram()))),
        columns(
            part("Six series", chart("Size", Height.NORMAL, ChartFixtures.six())),
            part("Heat strips", chart("Backups", Height.NORMAL, ChartFixtures.backups(6)))),
        columns(part("Loading", loading), part("Empty", empty), part("Failed", failed)));
  }

  static Region lines() {
    TimeStrip moment = strip(TimeStrip.Choice.PLAYHEAD);
    moment.playheadProperty().set(Optional.of(at(9)));
    TimeStrip stretch = strip(TimeStrip.Choice.WINDOW);
    stretch.windowProperty().set(Optional.of(TimeRange.between(at(4), at(8))));
    LifeLine life = new LifeLine("What happened to acme", ZoneOffset.UTC, _ -> "backups");
    life.show(story());
    return page(
        "Lines of time",
        part("Time strip with a playhead", moment),
        part("Time strip with a window", stretch),
        columns(part("Life line", life), part("Drawer", drawer())));
  }

  static Region steps() {
    Stepper stages = Stepper.normal();
    stages.show(
        List.of(
            new Step("Canary", "5 of 5", Step.State.DONE, 5, parts(5, 0)),
            new Step("5 %", "60 of 60 · 2 failed", Step.State.FAILED, 60, parts(58, 2)),
            new Step("Half", "31 of 120", Step.State.NOW, 120, parts(31, 0)),
            new Step("The rest", "115 tenants", Step.State.NEXT, 115, parts(0, 0))));
    Stepper test = Stepper.small();
    test.show(
        List.of(
            Step.of("Reach", "answered in 3 ms", Step.State.DONE),
            Step.of("Authenticate", "", Step.State.NOW),
            Step.of("Version", "", Step.State.NEXT)));
    Stepper migration = Stepper.normal();
    migration.show(
        List.of(
            Step.of("Snapshot", "", Step.State.DONE),
            Step.of("Copy", "", Step.State.DONE),
            Step.of("Follow", "", Step.State.NOW),
            Step.of("Hold", "", Step.State.NEXT),
            Step.of("Switch", "", Step.State.NEXT),
            Step.of("Clean up", "", Step.State.NEXT)));
    return page(
        "Steps",
        part("Stages", stages),
        part("A test of a connection", test),
        part("More than five", migration));
  }

  private static ChartPane chart(String title, Height height, ChartData data) {
    ChartPane chart = new ChartPane(title, height, tasks(), ZoneOffset.UTC);
    chart.show(data);
    return chart;
  }

  private static SameThreadTaskRunner tasks() {
    return new SameThreadTaskRunner();
  }

  private static TimeStrip strip(TimeStrip.Choice choice) {
    TimeStrip strip = new TimeStrip("Writes", choice, ZoneOffset.UTC);
    Annotations notes =
        new Annotations(
            List.of(
                event(5, EventMark.DEPLOYMENT, "Deployment of 1.4"),
                event(8, EventMark.BACKUP, "Backup"),
                event(20, EventMark.RESTORE, "Recovery")),
            List.of(),
            List.of(TimeRange.between(at(14), at(16))));
    strip.show(
        new StripData(
            ChartFixtures.DAY, ChartFixtures.errors().series().getFirst(), ChartUnit.COUNT, notes));
    return strip;
  }

  private static ChartEvent event(int hour, EventMark mark, String words) {
    return new ChartEvent(at(hour).toEpochMilli(), mark, words, () -> {});
  }

  private static Instant at(int hour) {
    return Instant.ofEpochMilli(ChartFixtures.DAY.from()).plus(Duration.ofHours(hour));
  }

  private static List<LifeEvent> story() {
    List<LifeEvent> events = new ArrayList<>();
    events.add(happened(23, new RailNode.Disc(Icon.DEPLOYMENTS, Tone.ACCENT), "Deployment of 1.4"));
    events.add(happened(22, new RailNode.Disc(Icon.FAILED, Tone.DANGER), "Deployment failed"));
    for (int minute = 0; minute < 14; minute++) {
      events.add(
          new LifeEvent(
              at(21).minusSeconds(60L * minute),
              new RailNode.Dot(),
              "Backup",
              "12.4 MB",
              "backup",
              Optional.empty()));
    }
    events.add(happened(4, new RailNode.Disc(Icon.SUSPENDED, Tone.PAUSED), "Suspended"));
    events.add(happened(3, new RailNode.Current(), "Version 1.3"));
    events.add(happened(2, new RailNode.Ring(), "Created"));
    return events;
  }

  private static LifeEvent happened(int hour, RailNode node, String words) {
    return new LifeEvent(at(hour), node, words, "by ada", words, Optional.of(() -> {}));
  }

  private static Drawer drawer() {
    Drawer drawer = new Drawer(new StackPane(), Drawer.Edge.RIGHT);
    drawer.setPrefHeight(280);
    drawer.show("acme", Labels.body("12.4 MB"));
    drawer.onPage(() -> {});
    return drawer;
  }

  private static List<Meter.Part> parts(long done, long failed) {
    return List.of(new Meter.Part(Tone.SUCCESS, done), new Meter.Part(Tone.DANGER, failed));
  }
}
