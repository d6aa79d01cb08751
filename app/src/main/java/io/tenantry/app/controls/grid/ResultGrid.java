package io.tenantry.app.controls.grid;

import io.tenantry.app.controls.Clipboards;
import io.tenantry.app.controls.Labels;
import io.tenantry.app.text.Text;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TablePosition;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/**
 * Shows a query's answer: virtual, typed, sortable, with NULL and blobs told apart from text.
 * Copies selected rows in several formats; Enter or double click opens a cell in a viewer. UI
 * thread.
 */
public final class ResultGrid extends StackPane {
  private static final double NARROW = 64;
  private static final double WIDE = 340;
  private static final double CHARACTER = 7.4;
  private static final int SAMPLE = 60;

  private final TableView<Integer> table = new TableView<>();
  private final ObservableList<Integer> rows = FXCollections.observableArrayList();
  private final CellViewer viewer = new CellViewer();
  private GridData data = GridData.of(List.of(), List.of());
  private String tableName = "result";
  private String filter = "";

  public ResultGrid() {
    getStyleClass().add("result-grid");
    table.getStyleClass().addAll("data-table", "grid-lines");
    table.setAccessibleText(Text.of("grid.name"));
    table.setItems(rows);
    table.getSelectionModel().setCellSelectionEnabled(true);
    table.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
    table.setPlaceholder(Labels.muted(Text.of("grid.noRows")));
    table.setSortPolicy(_ -> sort());
    table.setContextMenu(menu());
    table.addEventHandler(KeyEvent.KEY_PRESSED, this::keyPressed);
    table.setOnMouseClicked(
        event -> {
          if (event.getClickCount() == 2) {
            openCell();
          }
        });
    getChildren().add(table);
  }

  /** Shows an answer. */
  public void show(GridData answer) {
    data = answer;
    List<TableColumn<Integer, Object>> columns = new ArrayList<>();
    columns.add(numberColumn());
    for (int index = 0; index < answer.columns().size(); index++) {
      columns.add(column(index));
    }
    table.getSortOrder().clear();
    table.getColumns().setAll(columns);
    fill();
  }

  /** Names the table in copied INSERT statements. */
  public void tableName(String name) {
    tableName = name;
  }

  /** Shows only rows with a value that contains the text, in any case; empty shows all. */
  public void filter(String text) {
    filter = text.toLowerCase(Locale.ROOT);
    fill();
  }

  /** Returns how many rows are shown. */
  public int shownRows() {
    return rows.size();
  }

  /** Returns the rows that are shown, or only the selected ones, as text. */
  public String write(GridFormats format, boolean onlySelected) {
    return format.write(data, onlySelected ? selectedRows() : List.copyOf(rows), tableName);
  }

  /** Returns the table itself, for tests and focus. */
  public TableView<Integer> table() {
    return table;
  }

  private void fill() {
    Predicate<Integer> wanted = filter.isEmpty() ? _ -> true : this::matches;
    List<Integer> order = new ArrayList<>(data.rowCount());
    for (int row = 0; row < data.rowCount(); row++) {
      if (wanted.test(row)) {
        order.add(row);
      }
    }
    rows.setAll(order);
    sort();
  }

  private boolean matches(int row) {
    for (int column = 0; column < data.columns().size(); column++) {
      String text = GridFormats.plain(data.value(row, column));
      if (text.toLowerCase(Locale.ROOT).contains(filter)) {
        return true;
      }
    }
    return false;
  }

  private boolean sort() {
    Comparator<Integer> order = table.getComparator();
    rows.sort(order == null ? Comparator.naturalOrder() : order);
    return true;
  }

  private TableColumn<Integer, Object> numberColumn() {
    TableColumn<Integer, Object> column = new TableColumn<>("#");
    column.getStyleClass().add("row-number");
    column.setSortable(false);
    column.setReorderable(false);
    column.setPrefWidth(NARROW);
    column.setCellFactory(_ -> new ResultCell(-1, Text.of("grid.rowNumber")));
    column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>((long) row.getValue() + 1));
    return column;
  }

  private TableColumn<Integer, Object> column(int index) {
    GridData.Column about = data.columns().get(index);
    TableColumn<Integer, Object> column = new TableColumn<>(about.name());
    column.setId(String.valueOf(index));
    column.setCellValueFactory(row -> cell(row.getValue(), index));
    column.setComparator(ValueOrder.INSTANCE);
    column.setCellFactory(_ -> new ResultCell(index, about.name()));
    column.setPrefWidth(widthFor(index, about));
    if (about.isNumeric()) {
      column.getStyleClass().add("number-cell");
    }
    return column;
  }

  private ReadOnlyObjectWrapper<Object> cell(int row, int column) {
    return new ReadOnlyObjectWrapper<>(data.value(row, column));
  }

  private double widthFor(int index, GridData.Column about) {
    int longest = about.name().length() + 3;
    for (int row = 0; row < Math.min(SAMPLE, data.rowCount()); row++) {
      Object value = data.value(row, index);
      longest = Math.max(longest, value instanceof byte[] ? 14 : GridFormats.plain(value).length());
    }
    return Math.clamp(longest * CHARACTER + 24, NARROW, WIDE);
  }

  private List<Integer> selectedRows() {
    return table.getSelectionModel().getSelectedCells().stream()
        .map(TablePosition::getRow)
        .distinct()
        .sorted()
        .map(rows::get)
        .toList();
  }

  private ContextMenu menu() {
    Menu copyAs = new Menu(Text.of("grid.copyAs"));
    for (GridFormats format : GridFormats.values()) {
      copyAs
          .getItems()
          .add(item("grid.format." + format.name().toLowerCase(Locale.ROOT), () -> copy(format)));
    }
    return new ContextMenu(
        item("grid.copyCell", this::copyCell),
        copyAs,
        item("grid.openCell", this::openCell),
        item("grid.selectAll", () -> table.getSelectionModel().selectAll()));
  }

  private static MenuItem item(String key, Runnable action) {
    MenuItem item = new MenuItem(Text.of(key));
    item.setOnAction(_ -> action.run());
    return item;
  }

  private void keyPressed(KeyEvent event) {
    if (new KeyCodeCombination(KeyCode.C, KeyCombination.SHORTCUT_DOWN).match(event)) {
      copySelection();
      event.consume();
    } else if (event.getCode() == KeyCode.ENTER && !event.isShortcutDown()) {
      openCell();
      event.consume();
    }
  }

  private void copySelection() {
    if (table.getSelectionModel().getSelectedCells().size() == 1) {
      copyCell();
    } else {
      copy(GridFormats.TEXT);
    }
  }

  private void copy(GridFormats format) {
    Clipboards.copy(write(format, true));
  }

  private void copyCell() {
    Clipboards.copy(GridFormats.plain(focusedValue()));
  }

  private void openCell() {
    TablePosition<?, ?> focused = table.getFocusModel().getFocusedCell();
    if (focused.getTableColumn() != null && focused.getRow() >= 0) {
      viewer.show(this, focused.getTableColumn().getText(), focusedValue());
    }
  }

  private @Nullable Object focusedValue() {
    TablePosition<?, ?> focused = table.getFocusModel().getFocusedCell();
    TableColumn<?, ?> column = focused.getTableColumn();
    if (column == null || column.getId() == null || focused.getRow() < 0) {
      return null;
    }
    return data.value(rows.get(focused.getRow()), Integer.parseInt(column.getId()));
  }
}
