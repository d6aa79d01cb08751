package io.tenantry.app.controls.grid;

import java.util.AbstractList;
import java.util.ArrayList;
import java.util.List;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableColumnBase;
import javafx.scene.control.TablePosition;
import javafx.scene.control.TableView;
import org.jspecify.annotations.Nullable;

/**
 * The selected cells of a grid, as rectangles: the toolkit's own model holds an object per cell, so
 * that selecting all of a large answer would take minutes. UI thread.
 */
final class RangeSelection extends TableView.TableViewSelectionModel<Integer> {
  private final TableView<Integer> table;
  private final List<CellBlock> blocks = new ArrayList<>();
  private final SelectedCells cells;
  private Runnable onChange = () -> {};

  RangeSelection(TableView<Integer> table) {
    super(table);
    this.table = table;
    this.cells = new SelectedCells(table);
    setSelectionMode(SelectionMode.MULTIPLE);
    setCellSelectionEnabled(true);
  }

  void onChange(Runnable action) {
    onChange = action;
  }

  List<CellBlock> blocks() {
    return List.copyOf(blocks);
  }

  /** Replaces the selection by one rectangle, given by any two of its opposite corners. */
  void span(int row, int column, int otherRow, int otherColumn) {
    replace(
        new CellBlock(
            Math.min(row, otherRow),
            Math.min(column, otherColumn),
            Math.max(row, otherRow),
            Math.max(column, otherColumn)));
  }

  private void replace(CellBlock block) {
    blocks.clear();
    blocks.add(block);
    changed();
  }

  private void add(CellBlock block) {
    if (block.cells() == 1 && isSelectedAt(block.top(), block.left())) {
      return;
    }
    blocks.add(block);
    changed();
  }

  private void changed() {
    if (blocks.isEmpty()) {
      setSelectedIndex(-1);
      setSelectedItem(null);
    } else {
      int row = blocks.getLast().bottom();
      setSelectedIndex(row);
      setSelectedItem(row < table.getItems().size() ? table.getItems().get(row) : null);
    }
    cells.show(blocks);
    onChange.run();
  }

  private boolean isSelectedAt(int row, int column) {
    return blocks.stream().anyMatch(block -> block.contains(row, column));
  }

  private int lastRow() {
    return table.getItems().size() - 1;
  }

  private int lastColumn() {
    return table.getVisibleLeafColumns().size() - 1;
  }

  private int placeOf(TableColumn<Integer, ?> column) {
    return table.getVisibleLeafIndex(column);
  }

  private boolean isEmptyTable() {
    return lastRow() < 0 || lastColumn() < 0;
  }

  private CellBlock row(int row) {
    return new CellBlock(row, 0, row, lastColumn());
  }

  private void focus(int row, @Nullable TableColumn<Integer, ?> column) {
    table.getFocusModel().focus(row, column);
  }

  // whole rows

  @Override
  public ObservableList<Integer> getSelectedIndices() {
    return FXCollections.observableList(new SelectedRows(blocks));
  }

  @Override
  public ObservableList<Integer> getSelectedItems() {
    List<Integer> rows = new SelectedRows(blocks);
    return FXCollections.observableList(
        new AbstractList<>() {
          @Override
          public Integer get(int index) {
            return table.getItems().get(rows.get(index));
          }

          @Override
          public int size() {
            return rows.size();
          }
        });
  }

  @Override
  public void selectIndices(int first, int... others) {
    select(first);
    for (int row : others) {
      select(row);
    }
  }

  @Override
  public void selectAll() {
    if (!isEmptyTable()) {
      replace(new CellBlock(0, 0, lastRow(), lastColumn()));
    }
  }

  @Override
  public void selectFirst() {
    clearAndSelect(0);
  }

  @Override
  public void selectLast() {
    clearAndSelect(lastRow());
  }

  @Override
  public void clearAndSelect(int row) {
    if (!isEmptyTable() && row >= 0 && row <= lastRow()) {
      replace(row(row));
      focus(row, table.getVisibleLeafColumn(0));
    }
  }

