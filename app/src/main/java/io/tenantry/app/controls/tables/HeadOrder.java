package io.tenantry.app.controls.tables;

import io.tenantry.app.fx.Order;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.scene.control.TableColumn;

/** Ties the head of a table to an order that somebody else brings the rows into. UI thread. */
final class HeadOrder<R> {
  private final DataTable<R> table;
  private final ObjectProperty<Optional<Order>> order;
  private boolean following;

  HeadOrder(DataTable<R> table, ObjectProperty<Optional<Order>> order) {
    this.table = table;
    this.order = order;
    table.setSortPolicy(_ -> true);
    table.getSortOrder().subscribe(this::clicked);
    for (TableColumn<R, ?> column : table.getColumns()) {
      column.sortTypeProperty().subscribe((_, _) -> clicked());
    }
    order.subscribe(this::follow);
  }

  private void clicked() {
    if (!following) {
      order.set(table.getSortOrder().stream().findFirst().map(HeadOrder::of));
    }
  }

  private static Order of(TableColumn<?, ?> column) {
    return new Order(column.getId(), column.getSortType() == TableColumn.SortType.DESCENDING);
  }

  private void follow(Optional<Order> wanted) {
    if (wanted.equals(table.getSortOrder().stream().findFirst().map(HeadOrder::of))) {
      return;
    }
    following = true;
    List<TableColumn<R, ?>> sorted =
        wanted.stream()
            .flatMap(
                each ->
                    table.getColumns().stream()
                        .filter(column -> column.getId().equals(each.column())))
            .toList();
    sorted.forEach(
        column ->
            column.setSortType(
                wanted.orElseThrow().descending()
                    ? TableColumn.SortType.DESCENDING
                    : TableColumn.SortType.ASCENDING));
    table.getSortOrder().setAll(sorted);
    following = false;
  }
}
