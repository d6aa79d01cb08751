package io.tenantry.app.shell;

import io.tenantry.app.controls.Buttons;
import io.tenantry.app.controls.KeyHint;
import io.tenantry.app.controls.Labels;
import io.tenantry.app.controls.Panels;
import io.tenantry.app.controls.icons.Icon;
import io.tenantry.app.controls.icons.Icons;
import io.tenantry.app.navigation.Place;
import io.tenantry.app.navigation.ScreenRoute;
import io.tenantry.app.settings.WindowSettings;
import io.tenantry.app.text.Text;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/**
 * The places of the console in groups, those of the engine above, the console's own below. It folds
 * to icons when the user wants it, and by itself while the window is narrow. UI thread.
 */
final class Sidebar extends VBox {
  private static final double NARROW = 960;

  /** A group, with the key of its name; empty for one without. */
  private record Group(String key, List<ScreenRoute> routes) {}

  private static final List<Group> GROUPS =
      List.of(
          new Group("", List.of(ScreenRoute.OVERVIEW)),
          new Group("shell.group.design", List.of(ScreenRoute.WORKSPACES, ScreenRoute.BLUEPRINTS)),
          new Group(
              "shell.group.run",
              List.of(ScreenRoute.DEPLOYMENTS, ScreenRoute.TENANTS, ScreenRoute.QUERY)),
          new Group(
              "shell.group.observe",
              List.of(ScreenRoute.LOGS, ScreenRoute.BACKUPS, ScreenRoute.JOBS)));

  private final ShellViewModel model;
  private final WindowSettings settings;
  private final Map<ScreenRoute, NavItem> items = new EnumMap<>(ScreenRoute.class);
  private final Button toggle = Buttons.icon(Icon.FOLD, "", this::toggle);
  private final Tooltip toggleName = new Tooltip();
  private boolean narrow;
  private boolean openThoughNarrow;

  Sidebar(ShellViewModel model, WindowSettings settings) {
    this.model = model;
    this.settings = settings;
    getStyleClass().add("sidebar");
    toggle.setTooltip(toggleName);
    model.factory().subscribe((_, _) -> fill());
    model.attempt().subscribe((_, _) -> fillAnew());
    fill();
    model.navigator().current().subscribe(this::mark);
    model.attention().subscribe(this::count);
    settings.sidebarCollapsedProperty().subscribe(_ -> fold());
    sceneProperty().flatMap(Scene::widthProperty).subscribe(this::widthChanged);
  }

  static Icon iconOf(ScreenRoute route) {
    return switch (route) {
      case OVERVIEW -> Icon.OVERVIEW;
      case WORKSPACES, WORKSPACE -> Icon.WORKSPACES;
      case DIFF -> Icon.PENDING_CHANGES;
      case BLUEPRINTS, BLUEPRINT -> Icon.BLUEPRINTS;
      case DEPLOYMENTS, DEPLOYMENT -> Icon.DEPLOYMENTS;
      case TENANTS, TENANT -> Icon.TENANTS;
      case QUERY -> Icon.QUERY;
      case LOGS, PATTERN -> Icon.LOGS;
      case BACKUPS, BACKUP -> Icon.BACKUPS;
      case JOBS -> Icon.JOBS;
      case CONNECTIONS -> Icon.CONNECTIONS;
      case SETTINGS -> Icon.SETTINGS;
    };
  }

  /** Folds or unfolds; while the window is narrow, until it is not any more. */
  void toggle() {
    boolean open = isFolded();
    openThoughNarrow = narrow && open;
    if (!narrow || open) {
      settings.sidebarCollapsedProperty().set(!open);
    }
    fold();
  }

  private boolean isFolded() {
    return settings.sidebarCollapsedProperty().get() || narrow && !openThoughNarrow;
  }

  private void widthChanged(@Nullable Number width) {
    boolean isNarrow = width != null && width.doubleValue() > 0 && width.doubleValue() < NARROW;
    if (isNarrow != narrow) {
      narrow = isNarrow;
      openThoughNarrow = false;
      fold();
    }
  }

  /** Leaves the entries alone, and the focus with them, while they are the right ones. */
  private void fillAnew() {
    if (!Set.copyOf(model.sidebar()).equals(items.keySet())) {
      fill();
    }
  }

  private void fill() {
    getChildren().clear();
    items.clear();
    List<ScreenRoute> offered = model.sidebar();
    HBox top = new HBox();
    top.getStyleClass().add("nav-top");
    getChildren().add(top);
    for (Group group : GROUPS) {
      List<ScreenRoute> routes = group.routes().stream().filter(offered::contains).toList();
      if (!routes.isEmpty()) {
        addOverline(group.key());
        routes.forEach(this::add);
      }
    }
    Region space = Panels.spacer();
    space.getStyleClass().add("nav-space");
    top.getChildren().addAll(space, toggle);
    Region gap = new Region();
    VBox.setVgrow(gap, Priority.ALWAYS);
    getChildren().add(gap);
    offered.stream().filter(ScreenRoute::standsAlone).forEach(this::add);
    mark(model.navigator().current().get());
    count(model.attention().get());
    fold();
  }

  private void addOverline(String key) {
    if (!key.isEmpty()) {
      Label name = Labels.overline(Text.of(key));
      name.getStyleClass().add("nav-group");
      Region rule = new Region();
      rule.getStyleClass().add("nav-rule");
      getChildren().addAll(name, rule);
    }
  }

  private void add(ScreenRoute route) {
    NavItem item = new NavItem(route);
    item.setOnAction(
        _ -> {
          model.navigator().go(route);
          mark(model.navigator().current().get());
        });
    items.put(route, item);
    getChildren().add(item);
  }

  private void mark(Place place) {
    items.forEach((route, item) -> item.setSelected(route == place.route().root()));
  }

  private void count(Attention now) {
    attention(ScreenRoute.WORKSPACES, now.changes(), false, "shell.sidebar.pending");
    boolean failed = now.failed() > 0;
    attention(
        ScreenRoute.DEPLOYMENTS,
        failed ? now.failed() : now.running(),
        failed,
        failed ? "shell.sidebar.failed" : "shell.sidebar.running");
  }

  private void attention(ScreenRoute route, int number, boolean isFailure, String key) {
    NavItem item = items.get(route);
    if (item != null) {
      item.attention(number, isFailure, number == 0 ? "" : Text.of(key, number));
    }
  }

  private void fold() {
    boolean folded = isFolded();
    getStyleClass().remove("collapsed");
    if (folded) {
      getStyleClass().add("collapsed");
    }
    items.values().forEach(item -> item.fold(folded));
    lookupAll(".nav-group").forEach(name -> show(name, !folded));
    lookupAll(".nav-space").forEach(space -> show(space, !folded));
    lookupAll(".nav-rule").forEach(rule -> show(rule, folded));
    String name = Text.of(folded ? "shell.sidebar.unfold" : "shell.sidebar.fold");
    toggle.setGraphic(Icons.of(folded ? Icon.UNFOLD : Icon.FOLD));
    toggle.setAccessibleText(name);
    toggleName.setText(name + "  " + KeyHint.spoken("Shortcut+B"));
  }

  private static void show(Node node, boolean isShown) {
    node.setVisible(isShown);
    node.setManaged(isShown);
  }
}
