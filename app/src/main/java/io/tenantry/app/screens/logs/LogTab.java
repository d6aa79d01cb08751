package io.tenantry.app.screens.logs;

import io.tenantry.app.controls.Buttons;
import io.tenantry.app.controls.Labels;
import io.tenantry.app.controls.icons.Icon;
import io.tenantry.app.controls.icons.Icons;
import io.tenantry.app.controls.placeholders.EmptyState;
import io.tenantry.app.lists.Chosen;
import io.tenantry.app.lists.ListScreen;
import io.tenantry.app.lists.ListSetup;
import io.tenantry.app.lists.RowAction;
import io.tenantry.app.navigation.Navigator;
import io.tenantry.app.navigation.ScreenRoute;
import io.tenantry.app.settings.ProjectMemory;
import io.tenantry.app.text.Figures;
import io.tenantry.app.text.Text;
import io.tenantry.contract.Coded;
import io.tenantry.contract.logs.LogType;
import io.tenantry.contract.logs.LogWindow;
import io.tenantry.contract.logs.ProjectEntry;
import io.tenantry.contract.logs.QuerySource;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.StringProperty;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** The log: choices, filter, list, live; one query in detail. UI thread. */
final class LogTab {
  private final LogViewModel model;
  private final LogOf of;
  private final LogActions actions;
  private final Navigator navigator;
  private final ListScreen<ProjectEntry> screen;
  private final EntryPanel panel;
  private final VBox root;
  private Optional<ProjectEntry> inPanel = Optional.empty();

  private LogTab(LogViewModel model, Navigator navigator, ProjectMemory memory, LogOf of) {
    this.model = model;
    this.navigator = navigator;
    this.of = of;
    actions = new LogActions(navigator, of, this::onlyTenant);
    panel = new EntryPanel(actions, model.zone(), this::closePanel);
    screen = new ListScreen<>(model.list(), setup(), memory);
    VBox.setVgrow(screen.node(), Priority.ALWAYS);
    root = new VBox(bar(), screen.node());
    root.getStyleClass().add("log-tab");
    model.list().marks().version().subscribe((_, _) -> showSelected());
    model.list().readings().subscribe((_, _) -> showSelected());
  }

  /** The log of the whole project. */
  static LogTab ofProject(LogViewModel model, Navigator navigator, ProjectMemory memory) {
    return new LogTab(model, navigator, memory, LogOf.PROJECT);
  }

  /** The log of one tenant, on its page. */
  static LogTab ofTenant(LogViewModel model, Navigator navigator, ProjectMemory memory) {
    return new LogTab(model, navigator, memory, LogOf.TENANT);
  }

  Region node() {
    return root;
  }

  ListScreen<ProjectEntry> screen() {
    return screen;
  }

  private Node bar() {
    StringProperty filter = model.list().filterProperty();
    FlowPane choices =
        new FlowPane(
            choice(filter, LogTerms.TYPE, LogType.values()),
            choice(filter, LogTerms.SOURCE, QuerySource.values()),
            choice(filter, LogTerms.SINCE, LogWindow.values()));
    choices.getStyleClass().add("log-choices");
    HBox.setHgrow(choices, Priority.ALWAYS);
    HBox bar = new HBox(choices, liveWords(), wholeLog(), pause(), live());
    bar.getStyleClass().add("log-bar");
    bar.setMinHeight(Region.USE_PREF_SIZE);
    return bar;
  }

  private static Node choice(StringProperty filter, String key, Coded[] values) {
    List<String> codes = Arrays.stream(values).map(Coded::code).toList();
    return new TermChoice(filter, key)
        .control(
            Text.of("logs.filter." + key),
            codes,
            value -> Text.of("logs." + key + "." + (value.isEmpty() ? "any" : value)));
  }

  private ToggleButton live() {
    ToggleButton live = new ToggleButton(Text.of("logs.live"));
    Region dot = new Region();
    dot.getStyleClass().addAll("dot", "live-dot");
    live.setGraphic(dot);
    live.getStyleClass().addAll("small", "live-switch");
    live.setMinWidth(Region.USE_PREF_SIZE);
    live.selectedProperty().bindBidirectional(model.live());
    return live;
  }

