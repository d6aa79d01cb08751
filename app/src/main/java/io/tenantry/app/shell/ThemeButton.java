package io.tenantry.app.shell;

import io.tenantry.app.controls.icons.Icon;
import io.tenantry.app.controls.icons.Icons;
import io.tenantry.app.settings.ThemeChoice;
import io.tenantry.app.text.Text;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Tooltip;

/** Goes from light to dark and back; its menu has all looks. UI thread. */
final class ThemeButton extends Button {
  ThemeButton(ThemeSwitch themes) {
    getStyleClass().addAll("flat", "icon-button");
    setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
    setTooltip(new Tooltip(Text.of("shell.theme.switch")));
    setAccessibleText(Text.of("shell.theme.switch"));
    setOnAction(_ -> themes.toggle());
    themes
        .shown()
        .subscribe(theme -> setGraphic(Icons.of(theme.isDark() ? Icon.LIGHT : Icon.DARK)));
    ContextMenu menu = new ContextMenu();
    for (ThemeChoice choice : ThemeChoice.values()) {
      MenuItem item = new MenuItem(Text.of(ThemeSwitch.key(choice)));
      item.setOnAction(_ -> themes.choose(choice));
      menu.getItems().add(item);
    }
    setContextMenu(menu);
  }
}
