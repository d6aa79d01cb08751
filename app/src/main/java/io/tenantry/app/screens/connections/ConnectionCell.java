package io.tenantry.app.screens.connections;

import io.tenantry.app.connect.Connection;
import io.tenantry.app.connect.ConnectionColour;
import io.tenantry.app.connect.EngineTarget;
import io.tenantry.app.controls.Aging;
import io.tenantry.app.controls.Buttons;
import io.tenantry.app.controls.Labels;
import io.tenantry.app.controls.icons.Icon;
import io.tenantry.app.controls.icons.Icons;
import io.tenantry.app.controls.state.StateMark;
import io.tenantry.app.controls.state.Tone;
import io.tenantry.app.guard.GuardLevel;
import io.tenantry.app.text.Figures;
import io.tenantry.app.text.Text;
import java.time.Instant;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** A connection in two lines, or the name of a group. UI thread. */
final class ConnectionCell extends ListCell<ConnectionLine> {
  private static final PseudoClass HEAD = PseudoClass.getPseudoClass("head");

  /**
   * What can be done with the connection of a row.
   *
   * @param openInNewWindow opens it in a window of its own
   * @param edit opens its form
   * @param duplicate opens the form of a copy
   * @param remove removes it, after a question
   */
  record Actions(
      Consumer<Connection> openInNewWindow,
      Consumer<Connection> edit,
      Consumer<Connection> duplicate,
      Consumer<Connection> remove) {}

  private final Consumer<Connection> onOpen;
  private final Actions actions;
  private final Region bar = new Region();
  private final Label name = Labels.cutAtEnd(Labels.strong(""));
  private final Label address = Labels.cutInside(Labels.caption(""));
  private final StateMark state = new StateMark(Tone.NEUTRAL, "");
  private final Label guard = Labels.caption("");
  private final Label used = Labels.caption("");
  private final Label head = Labels.overline("");
  private final HBox row;
  private final ContextMenu menu;

  ConnectionCell(Consumer<Connection> onOpen, Actions actions) {
    this.onOpen = onOpen;
    this.actions = actions;
    bar.getStyleClass().add("connection-bar");
    VBox words = new VBox(name, address);
    words.getStyleClass().add("two-lines");
    words.setMinWidth(0);
    HBox.setHgrow(words, Priority.ALWAYS);
    guard.getStyleClass().add("connection-guard");
    used.getStyleClass().add("connection-used");
    HBox states = new HBox(state);
    states.getStyleClass().add("connection-state");
    row = new HBox(bar, words, states, guard, used, buttons());
    row.getStyleClass().add("connection-row");
    Aging.follow(used, this::tellUsed);
    menu = menu();
    setPrefWidth(0);
    setOnMouseClicked(
        event -> {
          if (event.getButton() == MouseButton.PRIMARY && event.getClickCount() == 2) {
            with(onOpen);
          }
        });
  }

  @Override
  protected void updateItem(@Nullable ConnectionLine item, boolean empty) {
    super.updateItem(item, empty);
    pseudoClassStateChanged(HEAD, item instanceof ConnectionLine.Head);
    switch (item) {
      case null -> showNothing();
      case ConnectionLine.Head(String group) -> {
        head.setText(group);
        setGraphic(head);
        setContextMenu(null);
        setAccessibleText(group);
      }
      case ConnectionLine.Entry(ConnectionRow shown) -> {
        show(shown);
        setGraphic(row);
        setContextMenu(menu);
      }
    }
  }

  private void showNothing() {
    setGraphic(null);
    setContextMenu(null);
    setAccessibleText(null);
  }

  private void show(ConnectionRow shown) {
    Connection connection = shown.connection();
    for (ConnectionColour colour : ConnectionColour.values()) {
      bar.getStyleClass().remove(colour.styleClass());
    }
    bar.getStyleClass().add(connection.colour().styleClass());
    name.setText(shown.name());
    address.setText(address(connection));
    state.show(tone(shown.state()), Text.of("connections.state." + lower(shown.state())));
    GuardLevel level = connection.guard();
    guard.setText(Text.of(level.key()));
    guard.setGraphic(
        Icons.of(level == GuardLevel.READ_ONLY ? Icon.READ_ONLY : Icon.GUARD, "icon-small"));
    tellUsed(Instant.now());
    used.setTooltip(shown.lastUsed().map(Figures::exact).map(Tooltip::new).orElse(null));
    setAccessibleText(
        String.join(", ", name.getText(), state.getText(), address.getText(), guard.getText()));
  }

  private void tellUsed(Instant now) {
    if (getItem() instanceof ConnectionLine.Entry(ConnectionRow shown)) {
      used.setText(shown.lastUsed().map(at -> Figures.ago(at, now)).orElse(""));
    }
  }

  private static String address(Connection connection) {
    return switch (connection.target()) {
      case EngineTarget.Local local -> Text.of("connections.address.local", local.folder());
      case EngineTarget.Remote remote -> remote.url().toString();
    };
  }

  private static Tone tone(ConnectionRow.State state) {
    return switch (state) {
      case OPEN -> Tone.SUCCESS;
      case OPENING -> Tone.RUNNING;
      case LOST -> Tone.DANGER;
      case IN_APP, CLOSED -> Tone.NEUTRAL;
    };
  }

  private HBox buttons() {
    HBox buttons =
        new HBox(
            Buttons.icon(
                Icon.OPEN_OUTSIDE,
                Text.of("connections.openNew"),
                () -> with(actions.openInNewWindow())),
            Buttons.icon(Icon.EDIT, Text.of("connections.edit"), () -> with(actions.edit())));
    buttons.getStyleClass().add("row-actions");
    buttons.getChildren().forEach(button -> button.setFocusTraversable(false));
    return buttons;
  }

  private ContextMenu menu() {
    MenuItem remove = item("connections.remove", Icon.TRASH, actions.remove());
    remove.getStyleClass().add("danger");
    return new ContextMenu(
        item("connections.open", Icon.CONNECTIONS, onOpen),
        item("connections.openNew", Icon.OPEN_OUTSIDE, actions.openInNewWindow()),
        item("connections.edit", Icon.EDIT, actions.edit()),
        item("connections.duplicate", Icon.COPY, actions.duplicate()),
        remove);
  }

  private MenuItem item(String key, Icon icon, Consumer<Connection> action) {
    MenuItem item = new MenuItem(Text.of(key), Icons.of(icon));
    item.setOnAction(_ -> with(action));
    return item;
  }

  private void with(Consumer<Connection> action) {
    if (getItem() instanceof ConnectionLine.Entry(ConnectionRow shown)) {
      action.accept(shown.connection());
    }
  }

  private static String lower(Enum<?> value) {
    return value.name().toLowerCase(java.util.Locale.ROOT);
  }
}
