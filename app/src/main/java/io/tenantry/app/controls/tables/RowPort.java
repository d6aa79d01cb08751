package io.tenantry.app.controls.tables;

import io.tenantry.app.fx.Command;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.Scene;
import javafx.scene.control.IndexedCell;
import javafx.scene.control.skin.VirtualFlow;
import org.jspecify.annotations.Nullable;

/**
 * The part of a table's rows that is seen: which they are, which one has the keyboard, which one
 * the pointer is on, and which are selected. UI thread.
 */
public final class RowPort<R> {
  private final DataTable<R> table;
  private final List<DataRow<R>> rows = new ArrayList<>();
  private final ReadOnlyObjectWrapper<@Nullable DataRow<R>> pointed = new ReadOnlyObjectWrapper<>();
  private @Nullable RowMarking<R> marking;
  private @Nullable TableKeys<R> keys;
  private Consumer<Seen> onSeen = _ -> {};
  private Seen told = new Seen(-1, -1);
  private boolean placing;

  RowPort(DataTable<R> table) {
    this.table = table;
  }

  DataRow<R> row() {
    DataRow<R> row = new DataRow<>(table);
    rows.add(row);
    return row;
  }

  void marking(RowMarking<R> marks) {
    TableKeys<R> moves = new TableKeys<>(table, marks);
    marking = marks;
    keys = moves;
    marks.version().subscribe(_ -> rows.forEach(DataRow::mark));
    table
        .getSelectionModel()
        .selectedIndexProperty()
        .subscribe(
            (_, now) -> {
              if (!placing && now.intValue() >= 0) {
                moves.jumped(now.intValue());
              }
            });
  }

  Optional<RowMarking<R>> marking() {
    return Optional.ofNullable(marking);
  }

  /** Returns what keys do to the selection, for whoever lists them; nothing where nobody marks. */
  public List<Command> commands() {
    return keys().map(TableKeys::commands).orElse(List.of());
  }

  Optional<TableKeys<R>> keys() {
    return Optional.ofNullable(keys);
  }

  Optional<Boolean> isMarked(DataRow<R> row) {
    return marking()
        .map(
            marks -> {
              R item = row.getItem();
              return item != null && !row.isEmpty() && marks.isMarked(item);
            });
  }

  void pointed(DataRow<R> row, boolean over) {
    if (over && !row.isEmpty()) {
      pointed.set(row);
    } else if (pointed.get() == row) {
      pointed.set(null);
    }
  }

  /** Calls back whenever other rows are seen, after they were laid out. */
  public void onSeen(Consumer<Seen> action) {
    onSeen = action;
    Runnable look = this::look;
    table
        .sceneProperty()
        .subscribe(
            (before, now) -> {
              follow(before, scene -> scene.removePostLayoutPulseListener(look));
              follow(now, scene -> scene.addPostLayoutPulseListener(look));
            });
  }

  private static void follow(@Nullable Scene scene, Consumer<Scene> action) {
    if (scene != null) {
      action.accept(scene);
    }
  }

  private void look() {
    seen()
        .filter(now -> !now.equals(told))
        .ifPresent(
            now -> {
              told = now;
              onSeen.accept(now);
            });
  }

  /** Returns the rows that are seen. */
  public Optional<Seen> seen() {
    return flow().flatMap(RowPort::seen);
  }

  private static Optional<Seen> seen(VirtualFlow<?> flow) {
    IndexedCell<?> first = flow.getFirstVisibleCell();
    IndexedCell<?> last = flow.getLastVisibleCell();
    return first == null || last == null
        ? Optional.empty()
        : Optional.of(new Seen(first.getIndex(), last.getIndex()));
  }

  private Optional<VirtualFlow<?>> flow() {
    return table.lookup(".virtual-flow") instanceof VirtualFlow<?> flow
        ? Optional.of(flow)
        : Optional.empty();
  }

  /** Returns how far Page Up and Page Down go: what is seen, but for one row. */
  int pageLength() {
    return seen().map(now -> Math.max(1, now.last() - now.first() - 1)).orElse(1);
  }

  /** Returns the index of the row that has the keyboard, or -1. */
  public int cursor() {
    return Math.min(table.getFocusModel().getFocusedIndex(), table.getItems().size() - 1);
  }

  /** Gives a row the keyboard without selecting it. */
  public void putCursor(int index) {
    placing = true;
    table.getSelectionModel().clearAndSelect(index);
    table.getFocusModel().focus(index);
    placing = false;
  }

  /** Scrolls as little as is needed to show a row. */
  public void reveal(int index) {
    flow().ifPresentOrElse(flow -> reveal(flow, index), () -> table.scrollTo(index));
  }

  /**
   * The toolkit drops its cells when it scrolls far, and does not make new ones where the next
   * layout finds it at the place of the last one: there and back again needs a layout between.
   */
  private static void reveal(VirtualFlow<?> flow, int index) {
    if (flow.getFirstVisibleCell() == null) {
      flow.layout();
    }
    flow.scrollTo(index);
  }

  /** Returns the row with that index, if it is seen. */
  Optional<DataRow<R>> rowAt(int index) {
    return rows.stream()
        .filter(row -> row.getIndex() == index && !row.isEmpty() && row.isVisible())
        .filter(row -> row.getParent() != null && row.getParent().isVisible())
        .findFirst();
  }

  /** The row under the pointer, if there is one. */
  ReadOnlyObjectProperty<@Nullable DataRow<R>> pointed() {
    return pointed.getReadOnlyProperty();
  }
}
