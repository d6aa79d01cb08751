package io.tenantry.app.screens.workspaces.grid;

import io.tenantry.app.screens.workspaces.edits.DraftTable;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.scene.control.CheckBox;
import javafx.scene.control.TableCell;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import org.jspecify.annotations.Nullable;

/** A switched cell of the columns grid; what cannot be switched says why. UI thread. */
final class FlagCell extends TableCell<DraftTable.Column, Boolean> {
  private static final PseudoClass LOCKED = PseudoClass.getPseudoClass("locked");
  private final ColumnFlag flag;
  private final GridViewModel model;
  private final WhyNot whyNot;
  private final CheckBox box = new CheckBox();

  FlagCell(ColumnFlag flag, GridViewModel model, WhyNot whyNot, String name) {
    this.flag = flag;
    this.model = model;
    this.whyNot = whyNot;
    getStyleClass().add("flag-cell");
    box.setFocusTraversable(false);
    box.setMouseTransparent(true);
    box.setAccessibleText(name);
    addEventHandler(MouseEvent.MOUSE_CLICKED, this::clicked);
  }

  /** Switches it, or says why it cannot be switched. */
  void toggle() {
    DraftTable.Column column = getTableRow() == null ? null : getTableRow().getItem();
    if (column == null) {
      return;
    }
    model
        .locked(flag, column)
        .ifPresentOrElse(
            locked -> whyNot.show(this, locked),
            () -> model.change(column.key(), flag.write(column.spec(), !flag.read(column))));
  }

  @Override
  protected void updateItem(@Nullable Boolean item, boolean empty) {
    super.updateItem(item, empty);
    DraftTable.Column column = getTableRow() == null ? null : getTableRow().getItem();
    if (empty || column == null || item == null) {
      setGraphic(null);
      setTooltip(null);
      return;
    }
    Optional<Locked> locked = model.locked(flag, column);
    box.setSelected(item);
    box.pseudoClassStateChanged(LOCKED, locked.isPresent());
    setGraphic(box);
    setTooltip(locked.map(each -> new Tooltip(each.reason())).orElse(null));
  }

  private void clicked(MouseEvent event) {
    if (event.getButton() == MouseButton.PRIMARY && event.isStillSincePress()) {
      toggle();
      event.consume();
    }
  }
}
