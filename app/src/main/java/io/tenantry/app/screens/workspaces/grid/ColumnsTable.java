package io.tenantry.app.screens.workspaces.grid;

import io.tenantry.app.controls.Buttons;
import io.tenantry.app.controls.LayoutMemory;
import io.tenantry.app.screens.workspaces.edits.DraftTable;
import io.tenantry.app.screens.workspaces.edits.Fate;
import io.tenantry.app.text.Text;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TablePosition;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** The columns of one table as an editable grid, as high as it has rows. UI thread. */
final class ColumnsTable extends TableView<DraftTable.Column> {
  private static final double ROW = 32;
  private static final double HEADER = 32;
  private final GridViewModel model;
  private final Map<ColumnFlag, TableColumn<DraftTable.Column, Boolean>> flags =
      new EnumMap<>(ColumnFlag.class);

  ColumnsTable(GridViewModel model, LayoutMemory memory) {
    this.model = model;
    getStyleClass().addAll("data-table", "schema-grid");
    setAccessibleText(Text.of("workspace.grid.columns"));
    setEditable(true);
    setFixedCellSize(ROW);
    getSelectionModel().setCellSelectionEnabled(true);
    setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_SUBSEQUENT_COLUMNS);
    setPlaceholder(new Label(""));
    setRowFactory(_ -> new FateRow());
    addField(ColumnField.NAME, Text.of("workspace.grid.name"), 180, List::of);
    addField(ColumnField.TYPE, Text.of("workspace.grid.type"), 120, () -> GridChoices.TYPES);
    addFlag(ColumnFlag.NULLABLE, Text.of("workspace.grid.nullable"));
    addField(ColumnField.DEFAULT, Text.of("workspace.grid.default"), 160, List::of);
    addFlag(ColumnFlag.KEY, Text.of("workspace.grid.key"));
    addFlag(ColumnFlag.UNIQUE, Text.of("workspace.grid.unique"));
    addField(
        ColumnField.REFERENCES,
        Text.of("workspace.grid.references"),
        180,
        () -> GridChoices.references(model.edits().get()));
    getColumns().add(dropColumn());
    remember(memory);
    addEventHandler(KeyEvent.KEY_PRESSED, this::keyPressed);
  }

  /** Shows the columns of a table and keeps the cell that is looked at. */
  void show(DraftTable table) {
    @Nullable TablePosition<?, ?> focused = getFocusModel().getFocusedCell();
    int row = focused == null ? -1 : focused.getRow();
    TableColumn<DraftTable.Column, ?> column =
        focused == null || focused.getColumn() < 0
            ? getColumns().getFirst()
            : getColumns().get(focused.getColumn());
    getItems().setAll(table.columns());
    double height = HEADER + ROW * table.columns().size() + 2;
    setMinHeight(height);
    setPrefHeight(height);
    setMaxHeight(height);
    if (row >= 0 && row < getItems().size()) {
      getSelectionModel().clearAndSelect(row, column);
    }
  }

  /** Opens the name of the last column for typing. */
  void editLast() {
    int last = getItems().size() - 1;
    TableColumn<DraftTable.Column, ?> name = getColumns().getFirst();
    layout();
    getSelectionModel().clearAndSelect(last, name);
    getFocusModel().focus(last, name);
    edit(last, name);
  }

  private void addField(
      ColumnField field, String title, double width, Supplier<List<String>> choices) {
    TableColumn<DraftTable.Column, String> column = new TableColumn<>(title);
    column.setId(field.name());
    column.setPrefWidth(width);
    column.setMinWidth(72);
    column.setSortable(false);
    column.setReorderable(false);
    column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(field.read(row.getValue())));
    column.setCellFactory(_ -> new FieldCell(field, model, choices));
    getColumns().add(column);
  }

  private void addFlag(ColumnFlag flag, String title) {
    TableColumn<DraftTable.Column, Boolean> column = new TableColumn<>(title);
    column.setId(flag.name());
    column.setPrefWidth(64);
    column.setMinWidth(56);
    column.setMaxWidth(90);
    column.setSortable(false);
    column.setReorderable(false);
    column.getStyleClass().add("flag-column");
    column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(flag.read(row.getValue())));
    column.setCellFactory(_ -> new FlagCell(flag, model, title));
    flags.put(flag, column);
    getColumns().add(column);
  }

  private TableColumn<DraftTable.Column, DraftTable.Column> dropColumn() {
    TableColumn<DraftTable.Column, DraftTable.Column> column = new TableColumn<>("");
    column.setId("drop");
    column.setMinWidth(44);
    column.setMaxWidth(44);
    column.setSortable(false);
    column.setReorderable(false);
    column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(row.getValue()));
    column.setCellFactory(_ -> new DropCell());
    return column;
  }

  private void remember(LayoutMemory memory) {
    for (TableColumn<DraftTable.Column, ?> column : getColumns()) {
      String key = "column.workspace.grid." + column.getId();
      memory.read(key).ifPresent(column::setPrefWidth);
      column
          .widthProperty()
          .subscribe(
              (_, width) -> {
                if (getScene() != null) {
                  memory.write(key, width.doubleValue());
                }
              });
    }
  }

  private void keyPressed(KeyEvent event) {
    Optional<DraftTable.Column> focused = Optional.ofNullable(getFocusModel().getFocusedItem());
    if (focused.isEmpty() || getEditingCell() != null) {
      return;
    }
    if (event.getCode() == KeyCode.DELETE) {
      model.toggleColumn(focused.get());
      event.consume();
    } else if (event.getCode() == KeyCode.SPACE) {
      toggleFocused(focused.get());
      event.consume();
    } else if (event.getCode() == KeyCode.K && event.isShortcutDown() && event.isShiftDown()) {
      toggle(ColumnFlag.KEY, focused.get());
      event.consume();
    }
  }

  private void toggleFocused(DraftTable.Column column) {
    TableColumn<?, ?> at = getFocusModel().getFocusedCell().getTableColumn();
    flags.forEach(
        (flag, tableColumn) -> {
          if (tableColumn == at) {
            toggle(flag, column);
          }
        });
  }

  private void toggle(ColumnFlag flag, DraftTable.Column column) {
    Optional<DraftTable> table = model.selected().get();
    if (table.isEmpty()) {
      return;
    }
    if (flag.isEditable(table.get(), column)) {
      model.change(column.key(), flag.write(column.spec(), !flag.read(column)));
    } else {
      model.refuse(flag.whyNot(column));
    }
  }

  /** Marks a row by what the edits do to its column. */
  private static final class FateRow extends TableRow<DraftTable.Column> {
    @Override
    protected void updateItem(DraftTable.@Nullable Column item, boolean empty) {
      super.updateItem(item, empty);
      Fates.mark(this, empty || item == null ? Fate.KEPT : item.fate());
    }
  }

  /** The button that drops a column or takes the drop back. */
  private final class DropCell extends TableCell<DraftTable.Column, DraftTable.Column> {
    private static final PseudoClass RESTORE = PseudoClass.getPseudoClass("restore");
    private final Button drop =
        Buttons.icon(Feather.TRASH_2, Text.of("workspace.grid.drop"), this::toggle);
    private final Button restore =
        Buttons.icon(Feather.ROTATE_CCW, Text.of("workspace.grid.restore"), this::toggle);

    DropCell() {
      getStyleClass().add("drop-cell");
      drop.setFocusTraversable(false);
      restore.setFocusTraversable(false);
    }

    @Override
    protected void updateItem(DraftTable.@Nullable Column item, boolean empty) {
      super.updateItem(item, empty);
      boolean dropped = item != null && item.fate() == Fate.DROPPED;
      pseudoClassStateChanged(RESTORE, dropped);
      setGraphic(empty || item == null ? null : dropped ? restore : drop);
      setTooltip(null);
      if (item != null && !dropped) {
        drop.setTooltip(new Tooltip(Text.of("workspace.grid.dropNamed", item.name())));
      }
    }

    private void toggle() {
      if (getItem() != null) {
        model.toggleColumn(getItem());
      }
    }
  }
}
