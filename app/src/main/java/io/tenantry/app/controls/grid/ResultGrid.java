package io.tenantry.app.controls.grid;

import io.tenantry.app.controls.Clipboards;
import io.tenantry.app.controls.Labels;
import io.tenantry.app.controls.cards.RoundFrame;
import io.tenantry.app.fx.Command;
import io.tenantry.app.text.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.geometry.Insets;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TablePosition;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/**
 * Shows a query's answer: virtual, typed, sortable, with NULL and blobs told apart from text, also
 * while it is still coming. Copies what is selected in several formats; Enter or double click opens
 * a cell in a viewer. UI thread.
 */
public final class ResultGrid extends StackPane {
  private static final int ARRANGED_AT_ONCE = 5_000;

  private final TableView<Integer> table = new TableView<>();
  private final RowList rows = new RowList();
  private final RangeSelection selection = new RangeSelection(table);
  private final PinnedTenant pinned = new PinnedTenant(table, selection);
  private Optional<ScrollBar> sideways = Optional.empty();
  private final RoundFrame frame = new RoundFrame(table);
  private final CellViewer viewer = new CellViewer();
  private final ReadOnlyStringWrapper selectionWords = new ReadOnlyStringWrapper("");
  private final Background background;
  private GridData data = new CompactRows(0);
  private GridColumns columns = new GridColumns(data);
  private GridOrder order = GridOrder.PLAIN;
  private Optional<Region> head = Optional.empty();
  private boolean arranging;
  private boolean outdated;
  private String tableName = "result";

  /** A grid for answers of moderate size, which it sorts and filters at once. */
  public ResultGrid() {
    this(Background.NONE);
  }

  /** A grid for answers of any size; sorts and filters large ones in the background. */
  public ResultGrid(Background background) {
    this.background = background;
    getStyleClass().add("result-grid");
    table.getStyleClass().addAll("data-table", "grid-lines");
    table.setAccessibleText(Text.of("grid.name"));
    table.setItems(rows);
    table.setSelectionModel(selection);
    table.setPlaceholder(Labels.muted(Text.of("grid.noRows")));
    table.setOnSort(_ -> selection.clearSelection());
    table.setSortPolicy(_ -> sort());
    table.setContextMenu(menu());
    table.addEventHandler(KeyEvent.KEY_PRESSED, this::keyPressed);
    table.addEventFilter(MouseEvent.MOUSE_DRAGGED, this::dragged);
    table.setOnMouseClicked(this::clicked);
    selection.onChange(this::reselected);
    getChildren().add(frame);
    rows.subscribe(this::requestLayout);
    table.skinProperty().subscribe(_ -> followHead());
  }

  private void followHead() {
    if (table.lookup(".column-header-background") instanceof Region found) {
      head = Optional.of(found);
      found.heightProperty().subscribe(_ -> requestLayout());
    }
    sideways =
        table.lookupAll(".scroll-bar").stream()
            .filter(ScrollBar.class::isInstance)
            .map(ScrollBar.class::cast)
            .filter(bar -> bar.getOrientation() == Orientation.HORIZONTAL)
            .findFirst();
    sideways.ifPresent(bar -> bar.visibleProperty().subscribe(_ -> requestLayout()));
  }

  private double around() {
    Insets inside = table.getInsets();
    double bar =
        sideways.filter(ScrollBar::isVisible).map(found -> found.prefHeight(-1)).orElse(0.0);
    return inside.getTop() + inside.getBottom() + bar;
  }

  /** The frame ends where the rows do: what is left would look like one row more. */
  @Override
  protected void layoutChildren() {
    double rowsHeight = rows.size() * table.getFixedCellSize();
    double wanted = head.map(Region::getHeight).orElse(0.0) + rowsHeight + around();
    boolean whole = rows.isEmpty() || head.isEmpty() || wanted > getHeight();
    frame.resizeRelocate(0, 0, getWidth(), whole ? getHeight() : wanted);
  }

  /** Shows an answer, as it came. */
  public void show(GridData answer) {
    data = answer;
    columns = new GridColumns(answer);
    order = GridOrder.PLAIN.filteredBy(order.filter());
    selection.clearSelection();
    table.getSortOrder().clear();
    table.getColumns().setAll(all());
    pinned.pin(tenantColumn());
    arrange();
  }

