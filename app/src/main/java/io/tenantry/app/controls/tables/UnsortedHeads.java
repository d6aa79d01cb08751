package io.tenantry.app.controls.tables;

import io.tenantry.app.text.Text;
import javafx.scene.Node;
import javafx.scene.control.Tooltip;
import javafx.scene.control.skin.TableColumnHeader;
import javafx.scene.input.MouseEvent;

/** Lets the head of a column that cannot be sorted by say so when it is pointed at. UI thread. */
final class UnsortedHeads {
  private UnsortedHeads() {}

  static void tell(MouseEvent event) {
    if (event.getTarget() instanceof Node node
        && head(node) instanceof TableColumnHeader head
        && head.getTableColumn() instanceof DataColumn<?, ?> column
        && !column.isSortable()
        && head.getProperties().putIfAbsent(UnsortedHeads.class, true) == null) {
      Tooltip.install(head, new Tooltip(Text.of("controls.columns.unsorted", column.getText())));
    }
  }

  private static Node head(Node node) {
    return node.getParent() instanceof TableColumnHeader parent ? parent : node;
  }
}
