package io.tenantry.core.schema;

import io.tenantry.contract.queries.Value;
import io.tenantry.core.sqlite.SqliteStatement;

/** Reads cells of SQLite's own catalog tables, where the storage class of each column is known. */
public final class Cells {
  private Cells() {}

  /** Returns a text, or an empty one for NULL. */
  public static String text(SqliteStatement row, int column) {
    return switch (row.value(column)) {
      case Value.Null _ -> "";
      case Value value -> value.toString();
    };
  }

  /** Returns a number that SQLite keeps small. */
  public static int number(SqliteStatement row, int column) {
    return row.value(column) instanceof Value.Integer(long number) ? Math.toIntExact(number) : 0;
  }

  /** Returns a number as yes or no. */
  public static boolean flag(SqliteStatement row, int column) {
    return number(row, column) != 0;
  }
}
