package io.tenantry.app.screens.logs;

import io.tenantry.app.controls.Buttons;
import io.tenantry.app.controls.Labels;
import io.tenantry.app.controls.icons.Icon;
import io.tenantry.app.controls.placeholders.EmptyState;
import io.tenantry.app.controls.tables.DataColumn;
import io.tenantry.app.lists.ListScreen;
import io.tenantry.app.lists.ListSetup;
import io.tenantry.app.lists.LoadedList;
import io.tenantry.app.lists.RowAction;
import io.tenantry.app.navigation.Navigator;
import io.tenantry.app.navigation.ScreenRoute;
import io.tenantry.app.text.Figures;
import io.tenantry.app.text.Text;
import io.tenantry.contract.logs.LogWindow;
import io.tenantry.contract.logs.ProjectLogs;
import io.tenantry.contract.logs.UnlikeTenants;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** Tenants that differ from the others or from their own day before, and why. UI thread. */
final class UnlikeTab {
  private static final Duration CALM = Duration.ofMinutes(10);

  private final Navigator navigator;
  private final ZoneId zone;
  private final Consumer<String> openLog;
  private final LoadedList<UnlikeTenants.Tenant> list;
  private final ListScreen<UnlikeTenants.Tenant> screen;
  private final Label caption = Labels.caption("");
  private final EmptyState alike = nothing("unlike.empty");
  private final EmptyState uncompared = nothing("unlike.uncompared");
  private final VBox root;
  private volatile Optional<UnlikeTenants> answer = Optional.empty();

  /**
   * Creates it.
   *
   * @param openLog shows the log under a filter
   */
  UnlikeTab(LogTools tools, ZoneId zone, Consumer<String> openLog) {
    navigator = tools.navigator();
    this.zone = zone;
    this.openLog = openLog;
    list =
        new LoadedList<>(
            () -> read(tools.logs()),
            row -> row.tenantId().value(),
            row -> row.tenantId().value(),
            orders(),
            tools.tasks(),
            tools.errors());
    list.follow(_ -> CALM);
    list.onRead(_ -> say());
    screen = new ListScreen<>(list, setup(), tools.memory());
    caption.setWrapText(true);
    caption.setMinHeight(Region.USE_PREF_SIZE);
    uncompared.setVisible(false);
    HBox bar = new HBox(caption);
    bar.getStyleClass().add("log-bar");
    VBox.setVgrow(screen.node(), Priority.ALWAYS);
    root = new VBox(bar, screen.node());
    root.getStyleClass().add("log-tab");
  }

  private List<UnlikeTenants.Tenant> read(ProjectLogs logs) {
    UnlikeTenants found = logs.unlike();
    answer = Optional.of(found);
    return found.tenants();
  }

  private void say() {
    answer.ifPresent(
        found -> {
          caption.setText(UnlikeWords.caption(found, zone));
          alike.setVisible(found.compared() > 0);
          uncompared.setVisible(found.compared() == 0);
        });
  }

  Region node() {
    return root;
  }

  LoadedList<UnlikeTenants.Tenant> list() {
    return list;
  }

  ListScreen<UnlikeTenants.Tenant> screen() {
    return screen;
  }

  private ListSetup<UnlikeTenants.Tenant> setup() {
    return new ListSetup<UnlikeTenants.Tenant>("unlike")
        .columns(columns())
        .opening(this::open)
        .action(
            RowAction.<UnlikeTenants.Tenant>one(Text.of("unlike.open"), Icon.LOGS, this::open)
                .quick())
        .action(
            RowAction.one(
                Text.of("logs.openTenant"),
                Icon.TENANTS,
                row -> navigator.go(ScreenRoute.TENANT, row.tenantId().value())))
        .whenEmpty(new StackPane(alike, uncompared));
  }

  private EmptyState nothing(String key) {
    return new EmptyState(Icon.LOGS, Text.of(key + ".title"), Text.of(key + ".text"))
        .action(Buttons.normal(Text.of("logs.refresh"), () -> list.load()));
  }

  private void open(UnlikeTenants.Tenant row) {
    openLog.accept(LogTerms.ofTenant(row.tenantId(), LogWindow.DAY));
  }

  private static List<DataColumn<UnlikeTenants.Tenant, ?>> columns() {
    return List.of(
        NameWithAvatar.column(title("tenant"), UnlikeTenants.Tenant::tenantId).room(160, 200),
        DataColumn.<UnlikeTenants.Tenant>text(title("why"), UnlikeWords::why)
            .named("why")
            .unsorted()
            .tip(Function.identity())
            .room(240, 420)
            .grow(),
        DataColumn.<UnlikeTenants.Tenant>number(title("queries"), UnlikeTenants.Tenant::queries)
            .named("queries"),
        DataColumn.<UnlikeTenants.Tenant>number(title("errors"), UnlikeTenants.Tenant::failed)
            .named("errors")
            .leaves(1),
        DataColumn.<UnlikeTenants.Tenant>text(
                title("p95"), row -> Figures.milliseconds(row.p95Ms()))
            .named("p95")
            .styled("number-cell")
            .room(80, 88)
            .leaves(2));
  }

  private static Map<String, Comparator<UnlikeTenants.Tenant>> orders() {
    return Map.of(
        "tenant", Comparator.comparing(row -> row.tenantId().value()),
        "queries", Comparator.comparingLong(UnlikeTenants.Tenant::queries),
        "errors", Comparator.comparingLong(UnlikeTenants.Tenant::failed),
        "p95", Comparator.comparingDouble(UnlikeTenants.Tenant::p95Ms));
  }

  private static String title(String column) {
    return Text.of("unlike.column." + column);
  }
}
