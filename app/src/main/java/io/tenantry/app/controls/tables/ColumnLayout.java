package io.tenantry.app.controls.tables;

import io.tenantry.app.controls.LayoutMemory;
import io.tenantry.app.text.Text;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.Consumer;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.util.Callback;
import org.jspecify.annotations.Nullable;

/**
 * The columns of a table: which are shown, and how wide. Only what the user did is remembered, a
 * dragged width or a hidden column; everything else follows from the room there is. UI thread.
 */
@SuppressWarnings("rawtypes") // the toolkit declares the policy so
public final class ColumnLayout<R> implements Callback<TableView.ResizeFeatures, Boolean> {
  private static final double HIDDEN = 0;
  private static final double SHOWN = -1;

  private final List<DataColumn<R, ?>> columns;
  private final Map<DataColumn<R, ?>, Double> dragged = new HashMap<>();
  private LayoutMemory memory = LayoutMemory.transientMemory();
  private String name = "";
  private final IntegerProperty changes = new SimpleIntegerProperty();
  private Consumer<Boolean> onFitted = _ -> {};
  private boolean busy;
  private double room;
  private double end;

  ColumnLayout(List<DataColumn<R, ?>> columns) {
    this.columns = List.copyOf(columns);
  }

  /** Calls back when the columns were laid out, and says whether there was room for them. */
  void onFitted(Consumer<Boolean> action) {
    onFitted = action;
  }

  /** Makes the last column wider, where there is room, for what is drawn over its end. */
  public void keepAtEnd(double wide) {
    end = wide;
  }

  /** Takes what the user did before from a memory, and keeps what he does from now on. */
  void remember(LayoutMemory kept, String table) {
    memory = kept;
    name = table;
    for (DataColumn<R, ?> column : columns) {
      OptionalDouble width = memory.read(key(column));
      if (width.isPresent() && width.getAsDouble() == HIDDEN && column.mayHide()) {
        column.choose(false);
      } else if (width.isPresent() && width.getAsDouble() == SHOWN) {
        column.choose(true);
      } else if (width.isPresent()) {
        column.choose(true);
        dragged.put(column, Math.max(column.least(), width.getAsDouble()));
      }
    }
    changed();
  }

  /** Returns what lets the user choose columns: one line per column, and one that resets all. */
  public List<MenuItem> menu() {
    List<MenuItem> items = new ArrayList<>();
    for (DataColumn<R, ?> column : columns) {
      CheckMenuItem item = new CheckMenuItem(column.getText());
      item.setSelected(column.isChosen());
      item.setDisable(!column.mayHide());
      item.setOnAction(_ -> choose(column, item.isSelected()));
      changes.subscribe(_ -> item.setSelected(column.isChosen()));
      items.add(item);
    }
    MenuItem reset = new MenuItem(Text.of("controls.columns.reset"));
    reset.setOnAction(_ -> reset());
    items.add(new SeparatorMenuItem());
    items.add(reset);
    return items;
  }

  /** Shows or hides a column, as the user wants. */
  void choose(DataColumn<R, ?> column, boolean wanted) {
    column.choose(wanted);
    if (wanted == column.isPreset()) {
      memory.forget(key(column));
    } else {
      memory.write(key(column), wanted ? SHOWN : HIDDEN);
    }
    changed();
  }

  /** Forgets everything the user did. */
  public void reset() {
    dragged.clear();
    for (DataColumn<R, ?> column : columns) {
      column.choose(column.isPreset());
      memory.forget(key(column));
    }
    changed();
  }

  private void changed() {
    changes.set(changes.get() + 1);
    fit();
  }

  private String key(DataColumn<R, ?> column) {
    return "columns." + name + "." + column.getId();
  }

  @Override
  public Boolean call(TableView.ResizeFeatures features) {
    return resize((TableView.ResizeFeatures<?>) features);
  }

  private boolean resize(TableView.ResizeFeatures<?> features) {
    if (busy) {
      return true;
    }
    room = features.getContentWidth();
    @Nullable TableColumn<?, ?> handle = features.getColumn();
    if (handle != null) {
      return drag(handle, features.getDelta());
    }
    fit();
    return true;
  }

  /**
   * The column gets what it is dragged to, and one that grows gives or takes it; if it grows
   * itself, the column behind it does.
   */
  private boolean drag(TableColumn<?, ?> handle, double delta) {
    int index = columns.indexOf(handle);
    if (index < 0) {
      return false;
    }
    DataColumn<R, ?> column = columns.get(index);
    boolean grows = column.weight() > 0;
    DataColumn<R, ?> set = grows ? behind(index) : column;
    double width = set.getWidth() + (grows ? -delta : delta);
    if (set == column && grows || width < set.least()) {
      return false;
    }
    dragged.put(set, width);
    memory.write(key(set), width);
    fit();
    return true;
  }

  private DataColumn<R, ?> behind(int index) {
    return columns.subList(index + 1, columns.size()).stream()
        .filter(column -> column.isVisible() && column.weight() == 0)
        .findFirst()
        .orElse(columns.get(index));
  }

  /** Lays the columns out for the room there is. */
  void fit() {
    if (room <= 0) {
      return;
    }
    busy = true;
    List<DataColumn<R, ?>> wanted = new ArrayList<>(columns);
    wanted.removeIf(column -> !column.isChosen());
    double[] widths = widths(wanted);
    for (DataColumn<R, ?> column : columns) {
      int index = wanted.indexOf(column);
      boolean shown = index >= 0 && widths[index] != ColumnFit.LEFT;
      if (column.isVisible() != shown) {
        column.setVisible(shown);
      }
      if (shown) {
        column.setPrefWidth(widths[index]);
      }
    }
    busy = false;
    onFitted.accept(Arrays.stream(widths).sum() <= room);
  }

  /** What was dragged stays so wide and others leave before it; cut only where that is too much. */
  private double[] widths(List<DataColumn<R, ?>> wanted) {
    double floor = Math.floor(room);
    double[] kept = ColumnFit.widths(asked(wanted, true), floor);
    return Arrays.stream(kept).sum() <= floor
        ? kept
        : ColumnFit.widths(asked(wanted, false), floor);
  }

  private List<ColumnFit.Column> asked(List<DataColumn<R, ?>> wanted, boolean keepsDragged) {
    List<ColumnFit.Column> asked = new ArrayList<>();
    wanted.forEach(column -> asked.add(asked(column, keepsDragged)));
    if (!asked.isEmpty() && !dragged.containsKey(wanted.getLast())) {
      asked.add(asked.removeLast().wider(end));
    }
    return asked;
  }

  private ColumnFit.Column asked(DataColumn<R, ?> column, boolean keepsDragged) {
    double wish = dragged.getOrDefault(column, column.wish());
    boolean isKept = keepsDragged && dragged.containsKey(column);
    return new ColumnFit.Column(
        isKept ? wish : column.least(), wish, column.weight(), isKept ? 0 : column.leaves());
  }
}
