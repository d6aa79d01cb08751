package io.tenantry.app.screens.workspaces.detail;

import io.tenantry.app.controls.Labels;
import io.tenantry.app.controls.StyleSheets;
import io.tenantry.app.recorded.ChangeWarningLine;
import io.tenantry.app.recorded.DataStatementLine;
import io.tenantry.app.text.Text;
import io.tenantry.contract.blueprints.ChangeWarning;
import io.tenantry.contract.workspaces.DataStatement;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.collections.ObservableList;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/**
 * The notes on a recorded version: its warnings, and its data statements with the decision whether
 * tenants run them. Space switches the selected one. UI thread.
 */
final class RecordedNoteList extends VBox {
  private final Label summary = Labels.caption("");
  private final ListView<RecordedNote> list = new ListView<>();
  private final Consumer<? super DataStatement> onSwitch;

  RecordedNoteList(Consumer<? super DataStatement> onSwitch) {
    this.onSwitch = onSwitch;
    getStyleClass().add("recorded-notes");
    StyleSheets.add(this, DataStatementLine.class, "recorded.css");
    list.getStyleClass().add("plain");
    list.setAccessibleText(Text.of("workspace.sql.notes"));
    list.setCellFactory(_ -> new NoteCell());
    list.addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
    summary.setWrapText(true);
    VBox.setVgrow(list, Priority.ALWAYS);
    getChildren().addAll(summary, list);
  }

  /** Shows notes as they become. */
  void show(ObservableList<RecordedNote> notes) {
    list.setItems(notes);
    summary
        .textProperty()
        .bind(Bindings.createStringBinding(() -> RecordedNote.summary(notes), notes));
  }

  private void pressed(KeyEvent event) {
    if (event.getCode() == KeyCode.SPACE
        && list.getSelectionModel().getSelectedItem()
            instanceof RecordedNote.Data(DataStatement statement)
        && statement.switchable()) {
      onSwitch.accept(statement);
      event.consume();
    }
  }

  private final class NoteCell extends ListCell<RecordedNote> {
    private final ChangeWarningLine warned = new ChangeWarningLine();
    private final DataStatementLine data = new DataStatementLine(onSwitch);

    NoteCell() {
      getStyleClass().add("recorded-note");
    }

    @Override
    protected void updateItem(@Nullable RecordedNote item, boolean empty) {
      super.updateItem(item, empty);
      setAccessibleText(null);
      switch (item) {
        case null -> setGraphic(null);
        case RecordedNote.Warned(ChangeWarning warning) -> {
          warned.show(warning);
          setAccessibleText(ChangeWarningLine.spoken(warning));
          setGraphic(warned);
        }
        case RecordedNote.Data(DataStatement statement) -> {
          data.show(statement);
          setGraphic(data);
        }
      }
    }
  }
}
