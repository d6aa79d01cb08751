package io.tenantry.app.shell;

import io.tenantry.app.connect.Attempt;
import io.tenantry.app.connect.Connection;
import io.tenantry.app.connect.ConnectionColour;
import io.tenantry.app.connect.OpenConnection;
import io.tenantry.app.controls.Labels;
import io.tenantry.app.controls.Panels;
import io.tenantry.app.controls.icons.Icon;
import io.tenantry.app.controls.icons.Icons;
import io.tenantry.app.controls.state.Tone;
import io.tenantry.app.navigation.ScreenRoute;
import io.tenantry.app.text.Text;
import java.util.Optional;
import javafx.geometry.Side;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.CustomMenuItem;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/**
 * The button of the header that names the open connection: its colour, whether it answers and how
 * quickly; with a menu of all saved ones. UI thread.
 */
final class ConnectionSwitcher extends Button {
  private final ShellViewModel model;
  private final Region bar = new Region();
  private final Region dot = new Region();
  private final Label name = Labels.body("");
  private final Label latency = Labels.caption("");
  private final Label opening = Labels.caption("");
  private final Tooltip state = new Tooltip();
  private final ContextMenu menu = new ContextMenu();

  ConnectionSwitcher(ShellViewModel model) {
    this.model = model;
    getStyleClass().add("connection-button");
    name.getStyleClass().addAll("text-medium", "connection-name");
    dot.getStyleClass().add("dot");
    latency.getStyleClass().add("latency");
    opening.managedProperty().bind(opening.textProperty().isNotEmpty());
    HBox content =
        Panels.row(bar, name, dot, latency, opening, Icons.of(Icon.EXPAND, "icon-small"));
    setGraphic(content);
    setTooltip(state);
    setOnAction(_ -> open());
    model.connection().subscribe((_, _) -> showConnection());
    model.attempt().subscribe((_, _) -> showConnection());
    model.status().subscribe(this::showStatus);
    showConnection();
  }

  /**
   * Shows how long answers take, or not, where there is no room for it. Its place stays while it is
   * not known; the local engine has none.
   */
  void showLatency(boolean hasRoom) {
    boolean shown = hasRoom && model.connection().get().isPresent() && !model.isLocal();
    latency.setVisible(shown);
    latency.setManaged(shown);
  }

  private void open() {
    menu.getItems().setAll(model.book().all().stream().map(this::item).toList());
    MenuItem manage = new MenuItem(Text.of("shell.connection.manage"), Icons.of(Icon.CONNECTIONS));
    manage.setOnAction(_ -> model.navigator().go(ScreenRoute.CONNECTIONS));
    menu.getItems().addAll(new SeparatorMenuItem(), manage);
    menu.show(this, Side.BOTTOM, 0, 4);
  }

  private MenuItem item(Connection connection) {
    boolean current =
        model.connection().get().map(OpenConnection::connection).stream()
            .anyMatch(open -> open.id().equals(connection.id()));
    Node mark = Icons.of(Icon.CHECKED, "icon-accent");
    mark.setVisible(current);
    Label title = Labels.body(connection.name());
    title.getStyleClass().add("text-medium");
    String guard = Text.of(connection.guard().key());
    VBox words =
        new VBox(
            title, Labels.caption(Text.of("shell.connection.facts", connection.address(), guard)));
    CustomMenuItem item = new CustomMenuItem(Panels.row(mark, barOf(connection.colour()), words));
    item.getStyleClass().add("two-line-item");
    item.setText(Text.of("shell.connection.spoken", connection.name(), guard));
    item.setOnAction(_ -> model.open(connection));
    return item;
  }

  private void showConnection() {
    Optional<OpenConnection> open = model.connection().get();
    Optional<Attempt> attempt = model.attempt().get();
    Optional<Connection> shown =
        open.map(OpenConnection::connection).or(() -> attempt.map(Attempt::connection));
    name.setText(shown.map(Connection::name).orElse(Text.of("shell.connection.none")));
    colour(bar, shown.map(Connection::colour).orElse(ConnectionColour.GREY));
    opening.setText(attempt.map(now -> wordsOf(now, open)).orElse(""));
    showStatus(model.status().get());
  }

  private void showStatus(Status status) {
    boolean open = model.connection().get().isPresent();
    boolean lost = open && status.isKnown() && !status.online();
    (lost ? Tone.DANGER : open ? Tone.SUCCESS : Tone.WAITING).mark(dot);
    latency.setText(status.latency());
    String words =
        lost
            ? Text.of("shell.offline")
            : Text.of(open ? "shell.connection.answers" : "shell.connection.closed");
    state.setText(words);
    setAccessibleText(Text.of("shell.connection.switch", name.getText(), words));
  }

  /** Names what is being opened only when another one is open meanwhile. */
  private static String wordsOf(Attempt attempt, Optional<OpenConnection> open) {
    String opened = attempt.connection().name();
    boolean other = open.filter(now -> !now.connection().name().equals(opened)).isPresent();
    return other ? Text.of("shell.opening.connection", opened) : Text.of("shell.opening");
  }

  private static Region barOf(ConnectionColour colour) {
    Region region = new Region();
    colour(region, colour);
    return region;
  }

  private static void colour(Region bar, ConnectionColour colour) {
    bar.getStyleClass().setAll("connection-bar", colour.styleClass());
  }
}
