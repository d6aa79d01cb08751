package io.tenantry.core.sessions;

import io.tenantry.contract.databases.BatchStep;
import io.tenantry.contract.databases.DatabaseDescription;
import io.tenantry.contract.databases.DatabaseResult;
import io.tenantry.contract.databases.DatabaseSession;
import io.tenantry.contract.databases.DatabaseStatement;
import io.tenantry.contract.databases.RecordedChanges;
import io.tenantry.contract.databases.StepOutcome;
import io.tenantry.contract.error.EngineException;
import io.tenantry.contract.error.ErrorCode;
import io.tenantry.contract.error.FailureReason;
import io.tenantry.core.access.Caller;
import io.tenantry.core.sqlite.StatementReader;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/** A session with its end: by its user, by idleness, or with the engine. */
final class Session implements DatabaseSession {
  private final Target target;
  private final Supplier<Caller> authentication;
  private final Consumer<Session> ending;
  private final Statements statements;
  private final ReentrantLock lock = new ReentrantLock();
  private volatile long lastUsedNanos = System.nanoTime();
  private volatile boolean open = true;
  private volatile RecordedChanges recorded = RecordedChanges.NOTHING;
  private volatile Optional<String> expired = Optional.empty();

  /** Why the session has to end. */
  private volatile Optional<String> overdue = Optional.empty();

  /** When the transaction that goes on was first seen; 0 outside of one. */
  private volatile long transactionNanos;

  /**
   * Starts a session.
   *
   * @param authentication says who its user is, anew for each call: a password can be revoked
   * @param ending called once, when it ends
   */
  Session(Target target, Supplier<Caller> authentication, Consumer<Session> ending) {
    this.target = target;
    this.authentication = authentication;
    this.ending = ending;
    this.statements = new Statements(target);
  }

  Target target() {
    return target;
  }

  @Override
  public DatabaseResult run(DatabaseStatement statement) {
    return recording(
        caller ->
            statements.run(
                caller, StatementReader.single(statement.sql()), statement, () -> false));
  }

  @Override
  public List<StepOutcome> batch(List<BatchStep> steps) {
    return recording(caller -> new BatchRun(target, statements, caller, steps).run());
  }

  @Override
  public void script(String sql) {
    recording(
        caller -> {
          new ScriptRun(target, statements, caller, sql).run();
          return true;
        });
  }

  @Override
  public RecordedChanges recorded() {
    return recorded;
  }

  private <T> T recording(Function<Caller, T> work) {
    recorded = RecordedChanges.NOTHING;
    try {
      return alone(work);
    } finally {
      recorded = target.takeRecorded();
    }
  }

  @Override
  public DatabaseDescription describe(String sql) {
    return alone(caller -> statements.describe(caller, StatementReader.single(sql)));
  }

  @Override
  public boolean isAutocommit() {
    return alone(_ -> statements.isAutocommit());
  }

  @Override
  public boolean isOpen() {
    return open;
  }

  private <T> T alone(Function<Caller, T> work) {
    lock.lock();
    try {
      endIfOverdue();
      requireOpen();
      statements.renew();
      return work.apply(authentication.get());
    } finally {
      lastUsedNanos = System.nanoTime();
      noteTransaction();
      lock.unlock();
    }
  }

  private void endIfOverdue() {
    if (open && overdue.isPresent()) {
      expired = overdue;
      end();
    }
  }

  private void noteTransaction() {
    if (!open || statements.isAutocommit()) {
      transactionNanos = 0;
      overdue = Optional.empty();
    } else if (transactionNanos == 0) {
      transactionNanos = Math.max(1, lastUsedNanos);
    }
  }

  private void requireOpen() {
    if (open) {
      return;
    }
    String message =
        expired
            .map(why -> why + " and has ended; its transaction was rolled back")
            .orElse("The session is closed");
    throw EngineException.of(
        ErrorCode.CONFLICT,
        expired.isPresent() ? FailureReason.SESSION_EXPIRED : FailureReason.SESSION_CLOSED,
        message,
        null);
  }

  private static String shown(Duration idle) {
    return idle.toMillis() % 1000 == 0 ? idle.toSeconds() + " s" : idle.toMillis() + " ms";
  }

  /**
   * Ends the session when it is idle or its transaction old: now, or, when it is in use just now,
   * at its next call.
   */
  void expire(SessionConfig limits) {
    Optional<String> why = over(limits);
    if (why.isEmpty()) {
      return;
    }
    if (!lock.tryLock()) {
      overdue = transactionNanos == 0 ? Optional.empty() : why;
      return;
    }
    try {
      overdue = over(limits);
      endIfOverdue();
    } finally {
      lock.unlock();
    }
  }

  private Optional<String> over(SessionConfig limits) {
    long now = System.nanoTime();
    long since = transactionNanos;
    if (now - lastUsedNanos >= limits.idle().toNanos()) {
      return Optional.of("The session was not used for " + shown(limits.idle()));
    }
    return since != 0 && now - since >= limits.longest().toNanos()
        ? Optional.of("The session had a transaction open for " + shown(limits.longest()))
        : Optional.empty();
  }

  @Override
  public void close() {
    lock.lock();
    try {
      end();
    } finally {
      lock.unlock();
    }
  }

  /** Ends the session unless it is at work for all that time: then its connection stays open. */
  void close(long nanos) {
    try {
      if (lock.tryLock(Math.max(0, nanos), TimeUnit.NANOSECONDS)) {
        try {
          end();
        } finally {
          lock.unlock();
        }
      }
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
    }
  }

  private void end() {
    if (!open) {
      return;
    }
    open = false;
    try {
      statements.end();
    } finally {
      ending.accept(this);
    }
  }
}
