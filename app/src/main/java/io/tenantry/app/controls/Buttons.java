package io.tenantry.app.controls;

import io.tenantry.app.controls.icons.Icon;
import io.tenantry.app.controls.icons.Icons;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.MenuButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;

/** Buttons in the few kinds the console has; their words are never cut. UI thread. */
public final class Buttons {
  private Buttons() {}

  /** The one main action of a place. */
  public static Button primary(String text, Runnable action) {
    return button(text, "accent", action);
  }

  /** The main action with an icon before its text. */
  public static Button primary(String text, Icon icon, Runnable action) {
    return with(Icons.of(icon), primary(text, action));
  }

  /** Any other action. */
  public static Button normal(String text, Runnable action) {
    return button(text, "normal", action);
  }

  /** Any other action with an icon before its text. */
  public static Button normal(String text, Icon icon, Runnable action) {
    return with(Icons.of(icon), normal(text, action));
  }

  /** An action without a frame, for tool bars. */
  public static Button quiet(String text, Icon icon, Runnable action) {
    return with(Icons.of(icon), button(text, "flat", action));
  }

  /** An action that destroys something. */
  public static Button danger(String text, Runnable action) {
    return button(text, "danger", action);
  }

  /**
   * A button that is only an icon.
   *
   * @param name what it does: tooltip and accessible name
   */
  public static Button icon(Icon icon, String name, Runnable action) {
    return bare(Icons.of(icon), name, action);
  }

  /** Makes a button small (26 px), for cards, callouts and rows. */
  public static Button small(Button button) {
    button.getStyleClass().add("small");
    return button;
  }

  /** Text that leads somewhere. */
  public static Hyperlink link(String text, Runnable action) {
    Hyperlink link = new Hyperlink(text);
    link.setOnAction(_ -> action.run());
    return link;
  }

  /** A button that opens a menu of further actions. */
  public static MenuButton menu(String text) {
    MenuButton menu = new MenuButton(text);
    menu.getStyleClass().add("quiet-menu");
    return menu;
  }

  private static Button bare(Node icon, String name, Runnable action) {
    Button button = with(icon, button("", "flat", action));
    button.getStyleClass().add("icon-button");
    name(button, name);
    return button;
  }

  /** Says what a button that is only an icon does: tooltip and accessible name. */
  public static void name(ButtonBase button, String name) {
    button.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
    button.setTooltip(new Tooltip(name));
    button.setAccessibleText(name);
  }

  private static Button with(Node icon, Button button) {
    button.setGraphic(icon);
    return button;
  }

  private static Button button(String text, String styleClass, Runnable action) {
    Button button = new Button(text);
    button.getStyleClass().add(styleClass);
    button.setMnemonicParsing(false);
    button.setMinWidth(Region.USE_PREF_SIZE);
    button.setOnAction(_ -> action.run());
    return button;
  }
}
