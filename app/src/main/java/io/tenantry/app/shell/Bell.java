package io.tenantry.app.shell;

import io.tenantry.app.controls.icons.Icon;
import io.tenantry.app.controls.icons.Icons;
import io.tenantry.app.notices.Notices;
import io.tenantry.app.text.Text;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.StackPane;

/** Opens the list of everything told, and counts what was not looked at. UI thread. */
final class Bell extends Button {
  private static final int MOST = 99;

  private final Label count = new Label();
  private final Tooltip name = new Tooltip();

  Bell(Notices notices, Runnable open) {
    getStyleClass().addAll("flat", "icon-button", "bell");
    setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
    count.getStyleClass().add("bell-count");
    count.setMouseTransparent(true);
    StackPane content = new StackPane(Icons.of(Icon.NOTICES), count);
    content.getStyleClass().add("bell-content");
    setGraphic(content);
    setTooltip(name);
    setOnAction(_ -> open.run());
    notices.unread().subscribe(unread -> show(unread.intValue()));
  }

  private void show(int unread) {
    count.setText(unread > MOST ? MOST + "+" : String.valueOf(unread));
    count.setVisible(unread > 0);
    name.setText(Text.of("notices.unread", unread));
    setAccessibleText(name.getText());
  }
}
