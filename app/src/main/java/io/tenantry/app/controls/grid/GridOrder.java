package io.tenantry.app.controls.grid;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Which rows of an answer are shown, and in which order. Any thread.
 *
 * @param filter text that a value of the row must contain, in any case; empty for all rows
 * @param only values that columns of the row must have
 * @param keys columns to sort by, the first first; empty for the order in which rows came
 */
record GridOrder(String filter, List<Only> only, List<Key> keys) {
  static final GridOrder PLAIN = new GridOrder("", List.of(), List.of());

  GridOrder {
    filter = filter.toLowerCase(Locale.ROOT);
    only = List.copyOf(only);
    keys = List.copyOf(keys);
  }

  /** A column to sort by. */
  record Key(int column, boolean descending) {}

  /** A value that a column must have. */
  record Only(int column, Object value) {}

  /** Returns whether all rows are shown as they came. */
  boolean isPlain() {
    return filter.isEmpty() && only.isEmpty() && keys.isEmpty();
  }

  GridOrder filteredBy(String text) {
    return new GridOrder(text, only, keys);
  }

  GridOrder sortedBy(List<Key> other) {
    return new GridOrder(filter, only, other);
  }

  GridOrder where(List<Only> wanted) {
    return new GridOrder(filter, wanted, keys);
  }

  /** Returns the places of the rows among the first {@code count}. */
  int[] of(GridData data, int count) {
    int[] found = new int[count];
    int size = 0;
    for (int row = 0; row < count; row++) {
      if (matches(data, row)) {
        found[size++] = row;
      }
    }
    int[] rows = Arrays.copyOf(found, size);
    return keys.isEmpty() ? rows : sorted(data, rows);
  }

  private boolean matches(GridData data, int row) {
    for (Only wanted : only) {
      if (!wanted.value().equals(data.value(row, wanted.column()))) {
        return false;
      }
    }
    if (filter.isEmpty()) {
      return true;
    }
    for (int column : data.shown()) {
      String text = GridFormats.plain(data.value(row, column));
      if (text.toLowerCase(Locale.ROOT).contains(filter)) {
        return true;
      }
    }
    return false;
  }

  private int[] sorted(GridData data, int[] rows) {
    Integer[] places = new Integer[rows.length];
    Arrays.setAll(places, place -> place);
    Comparator<Integer> order = (_, _) -> 0;
    for (Key key : keys) {
      order = order.thenComparing(comparator(data, rows, key));
    }
    Arrays.sort(places, order); // stable: equal rows stay as they came
    int[] sorted = new int[rows.length];
    Arrays.setAll(sorted, place -> rows[places[place]]);
    return sorted;
  }

  /** Reads each value once: reading makes objects, and sorting would read it many times. */
  private static Comparator<Integer> comparator(GridData data, int[] rows, Key key) {
    @Nullable Object[] values = new Object[rows.length];
    Arrays.setAll(values, place -> data.value(rows[place], key.column()));
    Comparator<Integer> ascending =
        (one, other) -> ValueOrder.INSTANCE.compare(values[one], values[other]);
    return key.descending() ? ascending.reversed() : ascending;
  }
}
