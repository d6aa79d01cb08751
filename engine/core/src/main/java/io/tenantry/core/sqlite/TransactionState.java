package io.tenantry.core.sqlite;

import io.tenantry.contract.error.EngineException;
import java.sql.SQLException;
import org.sqlite.core.DB;

/** Whether a connection has a transaction, also when SQLite ended it by itself. */
final class TransactionState {
  private final DB db;
  private final Watch watch;
  private boolean open;
  private boolean lost;

  TransactionState(DB db, Watch watch) {
    this.db = db;
    this.watch = watch;
  }

  boolean isOpen() {
    return open;
  }

  void started() {
    open = true;
  }

  void committed() {
    open = false;
  }

  /**
   * Ends the transaction, if there is one, and throws nothing: it runs behind the error that
   * matters, and closing the connection rolls back as well.
   *
   * @return whether the connection is fit for further use
   */
  boolean rollback() {
    if (!open) {
      return true;
    }
    open = false;
    lost = false;
    return watch.shielded(this::runRollback);
  }

  private boolean runRollback() {
    try {
      db._exec("ROLLBACK");
      return true;
    } catch (SQLException e) {
      return SqliteErrors.isPlainError(e);
    }
  }

  /**
   * To be called after an error. Some make SQLite roll back by itself; whatever ran next would be
   * kept at once, each statement alone. Only where no transaction is left can one be started.
   */
  void lookAfterError() {
    if (open && !lost) {
      lost = watch.shielded(this::canStart);
    }
  }

  private boolean canStart() {
    try {
      db._exec("BEGIN;ROLLBACK");
      return true;
    } catch (SQLException _) {
      return false;
    }
  }

  /** To be called before a statement runs. */
  void checkNotLost() {
    if (lost) {
      throw EngineException.conflict("query failed: the transaction was rolled back before");
    }
  }
}
