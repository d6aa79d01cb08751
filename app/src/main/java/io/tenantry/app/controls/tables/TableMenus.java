package io.tenantry.app.controls.tables;

import java.util.Optional;
import java.util.function.Supplier;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.MouseEvent;

/**
 * Menus by right click and by the menu key: one of the row, which is selected first, and one of the
 * table for the room beside the rows. UI thread.
 */
final class TableMenus<R> {
  private final DataTable<R> table;
  private final RowPort<R> port;
  private final Supplier<ContextMenu> ofRow;
  private final Supplier<ContextMenu> ofTable;
  private ContextMenu shown = new ContextMenu();

  TableMenus(
      DataTable<R> table,
      RowPort<R> port,
      Supplier<ContextMenu> ofRow,
      Supplier<ContextMenu> ofTable) {
    this.table = table;
    this.port = port;
    this.ofRow = ofRow;
    this.ofTable = ofTable;
    table.addEventHandler(ContextMenuEvent.CONTEXT_MENU_REQUESTED, this::asked);
    table.addEventFilter(MouseEvent.MOUSE_PRESSED, _ -> shown.hide());
  }

  private void asked(ContextMenuEvent event) {
    Optional<DataRow<R>> row =
        event.isKeyboardTrigger() ? withKeyboard() : under(event.getTarget());
    shown.hide();
    if (row.isPresent()) {
      take(row.get());
      show(ofRow.get(), event, row.get());
    } else if (!isHead(event.getTarget())) {
      show(ofTable.get(), event, table);
    }
    event.consume();
  }

  /** It may have been scrolled out of sight. */
  private Optional<DataRow<R>> withKeyboard() {
    int cursor = port.cursor();
    if (cursor < 0) {
      return Optional.empty();
    }
    if (port.seen().filter(seen -> seen.first() <= cursor && cursor <= seen.last()).isEmpty()) {
      port.reveal(cursor);
      table.layout();
    }
    return port.rowAt(cursor);
  }

  private void take(DataRow<R> row) {
    boolean marked = port.isMarked(row).orElse(false);
    port.keys()
        .ifPresentOrElse(
            keys -> keys.asked(row.getIndex(), marked),
            () -> table.getSelectionModel().clearAndSelect(row.getIndex()));
  }

  private void show(ContextMenu menu, ContextMenuEvent event, Node beside) {
    shown = menu;
    if (menu.getItems().isEmpty()) {
      return;
    }
    if (event.isKeyboardTrigger()) {
      Bounds place = beside.localToScreen(beside.getBoundsInLocal());
      Point2D corner =
          new Point2D(place.getMinX() + 24, Math.min(place.getMaxY(), place.getMinY() + 30));
      menu.show(table, corner.getX(), corner.getY());
    } else {
      menu.show(table, event.getScreenX(), event.getScreenY());
    }
  }

  @SuppressWarnings("unchecked") // rows of this table hold its rows
  private Optional<DataRow<R>> under(Object target) {
    for (Node at = target instanceof Node node ? node : null; at != null; at = at.getParent()) {
      if (at instanceof DataRow<?> row) {
        return row.isEmpty() ? Optional.empty() : Optional.of((DataRow<R>) row);
      }
    }
    return Optional.empty();
  }

  private boolean isHead(Object target) {
    for (Node at = target instanceof Node node ? node : null; at != null; at = at.getParent()) {
      if (at.getStyleClass().contains("column-header-background")) {
        return true;
      }
    }
    return false;
  }
}