  @Override
  public void select(int row) {
    if (!isEmptyTable() && row >= 0 && row <= lastRow()) {
      add(row(row));
      focus(row, table.getVisibleLeafColumn(0));
    }
  }

  @Override
  public void select(Integer item) {
    int row = table.getItems().indexOf(item);
    if (row >= 0) {
      select(row);
    }
  }

  @Override
  public void clearSelection(int row) {
    for (int column = 0; column <= lastColumn(); column++) {
      remove(row, column);
    }
  }

  @Override
  public void clearSelection() {
    if (!blocks.isEmpty()) {
      blocks.clear();
      changed();
    }
  }

  @Override
  public boolean isSelected(int row) {
    return blocks.stream().anyMatch(block -> block.touchesRow(row));
  }

  @Override
  public boolean isEmpty() {
    return blocks.isEmpty();
  }

  @Override
  public void selectPrevious() {
    selectAboveCell();
  }

  @Override
  public void selectNext() {
    selectBelowCell();
  }

  // cells

  @Override
  @SuppressWarnings("rawtypes") // the toolkit declares it so
  public ObservableList<TablePosition> getSelectedCells() {
    return cells;
  }

  @Override
  public boolean isSelected(int row, @Nullable TableColumn<Integer, ?> column) {
    return column == null ? isSelected(row) : isSelectedAt(row, placeOf(column));
  }

  @Override
  public void select(int row, @Nullable TableColumn<Integer, ?> column) {
    if (column == null) {
      select(row);
    } else if (row >= 0 && row <= lastRow() && placeOf(column) >= 0) {
      add(CellBlock.cell(row, placeOf(column)));
      focus(row, column);
    }
  }

  @Override
  public void clearAndSelect(int row, @Nullable TableColumn<Integer, ?> column) {
    if (column == null) {
      clearAndSelect(row);
    } else if (row >= 0 && row <= lastRow() && placeOf(column) >= 0) {
      replace(CellBlock.cell(row, placeOf(column)));
      focus(row, column);
    }
  }

  @Override
  public void clearSelection(int row, @Nullable TableColumn<Integer, ?> column) {
    if (column == null) {
      clearSelection(row);
    } else {
      remove(row, placeOf(column));
    }
  }

  private void remove(int row, int column) {
    for (CellBlock block : blocks()) {
      if (block.contains(row, column)) {
        blocks.remove(block);
        blocks.addAll(block.without(row, column));
        changed();
      }
    }
  }

  @Override
  public void selectRange(
      int minRow,
      TableColumnBase<Integer, ?> minColumn,
      int maxRow,
      TableColumnBase<Integer, ?> maxColumn) {
    if (isEmptyTable()) {
      return;
    }
    int left = placeOfBase(minColumn, 0);
    int right = placeOfBase(maxColumn, lastColumn());
    blocks.add(
        new CellBlock(
            Math.clamp(Math.min(minRow, maxRow), 0, lastRow()),
            Math.min(left, right),
            Math.clamp(Math.max(minRow, maxRow), 0, lastRow()),
            Math.max(left, right)));
    changed();
  }

  private int placeOfBase(@Nullable TableColumnBase<Integer, ?> column, int otherwise) {
    return column instanceof TableColumn<Integer, ?> leaf ? placeOf(leaf) : otherwise;
  }

  @Override
  public void selectLeftCell() {
    move(0, -1);
  }

  @Override
  public void selectRightCell() {
    move(0, 1);
  }

  @Override
  public void selectAboveCell() {
    move(-1, 0);
  }

  @Override
  public void selectBelowCell() {
    move(1, 0);
  }

  private void move(int rows, int columns) {
    TablePosition<?, ?> focused = table.getFocusModel().getFocusedCell();
    int row = Math.clamp(focused.getRow() + (long) rows, 0, Math.max(0, lastRow()));
    int column = Math.clamp(focused.getColumn() + (long) columns, 0, Math.max(0, lastColumn()));
    if (!isEmptyTable()) {
      select(row, table.getVisibleLeafColumn(column));
    }
  }
}
