package io.tenantry.app.screens.workspaces.grid;

import io.tenantry.app.controls.Buttons;
import io.tenantry.app.controls.LayoutMemory;
import io.tenantry.app.controls.icons.Icon;
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
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableColumnBase;
import javafx.scene.control.TablePosition;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.jspecify.annotations.Nullable;

/** The columns of one table as an editable grid, as high as it has rows. UI thread. */
final class ColumnsTable extends TableView<DraftTable.Column> {
  private static final double HEAD = 30;
  private static final double FRAME = 1;
  private final GridViewModel model;
  private final WhyNot whyNot;
  private final LayoutMemory memory;
  private final Map<ColumnFlag, TableColumn<DraftTable.Column, Boolean>> flags =
      new EnumMap<>(ColumnFlag.class);

  ColumnsTable(GridViewModel model, LayoutMemory memory, WhyNot whyNot) {
    this.model = model;
    this.whyNot = whyNot;
    this.memory = memory;
    getStyleClass().addAll("data-table", "schema-grid");
    setAccessibleText(Text.of("workspace.grid.columns"));
    setEditable(true);
    getSelectionModel().setCellSelectionEnabled(true);
    setColumnResizePolicy(this::resize);
    setPlaceholder(new Label(""));
    setMinHeight(USE_PREF_SIZE);
    setMaxHeight(USE_PREF_SIZE);
    getItems().subscribe(this::requestLayout);
    fixedCellSizeProperty().subscribe(_ -> requestLayout());
    widthProperty().subscribe(_ -> requestLayout());
    setRowFactory(_ -> new FateRow());
    addField(ColumnField.NAME, Text.of("workspace.grid.name"), 180, 120, List::of);
    addField(ColumnField.TYPE, Text.of("workspace.grid.type"), 120, 76, () -> GridChoices.TYPES);
    addFlag(ColumnFlag.NULLABLE, Text.of("workspace.grid.nullable"));
    addField(ColumnField.DEFAULT, Text.of("workspace.grid.default"), 160, 112, List::of);
    addFlag(ColumnFlag.KEY, Text.of("workspace.grid.key"));
    addFlag(ColumnFlag.UNIQUE, Text.of("workspace.grid.unique"));
    addField(
        ColumnField.REFERENCES,
        Text.of("workspace.grid.references"),
        180,
        96,
        () -> GridChoices.references(model.edits().get()));
    getColumns().add(dropColumn());
    remember();
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
    if (row >= 0 && row < getItems().size()) {
      getSelectionModel().clearAndSelect(row, column);
    }
  }

  @Override
  protected double computePrefHeight(double width) {
    Node head = lookup(".column-header-background");
    double top = head == null ? HEAD : head.prefHeight(-1);
    double rows = getFixedCellSize() * getItems().size(); // the last one's line is the frame's
    return FRAME + top + rows + barHeight();
  }

  /** Room for the bar that a very narrow window needs; without it the last row would be hidden. */
  private double barHeight() {
    double least = getColumns().stream().mapToDouble(TableColumnBase::getMinWidth).sum();
    boolean needed = getWidth() > 0 && least > getWidth() - 2 * FRAME;
    return needed && lookup(".scroll-bar:horizontal") instanceof ScrollBar bar
        ? bar.prefHeight(-1)
        : 0;
  }

  /** Gives the focus to the name of the first column, unless a cell is looked at already. */
  void focusFirst() {
    requestFocus();
    if (getSelectionModel().isEmpty() && !getItems().isEmpty()) {
      getSelectionModel().clearAndSelect(0, getColumns().getFirst());
    }
  }

  /** Takes what is typed into a cell; false when it is refused, and the cell stays open. */
  boolean takesTyped() {
    return lookupAll(".table-cell").stream()
        .filter(FieldCell.class::isInstance)
        .map(FieldCell.class::cast)
        .filter(FieldCell::isEditing)
        .allMatch(FieldCell::takesTyped);
  }

