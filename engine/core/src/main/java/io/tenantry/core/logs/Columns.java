package io.tenantry.core.logs;

import io.tenantry.contract.queries.Value;
import io.tenantry.core.sqlite.SqliteStatement;

/** Reads columns of our own tables, whose types are known. */
final class Columns {
  private Columns() {}

  static long number(SqliteStatement row, int column) {
    return row.value(column) instanceof Value.Integer(long number) ? number : 0;
  }

  static String text(SqliteStatement row, int column) {
    return row.value(column) instanceof Value.Text(String text) ? text : "";
  }

  static byte[] bytes(SqliteStatement row, int column) {
    return row.value(column) instanceof Value.Blob(byte[] bytes) ? bytes : new byte[0];
  }
}
