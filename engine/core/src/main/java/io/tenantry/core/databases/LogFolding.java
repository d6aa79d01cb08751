package io.tenantry.core.databases;

import io.tenantry.contract.error.EngineException;
import io.tenantry.contract.queries.Value;
import io.tenantry.core.sqlite.SqliteDatabase;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Folds logs into their databases where not SQLite but who follows a log decides when. */
final class LogFolding {
  private static final Logger LOG = LoggerFactory.getLogger(LogFolding.class);

  private LogFolding() {}

  /** Does what has to be done before somebody else may write. */
  static void afterWriting(LogWatch watch, SqliteDatabase database) {
    watch.committed();
    if (!watch.isFoldDue()) {
      return;
    }
    fold(watch, database);
  }

  /**
   * Does what has to be done before the last connection closes. SQLite would fold the log while it
   * closes and then delete it, and a process that dies there could not tell what it has left.
   */
  static void beforeClosing(LogWatch watch, SqliteDatabase database) {
    if (watch.isActive()) {
      fold(watch, database);
    }
  }

  private static void fold(LogWatch watch, SqliteDatabase database) {
    watch.folding();
    boolean complete = false;
    try {
      complete = !database.isReadOnly() && foldNow(database);
    } catch (EngineException e) {
      LOG.warn("the log of {} cannot be folded now", database.path(), e);
    } finally {
      watch.folded(complete);
    }
  }

  /**
   * Copies the log into the file, as far as readers of older states allow; waits for nobody.
   *
   * @return whether all of it was copied, so that the next commit starts the log anew
   */
  private static boolean foldNow(SqliteDatabase database) {
    return database
        .query(
            "PRAGMA wal_checkpoint(PASSIVE)",
            row -> row.value(0).equals(Value.of(0)) && row.value(1).equals(row.value(2)))
        .getFirst();
  }
}
