package io.tenantry.core.workspaces;

import io.tenantry.contract.error.EngineException;
import io.tenantry.core.sqlite.Savepoints;
import io.tenantry.core.sqlite.SqliteDatabase;
import io.tenantry.core.sqlite.TransactionControl;
import io.tenantry.core.sqlite.TransactionControl.Begin;
import io.tenantry.core.sqlite.TransactionControl.Commit;
import io.tenantry.core.sqlite.TransactionControl.Release;
import io.tenantry.core.sqlite.TransactionControl.Rollback;
import io.tenantry.core.sqlite.TransactionControl.RollbackTo;
import io.tenantry.core.sqlite.TransactionControl.Savepoint;
import io.tenantry.core.sqlite.TransactionFailure;
import java.util.function.IntConsumer;
import java.util.function.IntSupplier;

/**
 * What the transactions and savepoints of a script do, which runs in one transaction as a whole:
 * what it rolls back is gone, and what it commits is kept when the script ends. One thread.
 */
final class ScriptTransaction implements AutoCloseable {
  /** Stands for BEGIN. */
  private static final String BEGUN = "tenantry script begin";

  private final SqliteDatabase database;
  private final IntSupplier mark;
  private final IntConsumer rewind;
  private final Savepoints savepoints = new Savepoints();

  /**
   * Begins outside of a transaction, as far as the script knows.
   *
   * @param mark tells where the record of statements stands
   * @param rewind forgets what is behind a mark
   */
  ScriptTransaction(SqliteDatabase database, IntSupplier mark, IntConsumer rewind) {
    this.database = database;
    this.mark = mark;
    this.rewind = rewind;
  }

  /**
   * Does what a statement says.
   *
   * @throws EngineException BAD_REQUEST as SQLite refuses it where no transaction or savepoint fits
   */
  void run(TransactionControl control) {
    switch (control) {
      case Begin _ -> begin();
      case Commit _ -> {
        requireOpen("commit");
        savepoints.releaseAll(database);
      }
      case Rollback _ -> {
        requireOpen("rollback");
        rewind.accept(savepoints.rollBackAll(database));
      }
      case Savepoint(String name) -> savepoints.set(database, name, mark.getAsInt());
      case Release(String name) -> savepoints.release(database, name);
      case RollbackTo(String name) -> rewind.accept(savepoints.rollBackTo(database, name));
    }
  }

  private void begin() {
    if (!savepoints.areNone()) {
      throw TransactionFailure.isOpen();
    }
    savepoints.set(database, BEGUN, mark.getAsInt());
  }

  private void requireOpen(String what) {
    if (savepoints.areNone()) {
      throw TransactionFailure.noneIsOpen(what);
    }
  }

  /** SQLite would take back what is not committed; a text that was cut off says nothing of that. */
  void requireEnded() {
    if (!savepoints.areNone()) {
      throw EngineException.badRequest(
          "the script ends inside of a transaction: end it with COMMIT, ROLLBACK or RELEASE");
    }
  }

  /** Takes back what a failure left open. */
  @Override
  public void close() {
    if (!savepoints.areNone() && database.isInTransaction()) {
      rewind.accept(savepoints.rollBackAll(database));
    }
  }
}
