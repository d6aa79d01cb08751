package io.tenantry.app.controls.tables;

import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.TableRow;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import org.jspecify.annotations.Nullable;

/**
 * A row of a {@link DataTable}: opened by a double click, selected as the table says. UI thread.
 */
final class DataRow<R> extends TableRow<R> {
  private static final PseudoClass PENDING = PseudoClass.getPseudoClass("pending");

  private final DataTable<R> table;

  DataRow(DataTable<R> table) {
    this.table = table;
    addEventFilter(MouseEvent.MOUSE_PRESSED, this::pressed);
    setOnMouseClicked(this::clicked);
    hoverProperty().subscribe(over -> table.port().pointed(this, over));
  }

  @Override
  protected void updateItem(@Nullable R item, boolean empty) {
    super.updateItem(item, empty);
    pseudoClassStateChanged(PENDING, !empty && item == null);
    mark();
  }

  /** Whether it is selected is what the table says, wherever the toolkit has its cursor. */
  @Override
  public void updateSelected(boolean selected) {
    super.updateSelected(table.port().isMarked(this).orElse(selected));
  }

  /** Shows whether it is selected now. */
  void mark() {
    table.port().isMarked(this).ifPresent(super::updateSelected);
  }

  private void pressed(MouseEvent event) {
    if (!isEmpty() && event.getButton() == MouseButton.PRIMARY && !isOnButton(event)) {
      table
          .port()
          .keys()
          .ifPresent(
              keys -> {
                table.requestFocus();
                keys.clicked(getIndex(), event.isShiftDown(), event.isShortcutDown());
                event.consume();
              });
    }
  }

  private void clicked(MouseEvent event) {
    R item = getItem();
    if (item != null
        && event.getButton() == MouseButton.PRIMARY
        && event.getClickCount() == 2
        && !isOnButton(event)) {
      table.open(item);
    }
  }

  private boolean isOnButton(MouseEvent event) {
    Node at = event.getTarget() instanceof Node node ? node : null;
    while (at != null && at != this) {
      if (at instanceof ButtonBase) {
        return true;
      }
      at = at.getParent();
    }
    return false;
  }
}
