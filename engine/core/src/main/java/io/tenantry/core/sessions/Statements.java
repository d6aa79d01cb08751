package io.tenantry.core.sessions;

import io.tenantry.contract.databases.DatabaseDescription;
import io.tenantry.contract.databases.DatabaseResult;
import io.tenantry.contract.databases.DatabaseStatement;
import io.tenantry.contract.error.EngineException;
import io.tenantry.core.access.Caller;
import io.tenantry.core.databases.Lanes;
import io.tenantry.core.logs.QueryEvent;
import io.tenantry.core.sqlite.DanglingReferences;
import io.tenantry.core.sqlite.ForeignKeyScript;
import io.tenantry.core.sqlite.GatedStatement;
import io.tenantry.core.sqlite.SqliteStatement;
import io.tenantry.core.sqlite.TransactionControl;
import io.tenantry.core.sqlite.TransactionControl.Mode;
import io.tenantry.core.sqlite.TransactionFailure;
import io.tenantry.core.sqlite.WorkspaceGate;
import io.tenantry.sql.ReadingPragma;
import io.tenantry.sql.SettingPragma;
import io.tenantry.sql.SettingPragma.ForeignKeys;
import io.tenantry.sql.SqlStatement;
import io.tenantry.sql.StatementKind;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Runs the statements of one session, one after the other, and knows which transaction it is in.
 * One thread at a time.
 */
final class Statements {
  private final Target target;
  private final AnswerBudget budget = new AnswerBudget();
  private @Nullable Transaction transaction;

  /** What its user last said of foreign keys; only workspaces listen. */
  private boolean enforces = true;

  Statements(Target target) {
    this.target = target;
  }

  /** To be called when a call starts: its answers have room anew. */
  void renew() {
    budget.renew();
  }

  boolean isAutocommit() {
    Transaction open = transaction;
    return open == null || open.isHidden();
  }

  boolean isOutside() {
    return transaction == null;
  }

  /**
   * Runs one statement.
   *
   * @param onlyReads asked when a transaction begins that does not say whether it writes
   */
  DatabaseResult run(
      Caller caller, SqlStatement single, DatabaseStatement statement, BooleanSupplier onlyReads) {
    Optional<TransactionControl> control = TransactionControl.parse(single);
    if (control.isPresent()) {
      control(caller, control.get(), onlyReads);
      return DatabaseResult.nothing();
    }
    GatedStatement gated = foreignKeys(single, target.gate(single, caller));
    Transaction open = transaction;
    if (open == null && target.recordsSchema()) {
      WorkspaceGate.refuseLoneTemporary(single);
    }
    if (open != null) {
      return inside(caller, open, link -> noted(link, gated, statement));
    }
    boolean writes = caller.canWrite() && gated.kind() != StatementKind.READ;
    return target.connect(
        caller,
        writes,
        taken -> {
          try (Link link = taken) {
            if (writes && !enforces) {
              link.foreignKeysOff();
            }
            return noted(link, gated, statement);
          }
        });
  }

  /** As SQLite does: inside a transaction nothing is set, and what holds in it is answered. */
  private GatedStatement foreignKeys(SqlStatement single, GatedStatement gated) {
    if (!target.recordsSchema()) {
      return gated;
    }
    if (isAutocommit()
        && SettingPragma.parse(single).orElse(null) instanceof ForeignKeys(boolean on)) {
      enforces = on;
    }
    return ReadingPragma.asks(single, "foreign_keys") ? gated.answering(isEnforced()) : gated;
  }

  private boolean isEnforced() {
    Transaction open = transaction;
    return open == null || open.isHidden()
        ? enforces
        : open.foreignKeys() == ForeignKeyScript.ENFORCED;
  }

  /** Returns what statements that run as one transaction want of foreign keys. */
  ForeignKeyScript wants(List<SqlStatement> script) {
    return target.recordsSchema()
        ? ForeignKeyScript.of(script, enforces)
        : ForeignKeyScript.ENFORCED;
  }

  private ForeignKeyScript held() {
    return enforces ? ForeignKeyScript.ENFORCED : ForeignKeyScript.OFF;
  }

  private DatabaseResult noted(Link link, GatedStatement gated, DatabaseStatement statement) {
    long start = System.nanoTime();
    Optional<String> error = Optional.empty();
    long rows = QueryEvent.NO_ROWS;
    try {
      DatabaseResult result = link.run(gated, statement, budget);
      rows = result.columns().isEmpty() ? result.affectedRows() : result.rows().size();
      return result;
    } catch (EngineException e) {
      error = Optional.of(e.message());
      throw e;
    } finally {
      link.note(gated.sql(), error, System.nanoTime() - start, rows);
    }
  }

  DatabaseDescription describe(Caller caller, SqlStatement single) {
    if (TransactionControl.parse(single).isPresent()) {
      return new DatabaseDescription(List.of(), List.of(), false, true);
    }
    GatedStatement gated = target.gate(single, caller);
    boolean explain = single.verb().equals("EXPLAIN");
    Function<Link, DatabaseDescription> work = link -> described(link, gated, explain);
    Transaction open = transaction;
    if (open != null) {
      return inside(caller, open, work);
    }
    return target.connect(
        caller,
        false,
        taken -> {
          try (Link link = taken) {
            return work.apply(link);
          }
        });
  }

