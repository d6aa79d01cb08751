package io.tenantry.app.screens.logs;

import io.tenantry.app.controls.Labels;
import io.tenantry.app.controls.Panels;
import io.tenantry.app.controls.StyleSheets;
import io.tenantry.app.controls.actions.Action;
import io.tenantry.app.controls.charts.ChartPane;
import io.tenantry.app.controls.code.CodeBlock;
import io.tenantry.app.controls.code.CodeLanguage;
import io.tenantry.app.controls.code.CodeSample;
import io.tenantry.app.controls.figures.StatTile;
import io.tenantry.app.controls.figures.StatTiles;
import io.tenantry.app.controls.forms.Segments;
import io.tenantry.app.controls.icons.Icon;
import io.tenantry.app.controls.placeholders.EmptyState;
import io.tenantry.app.controls.placeholders.ScreenStatePane;
import io.tenantry.app.navigation.Navigator;
import io.tenantry.app.navigation.ScreenRoute;
import io.tenantry.app.page.PageHead;
import io.tenantry.app.page.Screen;
import io.tenantry.app.tasks.TaskRunner;
import io.tenantry.app.text.Figures;
import io.tenantry.app.text.Text;
import io.tenantry.app.traffic.QueryCharts;
import io.tenantry.contract.logs.LogSeries;
import io.tenantry.contract.logs.LogSpan;
import io.tenantry.contract.logs.LogWindow;
import io.tenantry.contract.logs.PatternDetail;
import io.tenantry.contract.logs.QueryPattern;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.VBox;

/** One pattern of queries on a page of its own; its subject is the pattern. */
public final class PatternView implements Screen {
  private static final Duration DAY = Duration.ofHours(24);
  private static final Duration HOUR = Duration.ofHours(1);

  private final PatternViewModel model;
  private final Navigator navigator;
  private final CodeBlock statement =
      CodeBlock.of(Text.of("pattern.statement"), CodeSample.of(CodeLanguage.SQL, " "));
  private final StatTile count = StatTile.still(Text.of("pattern.count"));
  private final StatTile total = StatTile.still(Text.of("pattern.total"));
  private final StatTile p95 = StatTile.still(Text.of("pattern.p95"));
  private final StatTile errors = StatTile.still(Text.of("pattern.errors"));
  private final ChartPane day;
  private final Label plan = Labels.mono("");
  private final SampleTable slowest;
  private final SampleTable failures;
  private final ShareTable shares;
  private final PageHead head;
  private final VBox root;

  public PatternView(PatternViewModel model, TaskRunner tasks, Navigator navigator, ZoneId zone) {
    this.model = model;
    this.navigator = navigator;
    day = new ChartPane(Text.of("pattern.day"), ChartPane.Height.NORMAL, tasks, zone);
    slowest = new SampleTable(Text.of("pattern.slowest"), zone, navigator);
    failures = new SampleTable(Text.of("pattern.failures"), zone, navigator);
    shares = new ShareTable(row -> openLog(LogTerms.ofTenant(row, model.window().get())));
    head = createHead();
    EmptyState none =
        new EmptyState(Icon.LOGS, Text.of("pattern.empty.title"), Text.of("pattern.empty.text"));
    root =
        StyleSheets.add(
            Panels.page(new ScreenStatePane(model.state(), content(), none, model::load)),
            PatternView.class,
            "logs.css");
    plan.setWrapText(true);
    model.detail().subscribe(found -> found.ifPresent(this::show));
    model.plan().subscribe((_, _) -> showPlan());
    model.planProblem().subscribe((_, _) -> showPlan());
  }

  private PageHead createHead() {
    return new PageHead(Text.of("pattern.title"))
        .tool(
            Segments.small(
                Text.of("logs.range"),
                List.of(LogWindow.values()),
                LogWindow::code,
                model.window()))
        .actions(
            Action.of(Text.of("logs.refresh"), Icon.REFRESH, model::load).iconOnly().keys("F5"))
        .primary(
            Action.of(Text.of("logs.openQuery"), Icon.QUERY, this::openQuery)
                .enabledWhile(model.detail().map(found -> model.sample().isPresent())));
  }

  private Node content() {
    VBox planCard = Panels.section(Text.of("pattern.plan"), plan);
    VBox content =
        new VBox(
            statement,
            new StatTiles(count, total, p95, errors),
            slowest,
            day,
            planCard,
            failures,
            shares);
    content.getStyleClass().add("pattern-page");
    ScrollPane scroll = new ScrollPane(content);
    scroll.setFitToWidth(true);
    scroll.getStyleClass().add("edge-to-edge");
    return scroll;
  }

  @Override
  public Node node() {
    return root;
  }

  @Override
  public PageHead head() {
    return head;
  }

  @Override
  public void shown(String subject) {
    statement.show(CodeSample.of(CodeLanguage.SQL, subject));
    head.caption(LogWords.line(subject));
    model.open(subject);
  }

  @Override
  public void hidden() {
    model.leave();
  }

  private void show(PatternDetail found) {
    found.figures().ifPresent(figures -> showFigures(figures, found.tenantCount()));
    Instant now = Instant.now();
    LogSpan span = new LogSpan(now.minus(DAY), now);
    day.show(new QueryCharts(span, new LogSeries(HOUR.toSeconds(), found.hours())).hourly());
    slowest.show(found.slowest());
    failures.show(found.failures());
    shares.show(found.tenants(), found.tenantCount());
  }

  private void showFigures(QueryPattern figures, long tenantCount) {
    count.show(Figures.count(figures.count()), "", false);
    count.change(Text.of("pattern.on", tenantCount), false);
    total.show(Figures.milliseconds(figures.totalMs()), "", false);
    p95.show(Figures.milliseconds(figures.p95Ms()), "", false);
    p95.change(Text.of("pattern.max", Figures.milliseconds(figures.maxMs())), false);
    errors.show(Figures.count(figures.failed()), "", figures.failed() == 0);
  }

  private void showPlan() {
    String problem = model.planProblem().get();
    plan.setText(
        problem.isEmpty()
            ? Optional.of(model.plan().get())
                .filter(text -> !text.isEmpty())
                .orElseGet(() -> Text.of("pattern.noPlan"))
            : Text.of("pattern.planFailed", problem));
  }

  private void openQuery() {
    model.sample().ifPresent(row -> navigator.go(ScreenRoute.QUERY, LogWords.queryPlace(row)));
  }

  private void openLog(String filter) {
    navigator.go(ScreenRoute.LOGS, filter);
  }
}
