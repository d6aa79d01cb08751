package io.tenantry.core.databases;

import io.tenantry.contract.error.EngineException;
import io.tenantry.contract.queries.Parameters;
import io.tenantry.contract.queries.QueryResult;
import io.tenantry.core.sqlite.Deadline;
import io.tenantry.core.sqlite.GatedStatement;
import io.tenantry.core.sqlite.ScriptError;
import io.tenantry.core.sqlite.SqliteDatabase;
import io.tenantry.core.sqlite.SqliteStatement;
import io.tenantry.sql.StatementKind;
import java.util.Map;
import java.util.Optional;

/**
 * Runs one statement that passed a gate, within time and row limits. The text is never rewritten:
 * rows are counted, and the deadline interrupts. Any thread.
 */
public final class QueryRunner {
  private static final double NANOS_PER_MILLI = 1e6;
  private static final Running UNOBSERVED =
      new Running() {
        @Override
        public void begin(SqliteDatabase database, boolean undoable) {}

        @Override
        public void end() {}
      };

  private final TenantDatabases databases;

  /** Is told while a statement runs. */
  public interface Running {
    /**
     * The statement begins.
     *
     * @param database the connection it runs on
     * @param undoable whether an interrupt leaves nothing of it: a write that also answers rows is
     *     kept once its first row came
     * @throws java.util.concurrent.CancellationException so that it never runs
     */
    void begin(SqliteDatabase database, boolean undoable);

    /** It ran to its end or failed; nothing of it is to come. */
    void end();
  }

  /** Runs queries on leased connections of these databases. */
  public QueryRunner(TenantDatabases databases) {
    this.databases = databases;
  }

  /**
   * Leases the connection the statement needs, runs it and gives it back.
   *
   * @param access READ lets nothing change the file, whatever the statement is
   * @throws io.tenantry.contract.error.EngineException as {@link TenantDatabases#reader} and {@link
   *     #run(SqliteDatabase, GatedStatement, Parameters, int, Deadline)}
   */
  public QueryResult run(
      DatabaseFile file,
      GatedStatement statement,
      Parameters parameters,
      Access access,
      QueryLimits limits) {
    Deadline deadline = Deadline.in(limits.timeout());
    boolean reads = access == Access.READ || statement.kind() == StatementKind.READ;
    try (Lease lease =
        reads ? databases.reader(file, deadline) : databases.writer(file, deadline)) {
      return run(lease.database(), statement, parameters, limits.maxRows(), deadline);
    }
  }

  /**
   * Runs a statement on a connection the caller holds, for example inside a transaction.
   *
   * @throws io.tenantry.contract.error.EngineException BAD_REQUEST {@code query failed: …}, also
   *     {@code query failed: timeout after 30s}; PERMISSION_DENIED for a write on a reader;
   *     CONFLICT when another process holds the lock; INTERNAL_ERROR for a full disk or a damaged
   *     file
   */
  public static QueryResult run(
      SqliteDatabase database,
      GatedStatement gated,
      Parameters parameters,
      int maxRows,
      Deadline deadline) {
    return run(database, gated, parameters, maxRows, deadline, UNOBSERVED);
  }

  /** As the other, for one who wants to know while the statement runs. */
  public static QueryResult run(
      SqliteDatabase database,
      GatedStatement gated,
      Parameters parameters,
      int maxRows,
      Deadline deadline,
      Running running) {
    long start = System.nanoTime();
    try (SqliteStatement statement = prepared(database, gated, deadline)) {
      statement.bind(parameters);
      ResultRows rows = new ResultRows(maxRows);
      boolean writes = gated.kind() != StatementKind.READ;
      boolean undoable = !writes || statement.columns().isEmpty();
      database.within(
          deadline,
          () -> {
            running.begin(database, undoable);
            try {
              return rows.fetch(statement);
            } finally {
              running.end();
            }
          });
      statement.reset();
      long changes = gated.kind() == StatementKind.WRITE ? database.changes() : 0;
      boolean inserted = gated.inserts() && changes > 0;
      return new QueryResult(
          statement.columns(),
          rows.types(statement),
          rows.rows(),
          rows.rows().size(),
          writes ? Optional.of(changes) : Optional.empty(),
          inserted ? Optional.of(database.lastInsertRowId()) : Optional.empty(),
          rows.truncated(),
          (System.nanoTime() - start) / NANOS_PER_MILLI);
    }
  }

  private static SqliteStatement prepared(
      SqliteDatabase database, GatedStatement gated, Deadline deadline) {
    try {
      return database.within(deadline, () -> gated.prepareOn(database));
    } catch (EngineException e) {
      Map<String, Object> details = ScriptError.details(e, gated.offset());
      throw new EngineException(e.code(), e.message(), details, e);
    }
  }
}
