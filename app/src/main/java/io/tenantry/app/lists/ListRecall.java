package io.tenantry.app.lists;

import io.tenantry.app.fx.Order;
import io.tenantry.app.settings.ProjectMemory;
import java.util.List;
import java.util.Optional;

/** What is remembered of a list for this project: its filter, its order, its selected row. */
final class ListRecall<R> {
  private final ListModel<R> model;
  private final ProjectMemory memory;
  private final String name;
  private boolean rowPending;
  private Optional<String> link = Optional.empty();
  private String own = "";

  /** Takes filter and order from the memory, and keeps them from now on. */
  ListRecall(ListModel<R> model, ProjectMemory memory, String name) {
    this.model = model;
    this.memory = memory;
    this.name = "list." + name + ".";
    rowPending = !row().isEmpty();
    model.filterProperty().set(memory.value(this.name + "filter"));
    model.orderProperty().set(Order.read(memory.value(this.name + "order")));
    model.filterProperty().subscribe((_, now) -> keepFilter(now));
    model
        .orderProperty()
        .subscribe(
            (_, now) -> memory.keep(this.name + "order", now.map(Order::written).orElse("")));
    model.marks().version().subscribe((_, _) -> keepRow());
  }

  /**
   * Brings a filter to bear that a link wants; it lasts until the list is opened without one, or
   * the user changes it, and is never remembered.
   *
   * @param wanted empty for the user's own
   */
  void follow(String wanted) {
    boolean isLinked = link.isPresent();
    if (!wanted.isEmpty()) {
      rowPending = false; // something else is wanted than what was there last time
      own = isLinked ? own : model.filterProperty().get();
      link = Optional.of(wanted);
      model.filterProperty().set(wanted);
    } else if (isLinked) {
      link = Optional.empty();
      model.filterProperty().set(own);
    }
  }

  private void keepFilter(String now) {
    if (link.filter(now::equals).isEmpty()) {
      link = Optional.empty();
      memory.keep(name + "filter", now);
    }
  }

  private void keepRow() {
    if (!rowPending && model.chosen() instanceof Chosen.Rows<R>(List<R> rows)) {
      memory.keep(name + "row", rows.size() == 1 ? model.keyOf(rows.getFirst()) : "");
    }
  }

  private String row() {
    return memory.value(name + "row");
  }

  /** Finds the row that was selected last time, once; later and without one it does nothing. */
  void findRow(java.util.function.IntConsumer found) {
    if (!rowPending) {
      return;
    }
    model.find(
        row(),
        index -> {
          rowPending = false;
          if (index >= 0) {
            found.accept(index);
          }
        });
  }
}