  /** Opens the name of the last column for typing. */
  void editLast() {
    int last = getItems().size() - 1;
    TableColumn<DraftTable.Column, ?> name = getColumns().getFirst();
    getScene().getRoot().layout(); // the row has no cell before the table has grown
    getSelectionModel().clearAndSelect(last, name);
    getFocusModel().focus(last, name);
    edit(last, name);
  }

  private void addField(
      ColumnField field, String title, double width, double least, Supplier<List<String>> choices) {
    TableColumn<DraftTable.Column, String> column = new TableColumn<>(title);
    column.setId(field.name());
    column.setPrefWidth(width);
    column.setMinWidth(least);
    column.setSortable(false);
    column.setReorderable(false);
    column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(field.read(row.getValue())));
    column.setCellFactory(_ -> new FieldCell(field, model, whyNot, choices));
    getColumns().add(column);
  }

  private void addFlag(ColumnFlag flag, String title) {
    TableColumn<DraftTable.Column, Boolean> column = new TableColumn<>(title);
    column.setId(flag.name());
    column.setPrefWidth(64);
    column.setMinWidth(flag == ColumnFlag.UNIQUE ? 56 : 44);
    column.setMaxWidth(90);
    column.setSortable(false);
    column.setReorderable(false);
    column.getStyleClass().add("flag-column");
    column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(flag.read(row.getValue())));
    column.setCellFactory(_ -> new FlagCell(flag, model, whyNot, title));
    flags.put(flag, column);
    getColumns().add(column);
  }

  private TableColumn<DraftTable.Column, DraftTable.Column> dropColumn() {
    TableColumn<DraftTable.Column, DraftTable.Column> column = new TableColumn<>("");
    column.setId("drop");
    column.setMinWidth(36);
    column.setMaxWidth(36);
    column.setSortable(false);
    column.setReorderable(false);
    column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(row.getValue()));
    column.setCellFactory(_ -> new DropCell());
    return column;
  }

  private void remember() {
    for (TableColumn<DraftTable.Column, ?> column : getColumns()) {
      memory.read(key(column)).ifPresent(column::setPrefWidth);
    }
  }

  /** Only what the user drags is kept; what follows from the window is not. */
  private boolean resize(TableView.ResizeFeatures<DraftTable.Column> features) {
    boolean done = CONSTRAINED_RESIZE_POLICY_SUBSEQUENT_COLUMNS.call(features);
    TableColumn<DraftTable.Column, ?> dragged = features.getColumn();
    if (dragged != null) {
      memory.write(key(dragged), dragged.getWidth());
    }
    return done;
  }

  private static String key(TableColumn<DraftTable.Column, ?> column) {
    return "column.workspace.grid." + column.getId();
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
      toggleFocused();
      event.consume();
    } else if (event.getCode() == KeyCode.K && event.isShortcutDown() && event.isShiftDown()) {
      toggleKey();
      event.consume();
    }
  }

  private void toggleFocused() {
    TablePosition<?, ?> at = getFocusModel().getFocusedCell();
    cellAt(at.getRow(), at.getTableColumn())
        .ifPresent(
            cell -> {
              if (cell instanceof FlagCell flag) {
                flag.toggle();
              }
            });
  }

  private void toggleKey() {
    cellAt(getFocusModel().getFocusedIndex(), flags.get(ColumnFlag.KEY))
        .ifPresent(
            cell -> {
              if (cell instanceof FlagCell flag) {
                flag.toggle();
              }
            });
  }

  private Optional<TableCell<?, ?>> cellAt(int row, @Nullable TableColumnBase<?, ?> column) {
    for (Node node : lookupAll(".table-cell")) {
      if (node instanceof TableCell<?, ?> cell
          && cell.getIndex() == row
          && cell.getTableColumn() == column) {
        return Optional.of(cell);
      }
    }
    return Optional.empty();
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
        Buttons.icon(Icon.TRASH, Text.of("workspace.grid.drop"), this::toggle);
    private final Button restore =
        Buttons.icon(Icon.UNDO, Text.of("workspace.grid.restore"), this::toggle);

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
