package io.tenantry.app.screens.logs;

import io.tenantry.app.controls.PageTabs;
import io.tenantry.app.controls.Panels;
import io.tenantry.app.controls.StyleSheets;
import io.tenantry.app.controls.actions.Action;
import io.tenantry.app.controls.icons.Icon;
import io.tenantry.app.dialogs.FileDialogs;
import io.tenantry.app.fx.Command;
import io.tenantry.app.page.PageHead;
import io.tenantry.app.page.Screen;
import io.tenantry.app.text.Figures;
import io.tenantry.app.text.Text;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.layout.VBox;

/**
 * What queries run in the whole project: the log, patterns, charts, tenants that differ. Its
 * subject is a filter of the log. Only the tab that is seen asks the engine.
 */
public final class LogsView implements Screen {
  private static final int LOG = 0;
  private static final int PATTERNS = 1;
  private static final int CHARTS = 2;

  private final LogViewModel log;
  private final ChartsViewModel charts;
  private final LogTab logTab;
  private final PatternsTab patternsTab;
  private final UnlikeTab unlikeTab;
  private final LogExport export;
  private final ZoneId zone;
  private final PageTabs tabs = new PageTabs();
  private final PageHead head;
  private final VBox root;
  private int open = -1;

  public LogsView(LogViewModel log, ChartsViewModel charts, LogTools tools, FileDialogs files) {
    this.log = log;
    this.charts = charts;
    zone = log.zone();
    export = new LogExport(tools.logs(), files, tools.tasks(), tools.errors());
    logTab = LogTab.ofProject(log, tools.navigator(), tools.memory());
    patternsTab = new PatternsTab(tools, LogOf.PROJECT);
    unlikeTab = new UnlikeTab(tools, zone, this::openLog);
    ChartsTab chartsTab =
        new ChartsTab(charts, tools.tasks(), tools.navigator(), zone, this::openLog);
    tabs.add(Text.of("logs.tab.log"), logTab.node())
        .add(Text.of("logs.tab.patterns"), patternsTab.node())
        .add(Text.of("logs.tab.charts"), chartsTab.node())
        .add(Text.of("logs.tab.unlike"), unlikeTab.node());
    tabs.getSelectionModel().selectedIndexProperty().subscribe((_, _) -> switchTab());
    head = createHead();
    root = StyleSheets.add(Panels.page(tabs), LogsView.class, "logs.css");
  }

  private PageHead createHead() {
    PageHead made =
        new PageHead(Text.of("route.logs"))
            .actions(
                Action.of(Text.of("logs.refresh"), Icon.REFRESH, this::refresh)
                    .iconOnly()
                    .keys("F5"));
    for (LogFormat format : LogFormat.values()) {
      made.menu(
          Action.of(
                  Text.of("logs.export.as", Text.of("logs.format." + format.suffix())),
                  Icon.EXPORT,
                  () -> export(format))
              .enabledWhile(
                  Bindings.createBooleanBinding(
                      this::canExport,
                      log.live(),
                      log.list().total(),
                      log.list().work(),
                      tabs.getSelectionModel().selectedIndexProperty())));
    }
    made.captionProperty()
        .bind(
            Bindings.createStringBinding(
                this::caption,
                log.list().readings(),
                log.list().state(),
                log.live(),
                tabs.getSelectionModel().selectedIndexProperty()));
    return made;
  }

  private boolean canExport() {
    return tabs.shown() == LOG
        && !log.live().get()
        && log.list().total().get() > 0
        && log.list().work().get().isEmpty();
  }

  private void export(LogFormat format) {
    log.snapshot()
        .ifPresent(
            shown -> export.start(format, shown, log.list().total().get(), log.list().work()));
  }

  private String caption() {
    if (tabs.shown() != LOG) {
      return Text.of("logs.caption." + tabs.shown());
    }
    if (log.live().get()) {
      return Text.of("logs.caption.live", Figures.count(TailFeed.KEPT));
    }
    return log.snapshot()
        .filter(shown -> shown.newest().isPresent())
        .map(
            shown ->
                Text.of(
                    "logs.caption.still",
                    Figures.count(log.list().total().get()),
                    Figures.second(shown.at(), zone)))
        .orElseGet(() -> Text.of("logs.caption.none"));
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
    if (!subject.isEmpty()) {
      log.live().set(false);
      tabs.show(LOG);
    }
    enter(subject);
  }

  @Override
  public void hidden() {
    leave();
  }

  private void openLog(String filter) {
    log.live().set(false);
    log.list().filterProperty().set(filter);
    tabs.show(LOG);
  }

  private void switchTab() {
    if (open >= 0) {
      leave();
      enter("");
    }
  }

  private void enter(String filter) {
    open = tabs.shown();
    switch (open) {
      case LOG -> {
        log.enter();
        logTab.screen().shown(filter);
      }
      case PATTERNS -> patternsTab.screen().shown("");
      case CHARTS -> charts.enter();
      default -> unlikeTab.screen().shown("");
    }
  }

  private void leave() {
    switch (open) {
      case LOG -> log.leave();
      case PATTERNS -> patternsTab.screen().hidden();
      case CHARTS -> charts.leave();
      default -> unlikeTab.screen().hidden();
    }
    open = -1;
  }

  private void refresh() {
    switch (tabs.shown()) {
      case LOG -> log.refresh();
      case PATTERNS -> patternsTab.list().load();
      case CHARTS -> charts.load();
      default -> unlikeTab.list().load();
    }
  }

  @Override
  public List<Command> commands() {
    List<Command> all = new ArrayList<>(tabs.commands());
    List<List<Command>> lists =
        List.of(
            logTab.screen().commands(),
            patternsTab.screen().commands(),
            List.of(),
            unlikeTab.screen().commands());
    lists.stream()
        .flatMap(List::stream)
        .map(Command::title)
        .distinct()
        .map(title -> inShownTab(title, lists))
        .forEach(all::add);
    all.add(
        new Command(
            Text.of("logs.live.toggle"),
            "Shortcut+L",
            () -> log.live().set(tabs.shown() == LOG && !log.live().get())));
    return all;
  }

  /** The same words and keys mean the list that is seen. */
  private Command inShownTab(String title, List<List<Command>> lists) {
    Command any =
        lists.stream()
            .flatMap(List::stream)
            .filter(each -> each.title().equals(title))
            .findFirst()
            .orElseThrow();
    return new Command(
        title,
        any.keys(),
        () ->
            lists.get(tabs.shown()).stream()
                .filter(each -> each.title().equals(title))
                .findFirst()
                .ifPresent(each -> each.run().run()));
  }
}
