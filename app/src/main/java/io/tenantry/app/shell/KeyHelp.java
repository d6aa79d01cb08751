package io.tenantry.app.shell;

import io.tenantry.app.controls.KeyHint;
import io.tenantry.app.controls.Labels;
import io.tenantry.app.controls.Panels;
import io.tenantry.app.dialogs.Sheet;
import io.tenantry.app.fx.Command;
import io.tenantry.app.text.Text;
import java.util.List;
import javafx.geometry.HPos;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** Lists the keys that work here. UI thread. */
final class KeyHelp {
  private KeyHelp() {}

  static Sheet sheet(List<Command> here, List<Command> everywhere) {
    boolean hasOwn = here.stream().anyMatch(command -> !command.keys().isEmpty());
    HBox content = new HBox();
    content.getStyleClass().add("key-lists");
    if (hasOwn) {
      content.getChildren().add(list(Text.of("shell.keys.here"), here));
    }
    content.getChildren().add(list(Text.of("shell.keys.everywhere"), everywhere));
    return new Sheet(Text.of("shell.keys.title"), content)
        .width(hasOwn ? Sheet.Width.LARGE : Sheet.Width.MEDIUM)
        .cancelLabel(Text.of("dialogs.close"));
  }

  private static VBox list(String title, List<Command> commands) {
    VBox list = Panels.column(Labels.heading(title), grid(commands));
    HBox.setHgrow(list, Priority.ALWAYS);
    return list;
  }

  private static GridPane grid(List<Command> commands) {
    GridPane grid = new GridPane();
    grid.getStyleClass().add("key-list");
    ColumnConstraints words = new ColumnConstraints();
    words.setHgrow(Priority.ALWAYS);
    grid.getColumnConstraints().add(words);
    int row = 0;
    for (Command command : commands) {
      if (!command.keys().isEmpty()) {
        KeyHint keys = new KeyHint(command.keys());
        keys.setMaxWidth(Region.USE_PREF_SIZE);
        GridPane.setHalignment(keys, HPos.RIGHT);
        grid.addRow(row++, Labels.body(command.title()), keys);
      }
    }
    return grid;
  }
}
