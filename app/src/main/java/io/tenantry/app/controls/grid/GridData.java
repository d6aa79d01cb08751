package io.tenantry.app.controls.grid;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A query's answer as a {@link ResultGrid} reads it: by row and column, so that a million rows need
 * no copy. Values are null, {@code Long}, {@code Double}, {@code String} or {@code byte[]}. Rows
 * and columns may come while it is shown; those that are there stay as they are.
 */
public interface GridData {
  /** Returns the columns; names may repeat. */
  List<Column> columns();

  /** Returns the columns that are shown, by their place in {@link #columns}, from left to right. */
  default List<Integer> shown() {
    List<Integer> all = new ArrayList<>();
    for (int index = 0; index < columns().size(); index++) {
      all.add(index);
    }
    return all;
  }

  /** Returns the number of rows. */
  int rowCount();

  /** Returns one value; null also where {@link #has} says that there is none. */
  @Nullable Object value(int row, int column);

  /** Returns whether there is a value, NULL included: none came where somebody did not answer. */
  default boolean has(int row, int column) {
    return true;
  }

  /** What stands in a column. */
  enum Role {
    /** Values of the answer. */
    VALUE,
    /** Who answered: it stays in sight. */
    TENANT,
    /** Why somebody did not answer. */
    ERROR
  }

  /**
   * One column of an answer.
   *
   * @param name its name in the answer
   * @param type the declared or found type, may be empty
   * @param role what stands in it
   */
  record Column(String name, String type, Role role) {
    private static final Set<String> NUMERIC = Set.of("int", "real", "num", "dec", "doub", "float");

    /** A column of values. */
    public Column(String name, String type) {
      this(name, type, Role.VALUE);
    }

    /** Says whether its values are written right-aligned. */
    public boolean isNumeric() {
      String lower = type.toLowerCase(Locale.ROOT);
      return NUMERIC.stream().anyMatch(lower::contains);
    }
  }

  /** An answer held in lists. */
  static GridData of(List<Column> columns, List<List<@Nullable Object>> rows) {
    return new GridData() {
      @Override
      public List<Column> columns() {
        return columns;
      }

      @Override
      public int rowCount() {
        return rows.size();
      }

      @Override
      public @Nullable Object value(int row, int column) {
        return rows.get(row).get(column);
      }
    };
  }
}
