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
import io.tenantry.app.navigation.Route;
import io.tenantry.app.text.Text;
import io.tenantry.contract.logs.LogSearch;
import io.tenantry.contract.logs.LogWindow;
import io.tenantry.contract.logs.ProjectPattern;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
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
  private volatile LogWindow asked = LogWindow.DAY;

  PatternsTab(LogTools tools) {
    navigator = tools.navigator();
    list =
        new LoadedList<>(
            () -> tools.logs().patterns(LogSearch.all().since(Instant.now().minus(asked.length()))),
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
        .columns(PatternColumns.all())
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
    navigator.go(Route.PATTERN, row.figures().pattern());
  }
}
