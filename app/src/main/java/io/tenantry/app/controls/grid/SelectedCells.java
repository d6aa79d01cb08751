package io.tenantry.app.controls.grid;

import java.util.AbstractList;
import java.util.List;
import javafx.collections.ObservableListBase;
import javafx.scene.control.TablePosition;
import javafx.scene.control.TableView;

/** The cells of rectangles as a list that makes its elements when they are asked for. UI thread. */
@SuppressWarnings("rawtypes") // the toolkit declares it so
final class SelectedCells extends ObservableListBase<TablePosition> {
  private final TableView<Integer> table;
  private List<CellBlock> blocks = List.of();

  SelectedCells(TableView<Integer> table) {
    this.table = table;
  }

  @Override
  public TablePosition get(int index) {
    return position(blocks, index);
  }

  @Override
  public int size() {
    return count(blocks);
  }

  void show(List<CellBlock> now) {
    List<CellBlock> before = blocks;
    blocks = List.copyOf(now);
    fireChange(new ReplacedAll<>(this, listOf(before)));
  }

  private List<TablePosition> listOf(List<CellBlock> of) {
    return new AbstractList<>() {
      @Override
      public TablePosition get(int index) {
        return position(of, index);
      }

      @Override
      public int size() {
        return count(of);
      }
    };
  }

  private static int count(List<CellBlock> of) {
    long count = of.stream().mapToLong(CellBlock::cells).sum();
    return (int) Math.min(Integer.MAX_VALUE, count);
  }

  private TablePosition position(List<CellBlock> of, int index) {
    long left = index;
    for (CellBlock block : of) {
      if (left < block.cells()) {
        int row = (int) (block.top() + left / block.width());
        int column = (int) (block.left() + left % block.width());
        return new TablePosition<>(table, row, table.getVisibleLeafColumn(column));
      }
      left -= block.cells();
    }
    throw new IndexOutOfBoundsException(index);
  }
}
