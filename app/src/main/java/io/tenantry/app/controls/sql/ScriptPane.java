package io.tenantry.app.controls.sql;

import io.tenantry.app.controls.CopyField;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/** SQL to read and to take away: coloured, with a button beside it that copies it. UI thread. */
public final class ScriptPane extends HBox {
  private final SqlEditor text = new SqlEditor().editable(false);

  /** Creates an empty one; the button is named by what it does. */
  public ScriptPane(String copyName) {
    getStyleClass().add("script-pane");
    text.getStyleClass().add("flush");
    Button copy = CopyField.copyButton(copyName, () -> text.text().get());
    HBox.setHgrow(text, Priority.ALWAYS);
    getChildren().addAll(text, copy);
  }

  /** Shows a script. */
  public void show(String sql) {
    text.load(sql);
  }
}
