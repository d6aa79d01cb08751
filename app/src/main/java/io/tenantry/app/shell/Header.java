package io.tenantry.app.shell;

import io.tenantry.app.connect.Attempt;
import io.tenantry.app.connect.Connection;
import io.tenantry.app.connect.ConnectionColour;
import io.tenantry.app.connect.OpenConnection;
import io.tenantry.app.controls.Buttons;
import io.tenantry.app.controls.KeyHint;
import io.tenantry.app.controls.Labels;
import io.tenantry.app.controls.Panels;
import io.tenantry.app.controls.icons.Icons;
import io.tenantry.app.controls.state.Chip;
import io.tenantry.app.controls.state.Tone;
import io.tenantry.app.guard.GuardLevel;
import io.tenantry.app.navigation.Route;
import io.tenantry.app.projects.ProjectSwitcher;
import io.tenantry.app.settings.ThemeChoice;
import io.tenantry.app.text.Text;
import java.util.Optional;
import javafx.geometry.Side;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.feather.Feather;

/** Top of the window: which engine, which project, search, theme. UI thread. */
final class Header extends HBox {
  private final ShellViewModel model;
  private final Region bar = new Region();
  private final Label name = Labels.body("");
  private final Label latency = Labels.caption("");
  private final Label opening = Labels.caption("");
  private final Chip guard = new Chip(Tone.WARNING, "");
  private final ContextMenu connections = new ContextMenu();

  Header(
      ShellViewModel model,
      ProjectSwitcher projects,
      Runnable openPalette,
      ThemeSwitch themes,
      Node bell) {
    this.model = model;
    getStyleClass().add("shell-header");
    Label brand = Labels.body("Tenantry");
    brand.getStyleClass().add("brand-name");
    HBox mark = new HBox(new BrandMark(), brand);
    mark.getStyleClass().add("brand");
    mark.setMinWidth(178);
    Region separator = new Region();
    separator.getStyleClass().add("header-separator");
    getChildren()
        .addAll(
            mark,
            connectionButton(),
            guard,
            separator,
            projects,
            Panels.spacer(),
            paletteButton(openPalette),
            Panels.spacer(),
            bell,
            themeButton(themes));
    model.connection().subscribe(this::showConnection);
    model.attempt().subscribe((_, _) -> showConnection(model.connection().get()));
    model.status().subscribe(status -> latency.setText(status.latency()));
  }

  private Node connectionButton() {
    bar.getStyleClass().add("connection-bar");
    name.getStyleClass().add("text-medium");
    latency.managedProperty().bind(latency.textProperty().isNotEmpty());
    opening.managedProperty().bind(opening.textProperty().isNotEmpty());
    HBox content =
        new HBox(bar, name, latency, opening, Icons.of(Feather.CHEVRON_DOWN, "icon-small"));
    content.getStyleClass().add("row");
    Button button = new Button("", content);
    button.getStyleClass().add("connection-button");
    button.setAccessibleText(Text.of("shell.connection.switch"));
    button.setOnAction(
        _ -> {
          fillConnections();
          connections.show(button, Side.BOTTOM, 0, 4);
        });
    return button;
  }

  private void fillConnections() {
    connections.getItems().clear();
    for (Connection connection : model.book().all()) {
      Region colour = new Region();
      colour.getStyleClass().addAll("connection-bar", connection.colour().styleClass());
      MenuItem item = new MenuItem(connection.name(), colour);
      item.setMnemonicParsing(false);
      item.setOnAction(_ -> model.open(connection));
      connections.getItems().add(item);
    }
    MenuItem manage = new MenuItem(Text.of("shell.connection.manage"), Icons.of(Feather.SETTINGS));
    manage.setOnAction(_ -> model.navigator().go(Route.CONNECTIONS));
    connections.getItems().addAll(new SeparatorMenuItem(), manage);
  }

  private void showConnection(Optional<OpenConnection> open) {
    Optional<Connection> shown =
        open.map(OpenConnection::connection)
            .or(() -> model.attempt().get().map(Attempt::connection));
    name.setText(shown.map(Connection::name).orElse(Text.of("shell.connection.none")));
    ConnectionColour colour = shown.map(Connection::colour).orElse(ConnectionColour.GREY);
    bar.getStyleClass().setAll("connection-bar", colour.styleClass());
    opening.setText(model.attempt().get().map(now -> wordsOf(now, open)).orElse(""));
    GuardLevel level = open.map(now -> now.connection().guard()).orElse(GuardLevel.OPEN);
    guard.setVisible(level != GuardLevel.OPEN);
    guard.setManaged(level != GuardLevel.OPEN);
    guard.show(toneOf(level), Text.of(level.key()));
    guard.with(level == GuardLevel.READ_ONLY ? Feather.LOCK : Feather.SHIELD);
  }

  /** Names what is being opened only when another one is open meanwhile. */
  private static String wordsOf(Attempt attempt, Optional<OpenConnection> open) {
    String opened = attempt.connection().name();
    boolean other = open.filter(now -> !now.connection().name().equals(opened)).isPresent();
    return other ? Text.of("shell.opening.connection", opened) : Text.of("shell.opening");
  }

  private static Tone toneOf(GuardLevel level) {
    return switch (level) {
      case OPEN -> Tone.NEUTRAL;
      case CONFIRM -> Tone.WARNING;
      case TYPED -> Tone.DANGER;
      case READ_ONLY -> Tone.INFO;
    };
  }

  private static Node paletteButton(Runnable openPalette) {
    HBox box =
        new HBox(
            Icons.of(Feather.SEARCH, "icon-muted"),
            Labels.muted(Text.of("shell.palette.prompt")),
            Panels.spacer(),
            new KeyHint("Shortcut+K"));
    box.getStyleClass().add("palette-button");
    box.setAccessibleRole(AccessibleRole.BUTTON);
    box.setAccessibleText(Text.of("shell.palette.prompt"));
    box.setOnMouseClicked(_ -> openPalette.run());
    return box;
  }

  private static Node themeButton(ThemeSwitch themes) {
    Button button = Buttons.icon(Feather.MOON, Text.of("shell.theme.switch"), themes::toggle);
    themes
        .shown()
        .subscribe(
            theme -> button.setGraphic(Icons.of(theme.isDark() ? Feather.SUN : Feather.MOON)));
    ContextMenu menu = new ContextMenu();
    for (ThemeChoice choice : ThemeChoice.values()) {
      MenuItem item = new MenuItem(Text.of(ThemeSwitch.key(choice)));
      item.setOnAction(_ -> themes.choose(choice));
      menu.getItems().add(item);
    }
    button.setContextMenu(menu);
    return button;
  }
}
