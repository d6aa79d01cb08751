package io.tenantry.app.screens.overview;

import io.tenantry.app.controls.Buttons;
import io.tenantry.app.controls.Labels;
import io.tenantry.app.controls.Panels;
import io.tenantry.app.controls.avatar.Avatar;
import io.tenantry.app.controls.figures.Meter;
import io.tenantry.app.controls.figures.MeterLine;
import io.tenantry.app.controls.placeholders.LoadingSkeleton;
import io.tenantry.app.controls.placeholders.ScreenStatePane;
import io.tenantry.app.controls.state.Tone;
import io.tenantry.app.navigation.Navigator;
import io.tenantry.app.navigation.PlaceSubjects;
import io.tenantry.app.navigation.ScreenRoute;
import io.tenantry.app.text.DeploymentTitle;
import io.tenantry.app.text.Figures;
import io.tenantry.app.text.Text;
import io.tenantry.contract.backups.BackupCoverage.State;
import io.tenantry.contract.backups.BackupTotals;
import io.tenantry.contract.deployments.Deployment;
import io.tenantry.contract.logs.LogSpan;
import io.tenantry.contract.logs.ProjectMetrics.TopTenant;
import java.time.ZoneId;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** The small cards of the page: what goes on, who is slow, who is not backed up. UI thread. */
final class SideCards {
  private static final int SKELETON = 3;

  private final OverviewViewModel model;
  private final Navigator navigator;
  private final ZoneId zone;

  SideCards(OverviewViewModel model, Navigator navigator, ZoneId zone) {
    this.model = model;
    this.navigator = navigator;
    this.zone = zone;
  }

  /** Returns all of them, below each other. */
  VBox node() {
    VBox cards =
        new VBox(
            card(
                "running",
                model.running(),
                all -> all.stream().map(this::running).toList(),
                link("overview.running.all", ScreenRoute.DEPLOYMENTS, "")),
            card(
                "slowest",
                model.slowest(),
                this::slowest,
                link("overview.slowest.all", ScreenRoute.LOGS, "")),
            card(
                "backups",
                model.backups(),
                this::backups,
                link("overview.backups.all", ScreenRoute.BACKUPS, "")));
    cards.getStyleClass().add("overview-column");
    return cards;
  }

  private <T> Region card(
      String name, LivePart<T> part, Function<T, List<? extends Node>> lines, Node action) {
    VBox content = new VBox();
    content.getStyleClass().add("overview-lines");
    part.value()
        .subscribe(found -> found.ifPresent(now -> content.getChildren().setAll(lines.apply(now))));
    String key = "overview." + name;
    ScreenStatePane pane =
        new ScreenStatePane(
                part.state(),
                content,
                Labels.muted(Text.of(key + ".none")),
                LoadingSkeleton.lines(SKELETON),
                part::retry)
            .framed();
    return Panels.section(Text.of(key + ".title"), pane, action);
  }

  private Hyperlink link(String key, ScreenRoute route, String subject) {
    return Buttons.link(Text.of(key), () -> navigator.go(route, subject));
  }

  private Node running(Deployment each) {
    MeterLine line = new MeterLine();
    line.meter()
        .show(
            each.totalTenants(),
            List.of(
                new Meter.Part(Tone.SUCCESS, each.completedTenants()),
                new Meter.Part(Tone.DANGER, each.failedTenants())));
    line.say(words(each));
    VBox box =
        new VBox(
            Buttons.link(
                DeploymentTitle.of(each),
                () -> navigator.go(ScreenRoute.DEPLOYMENT, each.jobId().value())),
            line);
    box.getStyleClass().add("overview-work");
    return box;
  }

  private static String words(Deployment each) {
    String key =
        each.failedTenants() == 0 ? "overview.running.words" : "overview.running.words.failed";
    return Text.of(
        key,
        Figures.count((long) each.completedTenants() + each.failedTenants()),
        Figures.count(each.totalTenants()),
        Figures.count(each.failedTenants()));
  }

  private List<Node> slowest(Slowest found) {
    return Stream.concat(
            found.tenants().stream().map(each -> slow(each, found.span())),
            Stream.of(Labels.caption(Text.of("overview.slowest.of"))))
        .toList();
  }

  private Node slow(TopTenant each, LogSpan span) {
    String id = each.tenantId().value();
    Hyperlink name = Buttons.link(id, () -> navigator.go(ScreenRoute.TENANT, id));
    String log = PlaceSubjects.logOf(id, PlaceSubjects.logBetween(span.from(), span.until(), zone));
    Hyperlink queries =
        Buttons.link(
            Figures.count(each.queries(), "query", "queries"),
            () -> navigator.go(ScreenRoute.LOGS, log));
    HBox figures =
        line(
            Labels.caption(Text.of("overview.slowest.p95", Figures.milliseconds(each.p95Ms()))),
            queries);
    return Panels.row(new Avatar(Avatar.Size.ROW).show(id), new VBox(name, figures));
  }

  private List<Node> backups(BackupTotals totals) {
    return List.of(
        coverage(State.OVERDUE, totals.overdue()),
        coverage(State.NONE, totals.none()),
        coverage(State.FAILING, totals.failing()),
        coverage(State.COVERED, totals.covered()));
  }

  private Node coverage(State state, long count) {
    Hyperlink number =
        Buttons.link(
            Figures.count(count, "tenant", "tenants"),
            () -> navigator.go(ScreenRoute.BACKUPS, PlaceSubjects.coverage(state)));
    number.setAccessibleText(
        Text.of("overview.backups.spoken", words(state), Figures.count(count)));
    return line(Labels.body(words(state)), Panels.spacer(), number);
  }

  private static String words(State state) {
    return Text.of("overview.backups." + state.code());
  }

  private static HBox line(Node... nodes) {
    HBox line = Panels.row(nodes);
    line.getStyleClass().add("overview-line");
    return line;
  }
}
