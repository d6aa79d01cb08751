package io.tenantry.app.screens.workspaces.grid;

import io.tenantry.app.screens.workspaces.edits.DraftTable;
import java.util.Optional;
import javafx.scene.control.CheckBox;
import javafx.scene.control.TableCell;
import javafx.scene.control.Tooltip;
import org.jspecify.annotations.Nullable;

/** A switched cell of the columns grid; what cannot be switched says why. UI thread. */
final class FlagCell extends TableCell<DraftTable.Column, Boolean> {
  private final ColumnFlag flag;
  private final GridViewModel model;
  private final CheckBox box = new CheckBox();

  FlagCell(ColumnFlag flag, GridViewModel model, String name) {
    this.flag = flag;
    this.model = model;
    getStyleClass().add("flag-cell");
    box.setFocusTraversable(false);
    box.setAccessibleText(name);
    box.setOnAction(_ -> toggle());
  }

  @Override
  protected void updateItem(@Nullable Boolean item, boolean empty) {
    super.updateItem(item, empty);
    DraftTable.Column column = getTableRow() == null ? null : getTableRow().getItem();
    Optional<DraftTable> table = model.selected().get();
    if (empty || column == null || item == null || table.isEmpty()) {
      setGraphic(null);
      setTooltip(null);
      return;
    }
    boolean editable = flag.isEditable(table.get(), column);
    box.setSelected(item);
    box.setDisable(!editable);
    setGraphic(box);
    setTooltip(editable ? null : new Tooltip(flag.whyNot(column)));
  }

  private void toggle() {
    DraftTable.Column column = getTableRow().getItem();
    if (column != null) {
      boolean done = model.change(column.key(), flag.write(column.spec(), box.isSelected()));
      if (!done) {
        box.setSelected(flag.read(column));
      }
    }
  }
}
