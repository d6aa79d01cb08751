package io.tenantry.core.workspaces;

import io.tenantry.contract.error.EngineException;
import io.tenantry.core.databases.StatementStop;
import io.tenantry.core.sqlite.Deadline;
import io.tenantry.core.sqlite.SqliteDatabase;
import java.util.concurrent.CancellationException;
import java.util.function.Supplier;

/**
 * One run of SQL in a workspace that can be stopped from outside, until its last statement has
 * ended. Any thread.
 */
final class Stoppable {
  private final StatementStop signal = new StatementStop();

  /**
   * Runs the statements, all of which the transaction around them takes back.
   *
   * @throws EngineException {@code query failed: cancelled} when it was stopped
   */
  <T> T run(SqliteDatabase database, Deadline deadline, Supplier<T> statements) {
    T result = database.within(deadline, () -> watched(database, statements));
    if (signal.wasInterrupted()) {
      throw EngineException.cancelled();
    }
    return result;
  }

  private <T> T watched(SqliteDatabase database, Supplier<T> statements) {
    try {
      signal.begin(database, true);
      return statements.get();
    } catch (CancellationException neverBegan) {
      throw EngineException.cancelled();
    } catch (EngineException e) {
      throw signal.wasInterrupted() ? EngineException.cancelled() : e;
    } finally {
      signal.end();
    }
  }

  void stop() {
    signal.stop();
  }
}
