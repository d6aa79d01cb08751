package io.tenantry.core.sqlite;

import io.tenantry.contract.error.EngineException;
import io.tenantry.contract.error.ErrorCode;
import io.tenantry.contract.error.SqlFailure;
import io.tenantry.contract.queries.Value;
import io.tenantry.sql.DdlParser;
import io.tenantry.sql.DdlStatement;
import io.tenantry.sql.RowStatement;
import io.tenantry.sql.SqlNames;
import io.tenantry.sql.SqlStatement;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.sqlite.SQLiteErrorCode;

/**
 * The tables in which virtual tables keep what they have. Whoever writes to one of them breaks the
 * virtual table; the driver has no way to SQLite's own guard against that.
 */
final class ShadowTables {
  private static final Set<String> ENDINGS =
      Set.of(
          "content",
          "segments",
          "segdir",
          "docsize",
          "stat",
          "data",
          "idx",
          "config",
          "node",
          "rowid",
          "parent");
  private static final String IS_SHADOW =
      "SELECT count(*) FROM pragma_table_list(?) WHERE schema = 'main' AND type = 'shadow'";

  private ShadowTables() {}

  /** Returns the table whose rows a statement changes, if it may be one by its name. */
  static Optional<String> written(SqlStatement statement) {
    return RowStatement.parse(statement.text())
        .map(RowStatement::table)
        .filter(ShadowTables::mayBe);
  }

  /** Returns the table that a statement writes, changes or drops, if it may be one by its name. */
  static Optional<String> touched(SqlStatement statement) {
    return written(statement)
        .or(() -> DdlParser.parse(statement.text()).flatMap(ShadowTables::changed))
        .filter(ShadowTables::mayBe);
  }

  private static Optional<String> changed(DdlStatement ddl) {
    return ddl instanceof DdlStatement.Create ? Optional.empty() : Optional.of(ddl.object());
  }

  private static boolean mayBe(String table) {
    return ENDINGS.contains(SqlNames.fold(table.substring(table.lastIndexOf('_') + 1)));
  }

  /**
   * Refuses a write to such a table, as SQLite does with its guard.
   *
   * @throws EngineException BAD_REQUEST when the table is one
   */
  static void refuse(SqliteDatabase database, String table) {
    if (database.queryLong(IS_SHADOW, Value.of(table)) > 0) {
      String message = "table %s may not be modified".formatted(table);
      SqlFailure failure =
          new SqlFailure(
              SqlFailure.Kind.READONLY,
              SQLiteErrorCode.SQLITE_ERROR.name(),
              message,
              Optional.of(table),
              List.of(),
              Optional.empty(),
              Optional.empty());
      throw new EngineException(
          ErrorCode.BAD_REQUEST, "query failed: " + message, failure.details(), null);
    }
  }
}
