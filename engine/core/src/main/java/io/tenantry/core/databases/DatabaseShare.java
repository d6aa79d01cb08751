package io.tenantry.core.databases;

import io.tenantry.contract.error.ConflictKind;
import io.tenantry.contract.error.EngineException;
import io.tenantry.contract.error.FailureReason;
import io.tenantry.core.sqlite.Deadline;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * How many threads the statements of one database have, and may have: fewer while some of them run
 * that were given up on. Any thread.
 */
final class DatabaseShare {
  private final int most;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition free = lock.newCondition();
  private int running;
  private int held;

  /** Who uses it or waits for it; guarded by the map that it is in. */
  private int users;

  private DatabaseShare(int most) {
    this.most = most;
  }

  /** Returns it with one user more; to be called while the map holds its place. */
  static DatabaseShare used(@Nullable DatabaseShare known, int most) {
    DatabaseShare share = known == null ? new DatabaseShare(most) : known;
    share.users++;
    return share;
  }

  /** Returns it with one user less, null when that was the last. */
  @Nullable DatabaseShare left() {
    users--;
    return users > 0 ? this : null;
  }

  /**
   * Waits for a thread.
   *
   * @throws EngineException CONFLICT when there is none before the deadline, or when so many
   *     statements are held that there will be none
   */
  void enter(Deadline deadline) {
    lock.lock();
    try {
      while (running >= allowed()) {
        if (allowed() == 0) {
          throw EngineException.conflict(
                  ConflictKind.BUSY,
                  "database is busy: statements that could not be stopped still run on it")
              .because(FailureReason.STATEMENTS_HELD);
        }
        if (free.awaitNanos(deadline.remainingNanos()) <= 0) {
          throw Waiting.busy();
        }
      }
      running++;
    } catch (InterruptedException e) {
      throw Waiting.interrupted(e);
    } finally {
      lock.unlock();
    }
  }

  private int allowed() {
    if (held == 0) {
      return most;
    }
    return held < most ? 1 : 0;
  }

  /** A statement has ended. */
  void leave() {
    change(-1, 0);
  }

  /** A statement is given up on: it runs on, and does not count as running. */
  void giveUp() {
    change(-1, 1);
  }

  /** A statement that was given up on has ended. */
  void endHeld() {
    change(0, -1);
  }

  private void change(int ofRunning, int ofHeld) {
    lock.lock();
    try {
      running += ofRunning;
      held += ofHeld;
      free.signalAll();
    } finally {
      lock.unlock();
    }
  }
}