  /** Shows what came to the answer since. */
  public void grew() {
    List<TableColumn<Integer, Object>> all = all();
    if (!List.copyOf(table.getColumns()).containsAll(all)) {
      selection.clearSelection();
      table.getColumns().setAll(all);
      pinned.pin(tenantColumn());
    }
    arrange();
  }

  private List<TableColumn<Integer, Object>> all() {
    List<TableColumn<Integer, Object>> all = new ArrayList<>();
    if (!columns.hasTenants() && !data.columns().isEmpty()) {
      all.add(columns.numbers());
    }
    all.addAll(columns.all());
    return all;
  }

  private @Nullable TableColumn<Integer, ?> tenantColumn() {
    return columns.hasTenants() ? columns.all().getFirst() : null;
  }

  /** Names the table in copied INSERT statements. */
  public void tableName(String name) {
    tableName = name;
  }

  /** Returns the name of the table in INSERT statements. */
  public String insertsInto() {
    return tableName;
  }

  /** Shows only rows with a value that contains the text, in any case; empty shows all. */
  public void filter(String text) {
    order = order.filteredBy(text);
    selection.clearSelection();
    arrange();
  }

  /** Shows only rows with a value in a column; empty shows all. */
  public void only(int column, Optional<?> value) {
    order = order.where(value.map(of -> new GridOrder.Only(column, of)).stream().toList());
    selection.clearSelection();
    arrange();
  }

  /** Returns how many rows are shown. */
  public int shownRows() {
    return rows.size();
  }

  /** Says how many cells are selected and what they add up to; empty for one cell or none. */
  public ReadOnlyStringProperty selectionWords() {
    return selectionWords.getReadOnlyProperty();
  }

  /** Returns the rows and columns that are shown, in their order. */
  public GridSlice shown() {
    return new GridSlice(data, rowsOf(0, rows.size()), valuesOf(0, Integer.MAX_VALUE));
  }

  /** Returns the table itself, for tests and focus. */
  public TableView<Integer> table() {
    return table;
  }

  @Override
  public void requestFocus() {
    table.requestFocus();
  }

  private boolean sort() {
    List<GridOrder.Key> keys = new ArrayList<>();
    for (TableColumn<Integer, ?> column : table.getSortOrder()) {
      boolean descending = column.getSortType() == TableColumn.SortType.DESCENDING;
      keys.add(new GridOrder.Key(GridColumns.placeOf(column), descending));
    }
    order = order.sortedBy(keys);
    arrange();
    return true;
  }

  /** Puts the rows in order; off this thread when they are many, one time after the other. */
  private void arrange() {
    GridOrder wanted = order;
    GridData answer = data;
    int count = answer.rowCount();
    if (wanted.isPlain()) {
      rows.showFirst(count);
    } else if (count <= ARRANGED_AT_ONCE) {
      rows.show(wanted.of(answer, count));
    } else if (arranging) {
      outdated = true;
    } else {
      arranging = true;
      background.run(() -> wanted.of(answer, count), found -> arranged(answer, wanted, found));
    }
  }

  private void arranged(GridData answer, GridOrder wanted, int[] found) {
    arranging = false;
    if (answer == data && wanted.equals(order)) {
      selection.clearSelection(); // other rows stand at its places now
      rows.show(found);
    } else {
      outdated = true;
    }
    if (outdated) {
      outdated = false;
      arrange();
    }
  }

  private void reselected() {
    SelectionSum sum = new SelectionSum(data, rows::get, columnsOf(0, Integer.MAX_VALUE));
    selectionWords.set(sum.words(selection.blocks()));
  }

  private int[] rowsOf(int from, int to) {
    return IntStream.range(from, to).map(rows::get).toArray();
  }

  /** Returns the places in the answer of the columns that are shown between two places. */
  private int[] columnsOf(int from, int to) {
    List<TableColumn<Integer, ?>> visible = table.getVisibleLeafColumns();
    return IntStream.range(from, Math.min(to, visible.size()))
        .map(place -> GridColumns.placeOf(visible.get(place)))
        .toArray();
  }

  /** The same without the row numbers, which are not of the answer. */
  private int[] valuesOf(int from, int to) {
    return IntStream.of(columnsOf(from, to)).filter(place -> place >= 0).toArray();
  }

