package io.tenantry.app.screens.query;

import io.tenantry.app.connect.Connection;
import io.tenantry.app.controls.icons.Icon;
import io.tenantry.app.controls.icons.Icons;
import io.tenantry.app.text.Text;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/**
 * The tabs of the query screen as a strip, each with the colour of its connection. The toolkit's
 * tabs without what belongs to them, which the screen shows elsewhere. UI thread.
 */
final class TabStrip extends TabPane {
  private static final double MENU = 32;

  /** All are as wide, so that none moves or is cut while its text, and so its name, grows. */
  private static final double TAB = 224;

  private final QueryViewModel model;
  private final Consumer<QueryTab> onClose;
  private final StringProperty colour = new SimpleStringProperty("");
  private final Subscription connected;
  private final Map<QueryTab, Tab> shown = new HashMap<>();

  /**
   * Creates the strip.
   *
   * @param connection outlives the strip, which therefore has to be left
   * @param onShow is told which tab is in front; empty when there is none
   * @param onClose closes a tab
   */
  TabStrip(
      QueryViewModel model,
      ObservableValue<Connection> connection,
      Consumer<Optional<QueryTab>> onShow,
      Consumer<QueryTab> onClose) {
    this.model = model;
    this.onClose = onClose;
    connected = connection.subscribe(now -> colour.set(now.colour().styleClass()));
    getStyleClass().add("tab-strip");
    setTabMinWidth(TAB);
    setTabMaxWidth(TAB);
    setTabClosingPolicy(TabClosingPolicy.ALL_TABS);
    setTabDragPolicy(TabDragPolicy.FIXED);
    model.tabs().subscribe(this::follow);
    getSelectionModel().selectedItemProperty().subscribe((_, now) -> onShow.accept(tabOf(now)));
    follow();
  }

  /** Follows the connection no longer, because it is left. */
  void leave() {
    connected.unsubscribe();
  }

  /** With less than this the toolkit shows its menu of tabs, although all of them fit. */
  @Override
  protected double computePrefWidth(double height) {
    return super.computePrefWidth(height) + MENU;
  }

  /** Brings a tab to the front. */
  void select(QueryTab tab) {
    Tab node = shown.get(tab);
    if (node != null) {
      getSelectionModel().select(node);
    }
  }

  /** Goes on by some tabs, around the ends. */
  void step(int by) {
    int count = getTabs().size();
    if (count > 0) {
      getSelectionModel().select(Math.floorMod(getSelectionModel().getSelectedIndex() + by, count));
    }
  }

  private static Optional<QueryTab> tabOf(@Nullable Tab node) {
    return node != null && node.getUserData() instanceof QueryTab tab
        ? Optional.of(tab)
        : Optional.empty();
  }

  /** A tab that comes is in front. */
  private void follow() {
    shown.keySet().retainAll(model.tabs());
    List<Tab> wanted = new ArrayList<>();
    model.tabs().forEach(tab -> wanted.add(shown.computeIfAbsent(tab, this::node)));
    List<Tab> before = List.copyOf(getTabs());
    if (!before.equals(wanted)) {
      getTabs().removeIf(tab -> !wanted.contains(tab));
      for (int place = 0; place < wanted.size(); place++) {
        if (!getTabs().contains(wanted.get(place))) {
          getTabs().add(place, wanted.get(place));
        }
      }
    }
    model.front().ifPresent(this::select);
  }

  private Tab node(QueryTab tab) {
    Tab node = new Tab();
    node.setUserData(tab);
    Tooltip tip = new Tooltip();
    node.setTooltip(tip);
    tab.sqlProperty().subscribe(_ -> name(tab, node, tip));
    tab.targetProperty().subscribe(_ -> name(tab, node, tip));
    node.setGraphic(mark(tab));
    node.setOnCloseRequest(
        event -> {
          event.consume(); // it goes when the model has closed it
          onClose.accept(tab);
        });
    node.setContextMenu(
        new ContextMenu(
            item("query.closeTab", () -> onClose.accept(tab)),
            item("query.closeOthers", () -> closeOthers(tab)),
            item("query.reopenTab", model::reopenLast)));
    return node;
  }

  private static void name(QueryTab tab, Tab node, Tooltip tip) {
    node.setText(tab.title());
    tip.setText(tab.where().isEmpty() ? tab.title() : tab.title() + "\n" + tab.where());
  }

  private void closeOthers(QueryTab tab) {
    List.copyOf(model.tabs()).stream().filter(other -> other != tab).forEach(onClose);
  }

  private static MenuItem item(String key, Runnable action) {
    MenuItem item = new MenuItem(Text.of(key));
    item.setOnAction(_ -> action.run());
    return item;
  }

  private Node mark(QueryTab tab) {
    Region dot = new Region();
    colour.subscribe(name -> dot.getStyleClass().setAll("connection-dot", name));
    Node running = Icons.of(Icon.RUNNING, "icon-muted");
    tab.running().subscribe(running::setVisible);
    running.managedProperty().bind(running.visibleProperty());
    HBox mark = new HBox(dot, running);
    mark.getStyleClass().add("tab-mark");
    return mark;
  }
}
