package io.tenantry.core.schema;

import io.tenantry.core.sqlite.SqliteDatabase;
import io.tenantry.sql.SqlNames;
import java.util.List;

/**
 * One row of {@code sqlite_schema} that somebody created: its own name, the table it belongs to
 * (for a table or view its own name) and the CREATE statement as SQLite keeps it.
 */
public record SchemaObject(Type type, String name, String table, String sql) {
  /** What SQLite makes by itself has no statement or a reserved name. */
  private static final String READ =
      """
      SELECT type, name, tbl_name, sql
      FROM sqlite_schema
      WHERE sql IS NOT NULL AND lower(substr(name, 1, 7)) <> 'sqlite_'
      ORDER BY rowid
      """;

  /** What can be created, in the order in which a schema has to be rebuilt. */
  public enum Type {
    TABLE,
    INDEX,
    VIEW,
    TRIGGER
  }

  /** Returns all objects in order of creation, shadow tables of virtual tables included. */
  static List<SchemaObject> readAll(SqliteDatabase database) {
    return database.query(
        READ,
        row ->
            new SchemaObject(
                Type.valueOf(SqlNames.upper(Cells.text(row, 0))),
                Cells.text(row, 1),
                Cells.text(row, 2),
                Cells.text(row, 3)));
  }

  /** Says whether this is a virtual table, which makes shadow tables of its own. */
  public boolean isVirtual() {
    return type == Type.TABLE && sql.regionMatches(true, 0, "CREATE VIRTUAL", 0, 14);
  }
}
