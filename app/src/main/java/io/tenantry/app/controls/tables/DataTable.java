package io.tenantry.app.controls.tables;

import io.tenantry.app.controls.Labels;
import io.tenantry.app.controls.LayoutMemory;
import io.tenantry.app.text.Text;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.property.ObjectProperty;
import javafx.collections.ObservableList;
import javafx.collections.transformation.SortedList;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TablePosition;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import org.jspecify.annotations.Nullable;

/**
 * A virtual table with typed columns that find their widths. Enter and double click open a row; a
 * screen reader hears value and row when moving down, value and column when moving right. UI
 * thread.
 */
public final class DataTable<R> extends TableView<R> {
  /** The toolkit keeps the bar for a width that the columns had before. */
  private static final PseudoClass FITTED = PseudoClass.getPseudoClass("fitted");

  private final ColumnLayout<R> layout;
  private final RowPort<R> port = new RowPort<>(this);
  private Consumer<? super R> opening = _ -> {};
  private RowLoading loading = RowLoading.NONE;
  private boolean movedDown = true;

  /** Creates a table over rows that the screen owns; the table sorts them itself. */
  @SafeVarargs
  public DataTable(String name, ObservableList<R> rows, DataColumn<R, ?>... columns) {
    this(name, List.of(columns));
    SortedList<R> sorted = new SortedList<>(rows);
    sorted.comparatorProperty().bind(comparatorProperty());
    setItems(sorted);
  }

  private DataTable(String name, List<DataColumn<R, ?>> columns) {
    layout = new ColumnLayout<>(columns);
    getStyleClass().add("data-table");
    setAccessibleText(name);
    getColumns().addAll(columns);
    setColumnResizePolicy(layout);
    layout.onFitted(fits -> pseudoClassStateChanged(FITTED, fits));
    setTableMenuButtonVisible(false);
    setPlaceholder(Labels.muted(""));
    setRowFactory(_ -> port.row());
    ContextMenu choice =
        new ContextMenu(layout.menu().toArray(javafx.scene.control.MenuItem[]::new));
    columns.forEach(column -> column.setContextMenu(choice));
    getFocusModel().focusedCellProperty().subscribe(this::focusMoved);
    addEventHandler(KeyEvent.KEY_PRESSED, this::enter);
    addEventFilter(MouseEvent.MOUSE_ENTERED_TARGET, UnsortedHeads::tell);
  }

  /**
   * Creates a table over rows that have their order already, and of which some may still be null.
   *
   * @param name accessible name: what the rows are
   */
  public static <R> DataTable<R> of(
      String name, ObservableList<@Nullable R> rows, List<DataColumn<R, ?>> columns) {
    DataTable<R> table = new DataTable<>(name, columns);
    table.setItems(rows);
    return table;
  }

  /** Keeps under a name which columns the user wants and how wide, and takes what was kept. */
  public DataTable<R> remember(LayoutMemory memory, String name) {
    layout.remember(memory, name);
    return this;
  }

  /** Tells somebody else by which column the user sorts, and follows when that changes. */
  public DataTable<R> sorting(ObjectProperty<Optional<io.tenantry.app.fx.Order>> order) {
    new HeadOrder<>(this, order);
    return this;
  }

  /** Opens a row by Enter or double click. */
  public DataTable<R> onOpen(Consumer<? super R> action) {
    opening = action;
    getStyleClass().add("opens");
    return this;
  }

  /** Lets several rows be selected. */
  public DataTable<R> multiple() {
    getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
    return this;
  }

  /** Lets somebody else keep which rows are selected; the table has only a cursor then. */
  public DataTable<R> marking(RowMarking<R> marks) {
    port.marking(marks);
    return this;
  }

  /** Says which rows could not be read. */
  public DataTable<R> loading(RowLoading wanted) {
    loading = wanted;
    return this;
  }

  /** Gives the rows a menu. */
  public DataTable<R> menu(ContextMenu menu) {
    return menus(() -> menu, ContextMenu::new);
  }

  /** Gives the rows a menu, and another one to the room beside them. */
  public DataTable<R> menus(Supplier<ContextMenu> ofRow, Supplier<ContextMenu> ofTable) {
    new TableMenus<>(this, port, ofRow, ofTable);
    return this;
  }

  /** Shows a node when there are no rows (a filter that matches nothing). */
  public DataTable<R> whenEmpty(Node node) {
    setPlaceholder(node);
    return this;
  }

  /** Returns where the rows are seen and what is done with them. */
  public RowPort<R> port() {
    return port;
  }

  /** Returns which columns there are and how wide. */
  public ColumnLayout<R> columnLayout() {
    return layout;
  }

  /** Selects and shows the first row that is one of the given. */
  public void selectFirst(Collection<R> candidates) {
    for (int index = 0; index < getItems().size(); index++) {
      if (candidates.contains(getItems().get(index))) {
        getSelectionModel().clearAndSelect(index);
        scrollTo(index);
        return;
      }
    }
  }

  void open(R row) {
    opening.accept(row);
  }

  boolean isFailed(int index) {
    return loading.isFailed(index);
  }

  void retry() {
    loading.retry();
  }

  private void enter(KeyEvent event) {
    int cursor = port.cursor();
    R row = cursor < 0 ? null : getItems().get(cursor);
    if (event.getCode() == KeyCode.ENTER
        && row != null
        && getStyleClass().contains("opens")
        && !event.isShortcutDown()) {
      open(row);
      event.consume();
    }
  }

  String spoken(String value, int row, String column) {
    return movedDown
        ? Text.of("controls.cell.row", value, row + 1)
        : Text.of("controls.cell.column", value, column);
  }

  private void focusMoved(@Nullable TablePosition<?, ?> before, @Nullable TablePosition<?, ?> now) {
    if (before != null && now != null) {
      movedDown = before.getRow() != now.getRow();
    }
  }
}