  private ContextMenu menu() {
    Menu copyAs = new Menu(Text.of("grid.copyAs"));
    for (GridFormats format : GridFormats.values()) {
      String key = "grid.format." + format.name().toLowerCase(Locale.ROOT);
      copyAs.getItems().add(item(key, () -> copy(format)));
    }
    return new ContextMenu(
        item("grid.copyCell", this::copyCell),
        copyAs,
        item("grid.openCell", this::openCell),
        item("grid.selectAll", selection::selectAll));
  }

  private static MenuItem item(String key, Runnable action) {
    MenuItem item = new MenuItem(Text.of(key));
    item.setOnAction(_ -> action.run());
    return item;
  }

  private void keyPressed(KeyEvent event) {
    commands().stream()
        .filter(key -> KeyCombination.valueOf(key.keys()).match(event))
        .findFirst()
        .ifPresent(
            key -> {
              key.run().run();
              event.consume();
            });
  }

  /** Returns what its keys do, for whoever lists them. */
  public List<Command> commands() {
    return List.of(
        Command.inPart(Text.of("grid.copySelected"), "Shortcut+C", this::copySelection),
        Command.inPart(Text.of("grid.openCell"), "Enter", this::openCell),
        Command.inPart(Text.of("grid.selectAll"), "Shortcut+A", selection::selectAll));
  }

  private void clicked(MouseEvent event) {
    if (event.getButton() == MouseButton.PRIMARY && event.getClickCount() == 2) {
      openCell();
    }
  }

  /** The toolkit's table selects no ranges by dragging. */
  private void dragged(MouseEvent event) {
    TablePosition<?, ?> from = table.getFocusModel().getFocusedCell();
    TableCell<?, ?> to = cellAt(event.getPickResult().getIntersectedNode());
    if (event.getButton() == MouseButton.PRIMARY
        && to != null
        && !to.isEmpty()
        && from.getRow() >= 0
        && from.getColumn() >= 0) {
      int column = columnPlace(to);
      selection.span(from.getRow(), from.getColumn(), to.getIndex(), column);
    }
  }

  private int columnPlace(TableCell<?, ?> cell) {
    for (int place = 0; place < table.getVisibleLeafColumns().size(); place++) {
      if (table.getVisibleLeafColumn(place) == cell.getTableColumn()) {
        return place;
      }
    }
    return 0;
  }

  private static @Nullable TableCell<?, ?> cellAt(@Nullable Node node) {
    Node at = node;
    while (at != null && !(at instanceof TableCell<?, ?>)) {
      at = at.getParent();
    }
    return (TableCell<?, ?>) at;
  }

  private void copySelection() {
    List<CellBlock> blocks = selection.blocks();
    if (blocks.size() == 1 && blocks.getFirst().cells() == 1) {
      copyCell();
    } else {
      copy(GridFormats.TEXT);
    }
  }

  private void copy(GridFormats format) {
    StringBuilder text = new StringBuilder();
    for (CellBlock block : selection.blocks()) {
      int[] places = valuesOf(block.left(), block.right() + 1);
      int[] wanted = rowsOf(block.top(), block.bottom() + 1);
      text.append(format.text(new GridSlice(data, wanted, places), tableName));
    }
    Clipboards.copy(text.toString());
  }

  private void copyCell() {
    Clipboards.copy(GridFormats.plain(focusedValue()));
  }

  private void openCell() {
    int column = focusedColumn();
    int row = table.getFocusModel().getFocusedCell().getRow();
    if (column >= 0 && data.has(rows.get(row), column)) {
      viewer.show(this, data.columns().get(column).name(), focusedValue());
    }
  }

  /** Returns the place of the column with the focus in the answer; -1 for none. */
  private int focusedColumn() {
    TablePosition<?, ?> focused = table.getFocusModel().getFocusedCell();
    boolean cell = focused.getTableColumn() != null && focused.getRow() >= 0;
    return cell && focused.getRow() < rows.size()
        ? GridColumns.placeOf(focused.getTableColumn())
        : -1;
  }

  private @Nullable Object focusedValue() {
    int column = focusedColumn();
    int row = table.getFocusModel().getFocusedCell().getRow();
    return column < 0 ? null : data.value(rows.get(row), column);
  }
}
