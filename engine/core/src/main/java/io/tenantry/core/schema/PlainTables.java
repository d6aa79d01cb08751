package io.tenantry.core.schema;

import io.tenantry.core.sqlite.SqliteDatabase;
import io.tenantry.sql.SqlNames;
import java.util.List;

/** The tables of a database that hold rows: no views, no virtual ones, none of SQLite's own. */
public final class PlainTables {
  private static final String NAMES =
      """
      SELECT name FROM pragma_table_list
      WHERE schema = 'main' AND type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\'
      ORDER BY name
      """;

  private PlainTables() {}

  /** Returns their names in order. */
  public static List<String> names(SqliteDatabase database) {
    return database.query(NAMES, row -> row.value(0).toString());
  }

  /** Counts the rows of one of them. */
  public static long rows(SqliteDatabase database, String table) {
    return database.queryLong("SELECT count(*) FROM " + SqlNames.quote(table));
  }
}
