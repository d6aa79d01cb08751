package io.tenantry.core.sessions;

import io.tenantry.core.sqlite.ForeignKeyScript;
import io.tenantry.core.sqlite.Savepoints;
import io.tenantry.core.sqlite.TransactionControl.Mode;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A transaction of a session: from its first statement on it holds the connection it needs. One
 * thread at a time.
 */
final class Transaction {
  private final Mode mode;

  /** Made by the engine around statements that belong together; callers do not see it. */
  private final boolean hidden;

  /** Begun by a SAVEPOINT, so that the RELEASE of that one commits it. */
  private final boolean bySavepoint;

  private final ForeignKeyScript foreignKeys;

  private final Savepoints savepoints = new Savepoints();
  private @Nullable Link link;

  private Transaction(
      Mode mode, boolean hidden, boolean bySavepoint, ForeignKeyScript foreignKeys) {
    this.mode = mode;
    this.hidden = hidden;
    this.bySavepoint = bySavepoint;
    this.foreignKeys = foreignKeys;
  }

  static Transaction begun(Mode mode, ForeignKeyScript foreignKeys) {
    return new Transaction(mode, false, false, foreignKeys);
  }

  static Transaction bySavepoint(ForeignKeyScript foreignKeys) {
    return new Transaction(Mode.DEFERRED, false, true, foreignKeys);
  }

  static Transaction hidden(boolean writes, ForeignKeyScript foreignKeys) {
    return new Transaction(writes ? Mode.WRITE : Mode.READ, true, false, foreignKeys);
  }

  boolean isHidden() {
    return hidden;
  }

  Mode mode() {
    return mode;
  }

  ForeignKeyScript foreignKeys() {
    return foreignKeys;
  }

  @Nullable Link link() {
    return link;
  }

  /** Takes the connection and starts the transaction on it; on a thread that may wait there. */
  void start(Link taken, boolean writes) {
    boolean started = false;
    try {
      if (writes) {
        if (foreignKeys != ForeignKeyScript.ENFORCED) {
          taken.foreignKeysOff();
        }
        taken.begin();
      } else {
        taken.beginReading();
      }
      started = true;
      link = taken;
    } finally {
      if (!started) {
        taken.close();
      }
    }
  }

  void savepoint(Link on, String name) {
    savepoints.set(on.database(), name, on.mark());
  }

  /** Returns whether that was the SAVEPOINT which began the transaction. */
  boolean release(Link on, String name) {
    boolean ends = bySavepoint && savepoints.isFirst(name);
    if (!ends) {
      savepoints.release(on.database(), name);
    }
    return ends;
  }

  void rollbackTo(Link on, String name) {
    on.rewind(savepoints.rollBackTo(on.database(), name));
  }

  /** Gives the connection back, which rolls back what was not committed. */
  void end(Consumer<Link> closing) {
    Link held = link;
    link = null;
    if (held != null) {
      closing.accept(held);
    }
  }
}
