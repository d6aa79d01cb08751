package io.tenantry.core.databases;

import io.tenantry.contract.error.EngineException;
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
    watch.folding();
    boolean complete = false;
    try {
      complete = database.foldLog();
    } catch (EngineException e) {
      LOG.warn("the log of {} cannot be folded now", database.path(), e);
    } finally {
      watch.folded(complete);
    }
  }
}
