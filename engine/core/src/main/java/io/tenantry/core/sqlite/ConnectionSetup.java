package io.tenantry.core.sqlite;

import java.sql.SQLException;
import org.sqlite.SQLiteConnection;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteLimits;
import org.sqlite.core.DB;

/** Limits and settings of a new connection, before any foreign SQL can reach it. */
final class ConnectionSetup {
  /** Longest text or blob: stops {@code zeroblob} bombs. */
  static final int MAX_VALUE_BYTES = 64 << 20;

  /** Longest statement; requests are smaller, imported dumps may hold large literals. */
  static final int MAX_SQL_BYTES = 16 << 20;

  /** Longest pattern of users for LIKE and GLOB: a long one on a long text takes for ever. */
  static final int MAX_PATTERN_BYTES = 1_000;

  private static final String COMMON =
      "PRAGMA trusted_schema=OFF;PRAGMA foreign_keys=ON;PRAGMA mmap_size=0;PRAGMA"
          + " cache_size=-1024;";

  /** Thousands of tenant connections may be open; work of the engine is rare and larger. */
  private static final String SMALL_CACHE = "PRAGMA cache_size=-512;";

  private static final String WRITING = "PRAGMA journal_mode=WAL;PRAGMA synchronous=";

  private static final String KEEPING_LOG = "PRAGMA wal_autocheckpoint=0;";

  /** Works only before the log is first touched. */
  private static final String ALONE = "PRAGMA locking_mode=EXCLUSIVE;";

  private ConnectionSetup() {}

  static void apply(SQLiteConnection connection, OpenOptions options, Durability durability)
      throws SQLException {
    DB db = connection.getDatabase();
    DriverFunctions.remove(connection);
    connection.setBusyTimeout(Math.toIntExact(options.busyTimeout().toMillis()));
    // The driver would add a BEGIN and a COMMIT of its own behind every statement otherwise.
    connection.getConnectionConfig().setAutoCommit(false);
    db.limit(SQLiteLimits.SQLITE_LIMIT_LENGTH.getId(), MAX_VALUE_BYTES);
    db.limit(SQLiteLimits.SQLITE_LIMIT_SQL_LENGTH.getId(), MAX_SQL_BYTES);
    if (options.profile() != Profile.ENGINE) {
      db.limit(SQLiteLimits.SQLITE_LIMIT_ATTACHED.getId(), 0);
      db.limit(SQLiteLimits.SQLITE_LIMIT_LIKE_PATTERN_LENGTH.getId(), MAX_PATTERN_BYTES);
    }
    db.enable_load_extension(false);
    if (options.alone()) {
      run(db, ALONE);
    }
    run(db, options.profile() == Profile.ENGINE ? COMMON : COMMON + SMALL_CACHE);
    if (options.mode() == OpenMode.READ_WRITE || options.mode() == OpenMode.CREATE) {
      Durability wanted = options.profile() == Profile.ENGINE ? Durability.FULL : durability;
      run(db, WRITING + wanted.name() + ";");
    }
    if (options.keepsLog() && options.mode() != OpenMode.READ_ONLY) {
      run(db, KEEPING_LOG);
    }
  }

  private static void run(DB db, String constantSql) throws SQLException {
    int result = db._exec(constantSql);
    if (result != SQLiteErrorCode.SQLITE_OK.code) {
      db.throwex(result);
    }
  }
}
