package io.tenantry.app.controls.grid;

import java.util.AbstractList;
import java.util.List;
import javafx.collections.ObservableListBase;
import org.jspecify.annotations.Nullable;

/**
 * The rows a grid shows, as their places in the answer: a million of them take an array at most,
 * and nothing when they stand as they came. UI thread.
 */
final class RowList extends ObservableListBase<Integer> {
  private int @Nullable [] order;
  private int size;

  @Override
  public Integer get(int index) {
    if (index < 0 || index >= size) {
      throw new IndexOutOfBoundsException(index);
    }
    return order == null ? index : order[index];
  }

  @Override
  public int size() {
    return size;
  }

  /** Shows rows in an order. */
  void show(int[] rows) {
    replace(rows, rows.length);
  }

  /** Shows the first rows of the answer as they came. */
  void showFirst(int count) {
    if (order == null && count >= size) {
      grow(count);
    } else {
      replace(null, count);
    }
  }

  private void replace(int @Nullable [] rows, int count) {
    List<Integer> before = asBefore();
    order = rows;
    size = count;
    fireChange(new ReplacedAll<>(this, before));
  }

  private void grow(int count) {
    int before = size;
    size = count;
    if (count > before) {
      beginChange();
      nextAdd(before, count);
      endChange();
    }
  }

  private List<Integer> asBefore() {
    int[] rows = order;
    int count = size;
    return new AbstractList<>() {
      @Override
      public Integer get(int index) {
        return rows == null ? index : rows[index];
      }

      @Override
      public int size() {
        return count;
      }
    };
  }
}
