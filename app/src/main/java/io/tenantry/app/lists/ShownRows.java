package io.tenantry.app.lists;

import java.util.Collections;
import java.util.List;
import javafx.collections.ObservableListBase;
import org.jspecify.annotations.Nullable;

/**
 * Rows that change in place: a table keeps its cells, its scroll position and its focus. UI thread.
 */
final class ShownRows<R> extends ObservableListBase<@Nullable R> {
  private List<R> rows = List.of();

  @Override
  public @Nullable R get(int index) {
    return rows.get(index);
  }

  @Override
  public int size() {
    return rows.size();
  }

  /** Shows other rows. */
  void show(List<R> wanted) {
    List<R> before = rows;
    rows = List.copyOf(wanted);
    if (rows.equals(before)) {
      return;
    }
    beginChange();
    int common = Math.min(before.size(), rows.size());
    if (rows.size() > common) {
      nextAdd(common, rows.size());
    } else if (before.size() > common) {
      nextRemove(common, Collections.<@Nullable R>nCopies(before.size() - common, null));
    }
    for (int index = 0; index < common; index++) {
      if (!rows.get(index).equals(before.get(index))) {
        nextUpdate(index);
      }
    }
    endChange();
  }
}
