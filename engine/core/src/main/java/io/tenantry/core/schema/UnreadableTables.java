package io.tenantry.core.schema;

import io.tenantry.contract.error.EngineException;
import io.tenantry.contract.error.ErrorCode;
import io.tenantry.contract.queries.Value;
import io.tenantry.core.sqlite.BoundStatement;
import io.tenantry.core.sqlite.SqliteDatabase;
import io.tenantry.sql.DdlParser;
import io.tenantry.sql.DdlStatement.Drop;
import io.tenantry.sql.SqlNames;
import java.util.List;

/**
 * Drops virtual tables that their modules cannot open any more, because what they keep is damaged:
 * SQLite opens a virtual table to drop it, so it refuses these. They go with the tables that kept
 * their rows. Any thread.
 */
public final class UnreadableTables {
  private static final String IS_VIRTUAL =
      """
      SELECT count(*) FROM sqlite_schema
      WHERE type = 'table' AND rootpage = 0 AND name = ? COLLATE NOCASE
      """;

  /** A module calls them after the virtual table, with one more word. */
  private static final String KEEPERS =
      """
      SELECT name FROM pragma_table_list
      WHERE schema = 'main' AND type = 'shadow'
        AND substr(name, 1, length(?1) + 1) = ?1 || '_' COLLATE NOCASE
        AND instr(substr(name, length(?1) + 2), '_') = 0
      """;

  private static final String FORGET =
      """
      DELETE FROM sqlite_schema
      WHERE type = 'table' AND rootpage = 0 AND name = ? COLLATE NOCASE
      """;

  private UnreadableTables() {}

  /**
   * Runs a statement inside a transaction; one that drops a virtual table drops a damaged one, too.
   *
   * @return the number of rows changed
   */
  public static long run(SqliteDatabase database, BoundStatement statement) {
    try {
      return statement.run(database);
    } catch (EngineException refused) {
      if (refused.code() != ErrorCode.BAD_REQUEST
          || !(DdlParser.parse(statement.sql()).orElse(null) instanceof Drop(_, String name))
          || database.queryLong(IS_VIRTUAL, Value.of(name)) == 0) {
        throw refused;
      }
      drop(database, name);
      return 0;
    }
  }

  private static void drop(SqliteDatabase database, String name) {
    List<String> keepers = database.query(KEEPERS, row -> Cells.text(row, 0), Value.of(name));
    database.execute("PRAGMA writable_schema=ON");
    try {
      database.execute(FORGET, Value.of(name));
    } finally {
      database.execute("PRAGMA writable_schema=RESET");
    }
    keepers.forEach(keeper -> database.execute("DROP TABLE " + SqlNames.quote(keeper)));
  }
}
