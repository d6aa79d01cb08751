package io.tenantry.core.sessions;

import io.tenantry.contract.databases.RecordedChanges;
import io.tenantry.core.access.Caller;
import io.tenantry.core.sqlite.GatedStatement;
import io.tenantry.sql.SqlStatement;
import java.util.function.Function;

/** The database that a session is for. */
interface Target {

  /** Returns what tells it from all other databases. */
  Object key();

  /**
   * Returns how many sessions it may have at one time.
   *
   * @throws io.tenantry.contract.error.EngineException NOT_FOUND when it does not exist
   */
  int maxSessions();

  /** Returns whether its schema may change, with a record of it. */
  boolean recordsSchema();

  /** Lets a statement pass or refuses it. */
  GatedStatement gate(SqlStatement statement, Caller caller);

  /**
   * Waits for a connection on the calling thread, then does work with it on one that may wait
   * inside SQLite. The work closes the link, now or later.
   *
   * @throws io.tenantry.contract.error.EngineException as {@code DatabaseSession.run}
   */
  <T> T connect(Caller caller, boolean writes, Function<Link, T> work);

  /**
   * Checks whether a transaction that holds a connection may go on.
   *
   * @throws io.tenantry.contract.error.EngineException as {@link #connect} would by now
   */
  void requireUsable();

  /** Returns what is told of schema changes that were recorded since it was last asked. */
  default RecordedChanges takeRecorded() {
    return RecordedChanges.NOTHING;
  }

  /** Does more work with a connection held. */
  <T> T onLink(Link link, Function<Link, T> work);
}
