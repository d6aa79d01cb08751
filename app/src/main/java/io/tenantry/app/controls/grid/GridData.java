package io.tenantry.app.controls.grid;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A query's answer as a {@link ResultGrid} reads it: by row and column, so that a million rows need
 * no copy. Values are null, {@code Long}, {@code Double}, {@code String} or {@code byte[]}.
 */
public interface GridData {
  /** Returns the columns, in order; names may repeat. */
  List<Column> columns();

  /** Returns the number of rows. */
  int rowCount();

  /** Returns one value. */
  @Nullable Object value(int row, int column);

  /**
   * One column of an answer.
   *
   * @param name its name in the answer
   * @param type the declared or found type, may be empty
   */
  record Column(String name, String type) {
    /** Says whether its values are written right-aligned. */
    public boolean isNumeric() {
      return type.matches("(?i).*(int|real|num|dec|doub|float).*");
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
