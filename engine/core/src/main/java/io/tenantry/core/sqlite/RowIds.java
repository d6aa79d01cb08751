package io.tenantry.core.sqlite;

import io.tenantry.contract.error.EngineException;
import io.tenantry.contract.error.ErrorCode;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import org.sqlite.SQLiteConnection;
import org.sqlite.SQLiteErrorCode;

/** SQLite says the same of a full disk and of a table whose row ids are used up. */
final class RowIds {
  private static final String USED_UP =
      "SELECT name FROM sqlite_sequence WHERE seq = 9223372036854775807";

  private RowIds() {}

  /** Returns the error, or another one when it is no disk that is full. */
  static EngineException explained(EngineException error, SQLiteConnection connection) {
    boolean full =
        error.detail("sqlite_code").filter(SQLiteErrorCode.SQLITE_FULL.name()::equals).isPresent();
    return full && areUsedUp(connection)
        ? new EngineException(
            ErrorCode.BAD_REQUEST,
            "query failed: the largest row id is in use, so AUTOINCREMENT has no next one",
            Map.of("sqlite_code", SQLiteErrorCode.SQLITE_FULL.name()),
            error)
        : error;
  }

  private static boolean areUsedUp(SQLiteConnection connection) {
    try (PreparedStatement statement = connection.prepareStatement(USED_UP);
        ResultSet row = statement.executeQuery()) {
      return row.next();
    } catch (SQLException _) {
      return false; // there is no table with AUTOINCREMENT
    }
  }
}
