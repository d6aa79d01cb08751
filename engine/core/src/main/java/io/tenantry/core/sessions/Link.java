package io.tenantry.core.sessions;

import io.tenantry.contract.databases.DatabaseResult;
import io.tenantry.contract.databases.DatabaseStatement;
import io.tenantry.core.databases.Lease;
import io.tenantry.core.databases.QueryLimits;
import io.tenantry.core.sqlite.Deadline;
import io.tenantry.core.sqlite.GatedStatement;
import io.tenantry.core.sqlite.SqliteDatabase;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A leased connection to the database of a session. Its methods work inside SQLite: only threads
 * that may wait there call them, one at a time.
 */
abstract class Link implements AutoCloseable {
  private final Lease lease;
  private final QueryLimits limits;
  private boolean foreignKeysOff;

  Link(Lease lease, QueryLimits limits) {
    this.lease = lease;
    this.limits = limits;
  }

  /** Starts a transaction that may write. */
  abstract void begin();

  /** Runs one statement, inside a transaction or as one of its own. */
  abstract DatabaseResult run(
      GatedStatement gated, DatabaseStatement statement, AnswerBudget budget);

  /** Keeps what the transaction did. */
  abstract void commit();

  /** Returns where the record of schema changes stands. */
  abstract int mark();

  /** Forgets the schema changes behind a mark. */
  abstract void rewind(int mark);

  /**
   * Notes a statement that ran.
   *
   * @param rows how many rows it answered or changed; negative when it failed
   */
  abstract void note(String sql, Optional<String> error, long nanos, long rows);

  final void beginReading() {
    database().beginReading();
  }

  final SqliteDatabase database() {
    return lease.database();
  }

  /** Returns the file of the database. */
  final Path file() {
    return database().path();
  }

  final Deadline deadline() {
    return Deadline.in(limits.timeout());
  }

  /** Runs one statement on the connection as it is. */
  final DatabaseResult runHere(
      GatedStatement gated, DatabaseStatement statement, AnswerBudget budget) {
    return new StatementRun(database(), gated, statement, limits.maxRows(), budget).run(deadline());
  }

  /** Lets rows refer to nothing until the connection is given back; before a transaction only. */
  final void foreignKeysOff() {
    database().execute("PRAGMA foreign_keys=OFF");
    foreignKeysOff = true;
  }

  /** Gives the connection back; a transaction left open is rolled back. */
  @Override
  public final void close() {
    try {
      if (foreignKeysOff) {
        database().rollback();
        database().execute("PRAGMA foreign_keys=ON");
      }
    } finally {
      lease.close();
    }
  }
}
