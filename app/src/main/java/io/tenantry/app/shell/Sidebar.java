package io.tenantry.app.shell;

import io.tenantry.app.controls.Buttons;
import io.tenantry.app.controls.KeyHint;
import io.tenantry.app.controls.icons.Icon;
import io.tenantry.app.controls.icons.Icons;
import io.tenantry.app.navigation.Place;
import io.tenantry.app.navigation.Route;
import io.tenantry.app.settings.Settings;
import io.tenantry.app.text.Text;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javafx.scene.control.Button;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** The places of the console, those of the engine above, the console's own below. UI thread. */
final class Sidebar extends VBox {
  private final ShellViewModel model;
  private final Settings settings;
  private final Map<Route, ToggleButton> items = new EnumMap<>(Route.class);

  Sidebar(ShellViewModel model, Settings settings) {
    this.model = model;
    this.settings = settings;
    getStyleClass().add("sidebar");
    model.factory().subscribe(_ -> fill());
    model.attempt().subscribe((_, _) -> fillAnew());
    model.navigator().current().subscribe(this::mark);
    settings.sidebarCollapsedProperty().subscribe(this::collapse);
  }

  static Icon iconOf(Route route) {
    return switch (route) {
      case WORKSPACES, WORKSPACE -> Icon.WORKSPACES;
      case DIFF -> Icon.PENDING_CHANGES;
      case BLUEPRINTS, BLUEPRINT -> Icon.BLUEPRINTS;
      case DEPLOYMENTS, DEPLOYMENT -> Icon.DEPLOYMENTS;
      case TENANTS -> Icon.TENANTS;
      case QUERY -> Icon.QUERY;
      case CONNECTIONS -> Icon.CONNECTIONS;
      case SETTINGS -> Icon.SETTINGS;
    };
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
    List<Route> routes = model.sidebar();
    routes.stream().filter(route -> !route.standsAlone()).forEach(this::add);
    Region space = new Region();
    VBox.setVgrow(space, Priority.ALWAYS);
    getChildren().add(space);
    routes.stream().filter(Route::standsAlone).forEach(this::add);
    getChildren().add(collapseButton());
    mark(model.navigator().current().get());
  }

  private void add(Route route) {
    ToggleButton item = new ToggleButton(Text.of(route.titleKey()), Icons.of(iconOf(route)));
    item.getStyleClass().add("nav-item");
    item.setMaxWidth(Double.MAX_VALUE);
    item.setTooltip(new Tooltip(tip(route)));
    item.setOnAction(
        _ -> {
          model.navigator().go(route);
          mark(model.navigator().current().get());
        });
    items.put(route, item);
    getChildren().add(item);
  }

  private static String tip(Route route) {
    String keys = ShellKeys.keysOf(route);
    String title = Text.of(route.titleKey());
    return keys.isEmpty() ? title : title + "  " + KeyHint.spoken(keys);
  }

  private Button collapseButton() {
    Button button =
        Buttons.quiet(
            Text.of("shell.sidebar.collapse"),
            Icon.FOLD,
            () ->
                settings
                    .sidebarCollapsedProperty()
                    .set(!settings.sidebarCollapsedProperty().get()));
    button.getStyleClass().setAll("button", "nav-item");
    button.setMaxWidth(Double.MAX_VALUE);
    button.setTooltip(new Tooltip(Text.of("shell.sidebar.toggle")));
    boolean collapsed = settings.sidebarCollapsedProperty().get();
    button.setGraphic(Icons.of(collapsed ? Icon.UNFOLD : Icon.FOLD, "icon-muted"));
    return button;
  }

  private void mark(Place place) {
    items.forEach((route, item) -> item.setSelected(route == place.route().root()));
  }

  private void collapse(boolean collapsed) {
    getStyleClass().remove("collapsed");
    if (collapsed) {
      getStyleClass().add("collapsed");
    }
    fill();
  }
}