  private Button pause() {
    Button pause =
        Buttons.small(
            Buttons.normal(Text.of("logs.pause"), () -> model.paused().set(!model.paused().get())));
    pause
        .textProperty()
        .bind(model.paused().map(paused -> Text.of(paused ? "logs.goOn" : "logs.pause")));
    pause
        .graphicProperty()
        .bind(model.paused().map(paused -> Icons.of(paused ? Icon.RUN : Icon.PAUSE)));
    pause.setMinWidth(Region.USE_PREF_SIZE);
    pause.visibleProperty().bind(model.live());
    return pause;
  }

  private Label liveWords() {
    Label words = Labels.caption("");
    words.getStyleClass().add("live-words");
    words.textProperty().bind(model.told().map(LogTab::words));
    words.setMinWidth(0);
    words.visibleProperty().bind(model.live());
    return words;
  }

  /** What is not shown live stands in the log. */
  private Hyperlink wholeLog() {
    Hyperlink whole = Buttons.link(Text.of("logs.live.whole"), () -> model.live().set(false));
    whole.setMinWidth(Region.USE_PREF_SIZE);
    whole.visibleProperty().bind(model.told().map(told -> told.leftOut() > 0));
    whole.managedProperty().bind(whole.visibleProperty());
    return whole;
  }

  private static String words(TailFeed.Told told) {
    String came =
        told.sincePause() > 0
            ? Text.of("logs.live.paused", Figures.count(told.sincePause()))
            : Text.of("logs.live.came", Figures.count(told.came()));
    return told.leftOut() == 0
        ? came
        : came + " · " + Text.of("logs.live.leftOut", Figures.count(told.leftOut()));
  }

  private ListSetup<ProjectEntry> setup() {
    ListSetup<ProjectEntry> setup =
        new ListSetup<ProjectEntry>("logs")
            .rememberedAs(of.remembered("logs"))
            .columns(LogColumns.all(model.zone(), of))
            .filteredBy(LogTerms.LANGUAGE)
            .opening(_ -> openPanel())
            .panel(panel)
            .action(
                RowAction.<ProjectEntry>one(
                    Text.of("logs.details"), Icon.DETAILS, _ -> openPanel()))
            .action(
                RowAction.<ProjectEntry>one(Text.of("logs.openQuery"), Icon.QUERY, actions::query)
                    .quick())
            .whenEmpty(empty());
    return of == LogOf.TENANT
        ? setup
        : setup
            .action(RowAction.one(Text.of("logs.openTenant"), Icon.TENANTS, actions::tenant))
            .action(RowAction.one(Text.of("logs.onlyTenant"), Icon.FILTER, actions::onlyTenant));
  }

  private EmptyState empty() {
    return new EmptyState(Icon.LOGS, Text.of("logs.empty.title"), Text.of("logs.empty.text"))
        .action(
            Buttons.primary(
                Text.of("logs.empty.query"), Icon.QUERY, () -> navigator.go(ScreenRoute.QUERY)))
        .link(Buttons.link(Text.of("logs.empty.tenants"), () -> navigator.go(ScreenRoute.TENANTS)));
  }

  private void onlyTenant(ProjectEntry row) {
    StringProperty filter = model.list().filterProperty();
    filter.set(LogTerms.onlyTenant(filter.get(), row.tenantId()));
  }

  private void openPanel() {
    screen.openPanel();
  }

  private void closePanel() {
    screen.closePanel();
  }

  private void showSelected() {
    Chosen<ProjectEntry> chosen = model.list().chosen();
    Optional<ProjectEntry> one =
        chosen instanceof Chosen.Rows<ProjectEntry>(List<ProjectEntry> rows) && rows.size() == 1
            ? Optional.of(rows.getFirst())
            : Optional.empty();
    if (!one.equals(inPanel)) {
      panel.show(one);
      inPanel = one;
    }
  }
}
