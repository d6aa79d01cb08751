package io.tenantry.core.databases;

import io.tenantry.core.sqlite.SqliteDatabase;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;

/**
 * Stops one statement from outside: one that has not begun never runs, one that runs is
 * interrupted, which undoes it, and one that ran to its end stays. Any thread.
 */
public final class StatementStop implements QueryRunner.Running {
  private @Nullable SqliteDatabase running;
  private boolean interruptible;
  private boolean begun;
  private boolean stopped;
  private boolean interrupted;

  @Override
  public synchronized void begin(SqliteDatabase database, boolean undoable) {
    if (stopped) {
      throw new CancellationException("stopped before it began");
    }
    begun = true;
    running = database;
    interruptible = undoable;
  }

  @Override
  public synchronized void end() {
    running = null;
  }

  /**
   * Stops the statement.
   *
   * @return whether it began before, so that something is to be told about it
   */
  public synchronized boolean stop() {
    stopped = true;
    if (running != null && interruptible) {
      interrupted = true;
      running.interrupt();
    }
    return begun;
  }

  /** Returns whether the statement was interrupted, so that an error it met says nothing. */
  public synchronized boolean wasInterrupted() {
    return interrupted;
  }
}
