package io.tenantry.core.sessions;

import io.tenantry.contract.error.EngineException;
import io.tenantry.contract.error.ErrorCode;
import io.tenantry.contract.error.FailureReason;
import io.tenantry.core.sqlite.ForeignKeyScript;
import io.tenantry.core.sqlite.TransactionControl.Mode;
import io.tenantry.sql.SqlNames;
import java.util.ArrayList;
import java.util.List;
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

  private final List<Savepoint> savepoints = new ArrayList<>();
  private @Nullable Link link;

  private record Savepoint(String name, int mark) {}

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
    on.database().execute("SAVEPOINT " + quoted(name));
    savepoints.add(new Savepoint(key(name), on.mark()));
  }

  /** Returns whether that was the SAVEPOINT which began the transaction. */
  boolean release(Link on, String name) {
    int index = find(name);
    boolean ends = bySavepoint && index == 0;
    if (!ends) {
      on.database().execute("RELEASE " + quoted(name));
      savepoints.subList(index, savepoints.size()).clear();
    }
    return ends;
  }

  void rollbackTo(Link on, String name) {
    int index = find(name);
    on.database().execute("ROLLBACK TO " + quoted(name));
    savepoints.subList(index + 1, savepoints.size()).clear();
    on.rewind(savepoints.get(index).mark());
  }

  /** Gives the connection back, which rolls back what was not committed. */
  void end(Consumer<Link> closing) {
    Link held = link;
    link = null;
    if (held != null) {
      closing.accept(held);
    }
  }

  private int find(String name) {
    for (int i = savepoints.size() - 1; i >= 0; i--) {
      if (savepoints.get(i).name().equals(key(name))) {
        return i;
      }
    }
    throw failure("query failed: no such savepoint: " + name, FailureReason.NO_SUCH_SAVEPOINT);
  }

  static EngineException failure(String message, FailureReason reason) {
    return EngineException.of(ErrorCode.BAD_REQUEST, reason, message, null);
  }

  private static String key(String name) {
    return SqlNames.fold(name);
  }

  private static String quoted(String name) {
    return '"' + name.replace("\"", "\"\"") + '"';
  }
}
