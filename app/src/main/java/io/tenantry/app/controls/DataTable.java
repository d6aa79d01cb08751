package io.tenantry.app.controls;

import io.tenantry.app.text.Text;
import java.util.Collection;
import java.util.function.Consumer;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.collections.transformation.SortedList;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TablePosition;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import org.jspecify.annotations.Nullable;

/**
 * A virtual table with typed columns that remember their widths. Enter and double click open a row;
 * a screen reader hears value and row when moving down, value and column when moving right. UI
 * thread.
 */
public final class DataTable<R> extends TableView<R> {
  private boolean movedDown = true;

  /**
   * Creates a table over rows that the screen owns.
   *
   * @param name accessible name: what the rows are
   */
  @SafeVarargs
  public DataTable(String name, ObservableList<R> rows, DataColumn<R, ?>... columns) {
    getStyleClass().add("data-table");
    setAccessibleText(name);
    getColumns().addAll(columns);
    SortedList<R> sorted = new SortedList<>(rows);
    sorted.comparatorProperty().bind(comparatorProperty());
    setItems(sorted);
    setColumnResizePolicy(new GrowingColumns());
    setTableMenuButtonVisible(false);
    setPlaceholder(Labels.muted(""));
    getFocusModel().focusedCellProperty().subscribe(this::focusMoved);
  }

  /** Keeps column widths under a name, and sets those that were kept. */
  public DataTable<R> remember(LayoutMemory memory, String name) {
    for (TableColumn<R, ?> column : getColumns()) {
      String key = "column." + name + "." + column.getId();
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
    return this;
  }

  /** Opens a row by Enter or double click. */
  public DataTable<R> onOpen(Consumer<? super R> action) {
    setRowFactory(_ -> openingRow(action));
    addEventHandler(
        javafx.scene.input.KeyEvent.KEY_PRESSED,
        event -> {
          R selected = getSelectionModel().getSelectedItem();
          if (event.getCode() == KeyCode.ENTER && selected != null && !event.isShortcutDown()) {
            action.accept(selected);
            event.consume();
          }
        });
    return this;
  }

  /** Lets several rows be selected. */
  public DataTable<R> multiple() {
    getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
    return this;
  }

  /** Gives the rows a context menu. */
  public DataTable<R> menu(ContextMenu menu) {
    setContextMenu(menu);
    return this;
  }

  /** Shows a node when there are no rows (a filter that matches nothing). */
  public DataTable<R> whenEmpty(Node node) {
    setPlaceholder(node);
    return this;
  }

  /** Calls back when the user has scrolled near the last row, to load the next page. */
  public DataTable<R> onNearEnd(Runnable action) {
    skinProperty()
        .subscribe(
            skin -> {
              if (skin != null) {
                followScrollBar(action);
              }
            });
    return this;
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

  private TableRow<R> openingRow(Consumer<? super R> action) {
    TableRow<R> row = new TableRow<>();
    row.setOnMouseClicked(
        event -> {
          R item = row.getItem();
          if (item != null
              && event.getButton() == MouseButton.PRIMARY
              && event.getClickCount() == 2) {
            action.accept(item);
          }
        });
    return row;
  }

  private void followScrollBar(Runnable action) {
    for (Node node : lookupAll(".scroll-bar:vertical")) {
      if (node instanceof ScrollBar bar) {
        bar.valueProperty()
            .subscribe(
                (_, value) -> {
                  if (bar.isVisible() && value.doubleValue() > 0.9) {
                    action.run();
                  }
                });
      }
    }
    getItems()
        .addListener(
            (ListChangeListener<R>)
                _ -> {
                  if (!getItems().isEmpty()
                      && getItems().size() * getFixedCellSize() < getHeight()) {
                    action.run();
                  }
                });
  }
}