  private static DatabaseDescription described(Link link, GatedStatement gated, boolean explain) {
    return link.database()
        .within(
            link.deadline(),
            () -> {
              try (SqliteStatement prepared = gated.prepareOn(link.database())) {
                return new DatabaseDescription(
                    prepared.parameterNames(),
                    StatementRun.columns(prepared),
                    explain,
                    gated.kind() == StatementKind.READ);
              }
            });
  }

  private <T> T inside(Caller caller, Transaction open, Function<Link, T> work) {
    return losing(open, () -> within(caller, open, work));
  }

  /** What was given up on keeps the connection until it ends, and closes it then. */
  private <T> T losing(Transaction open, Supplier<T> running) {
    try {
      return running.get();
    } catch (EngineException e) {
      if (Lanes.isGivenUp(e)) {
        open.end(_ -> {});
        transaction = null;
      }
      throw e;
    }
  }

  private <T> T within(Caller caller, Transaction open, Function<Link, T> work) {
    Link held = open.link();
    if (held != null) {
      requireUsable(open);
      return target.onLink(held, work);
    }
    boolean writes = caller.canWrite() && open.mode() != Mode.READ;
    return target.connect(
        caller,
        writes,
        taken -> {
          open.start(taken, writes);
          return work.apply(taken);
        });
  }

  /**
   * Rolls back what is open when the database is not to be used any more. A transaction holds its
   * connection over many calls, so it would not notice; one that callers do not see is short.
   */
  private void requireUsable(Transaction open) {
    if (open.isHidden()) {
      return;
    }
    boolean usable = false;
    try {
      target.requireUsable();
      usable = true;
    } finally {
      if (!usable) {
        end();
      }
    }
  }

  private void control(Caller caller, TransactionControl control, BooleanSupplier onlyReads) {
    switch (control) {
      case TransactionControl.Begin(Mode mode) -> begin(caller, mode, onlyReads);
      case TransactionControl.Commit() -> commit();
      case TransactionControl.Rollback() -> {
        current("rollback");
        end();
      }
      case TransactionControl.Savepoint(String name) -> savepoint(caller, name);
      case TransactionControl.Release(String name) -> release(caller, name);
      case TransactionControl.RollbackTo(String name) -> {
        Transaction open = current("rollback to a savepoint");
        onLink(caller, open, link -> open.rollbackTo(link, name));
      }
    }
  }

  private void begin(Caller caller, Mode mode, BooleanSupplier onlyReads) {
    if (transaction != null) {
      throw TransactionFailure.isOpen();
    }
    boolean reads = mode == Mode.DEFERRED && onlyReads.getAsBoolean();
    Transaction begun = Transaction.begun(reads ? Mode.READ : mode, held());
    if (mode == Mode.WRITE) {
      onLink(caller, begun, _ -> {});
    }
    transaction = begun;
  }

  private void savepoint(Caller caller, String name) {
    Transaction open = transaction == null ? Transaction.bySavepoint(held()) : transaction;
    try {
      onLink(caller, open, link -> open.savepoint(link, name));
    } catch (EngineException e) {
      if (transaction == null) {
        open.end(this::close);
      }
      throw e;
    }
    transaction = open;
  }

  private void release(Caller caller, String name) {
    Transaction open = current("release a savepoint");
    if (inside(caller, open, link -> open.release(link, name))) {
      commit();
    }
  }

  private void commit() {
    Transaction open = current("commit");
    Link held = open.link();
    if (held != null) {
      requireUsable(open);
      losing(
          open,
          () ->
              target.onLink(
                  held,
                  link -> {
                    if (open.foreignKeys() == ForeignKeyScript.CHECKED) {
                      DanglingReferences.refuse(link.database());
                    }
                    link.commit();
                    link.close();
                    return true;
                  }));
      open.end(_ -> {});
    }
    transaction = null;
  }

  private void onLink(Caller caller, Transaction open, Consumer<Link> work) {
    inside(
        caller,
        open,
        link -> {
          work.accept(link);
          return true;
        });
  }

  private Transaction current(String what) {
    Transaction open = transaction;
    if (open == null) {
      throw TransactionFailure.noneIsOpen(what);
    }
    return open;
  }

  /** Runs work in a transaction that callers do not see: all of it is kept, or nothing. */
  <T> T together(boolean writes, ForeignKeyScript foreignKeys, Supplier<T> work) {
    transaction = Transaction.hidden(writes, foreignKeys);
    boolean done = false;
    try {
      T result = work.get();
      commit();
      done = true;
      return result;
    } finally {
      if (!done) {
        end();
      }
    }
  }

  /** Rolls back what is open. */
  void end() {
    Transaction open = transaction;
    transaction = null;
    if (open != null) {
      open.end(this::close);
    }
  }

  private void close(Link held) {
    try {
      target.onLink(
          held,
          link -> {
            link.close();
            return true;
          });
    } catch (EngineException noThreadFree) {
      if (!Lanes.isGivenUp(noThreadFree)) {
        held.close();
      }
    }
  }
}
