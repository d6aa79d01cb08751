package io.tenantry.app.screens.logs;

import io.tenantry.app.controls.Buttons;
import io.tenantry.app.controls.Panels;
import io.tenantry.app.controls.forms.Segments;
import io.tenantry.app.controls.icons.Icon;
import io.tenantry.app.controls.placeholders.EmptyState;
import io.tenantry.app.lists.ListScreen;
import io.tenantry.app.lists.ListSetup;
import io.tenantry.app.lists.LoadedList;
import io.tenantry.app.lists.RowAction;
import io.tenantry.app.navigation.Navigator;
import io.tenantry.app.navigation.ScreenRoute;
import io.tenantry.app.text.Text;
import io.tenantry.contract.logs.LogSearch;
import io.tenantry.contract.logs.LogWindow;
import io.tenantry.contract.logs.ProjectPattern;
import io.tenantry.contract.tenants.TenantId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** Queries that differ in their values only, those that took most time first. UI thread. */
final class PatternsTab {
  private static final Duration CALM = Duration.ofMinutes(1);

  private final LoadedList<ProjectPattern> list;
  private final ListScreen<ProjectPattern> screen;
  private final ObjectProperty<LogWindow> window = new SimpleObjectProperty<>(LogWindow.DAY);
  private final Navigator navigator;
  private final VBox root;
  private final LogOf of;
  private volatile LogWindow asked = LogWindow.DAY;
  private volatile Optional<TenantId> only = Optional.empty();

  /**
   * Creates it.
   *
   * @param of whose queries; those of a tenant once {@link #only} said which
   */
  PatternsTab(LogTools tools, LogOf of) {
    this.of = of;
    navigator = tools.navigator();
    list =
        new LoadedList<>(
            () -> tools.logs().patterns(search()),
            row -> row.figures().pattern(),
            row -> row.figures().pattern(),
            PatternColumns.orders(),
            tools.tasks(),
            tools.errors());
    list.follow(_ -> CALM);
    screen = new ListScreen<>(list, setup(), tools.memory());
    window.subscribe((_, now) -> look(now));
    Segments<LogWindow> range =
        Segments.small(Text.of("logs.range"), List.of(LogWindow.values()), LogWindow::code, window);
    HBox bar = new HBox(Panels.spacer(), range);
    bar.getStyleClass().add("log-bar");
    VBox.setVgrow(screen.node(), Priority.ALWAYS);
    root = new VBox(bar, screen.node());
    root.getStyleClass().add("log-tab");
  }

  /** Shows the queries of one tenant only. */
  void only(TenantId tenant) {
    only = Optional.of(tenant);
  }

  private LogSearch search() {
    LogSearch since = LogSearch.all().since(Instant.now().minus(asked.length()));
    return only.map(since::ofTenant).orElse(since);
  }

  private void look(LogWindow now) {
    asked = now;
    list.load();
  }

  Region node() {
    return root;
  }

  LoadedList<ProjectPattern> list() {
    return list;
  }

  ListScreen<ProjectPattern> screen() {
    return screen;
  }

  private ListSetup<ProjectPattern> setup() {
    return new ListSetup<ProjectPattern>("patterns")
        .rememberedAs(of.remembered("patterns"))
        .columns(PatternColumns.all(of))
        .opening(this::open)
        .action(
            RowAction.<ProjectPattern>one(Text.of("patterns.open"), Icon.LOGS, this::open).quick())
        .whenEmpty(
            new EmptyState(
                    Icon.LOGS, Text.of("patterns.empty.title"), Text.of("patterns.empty.text"))
                .action(
                    Buttons.normal(
                        Text.of("patterns.empty.month"), () -> window.set(LogWindow.MONTH))));
  }

  private void open(ProjectPattern row) {
    navigator.go(ScreenRoute.PATTERN, row.figures().pattern());
  }
}
