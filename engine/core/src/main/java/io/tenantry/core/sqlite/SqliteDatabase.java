package io.tenantry.core.sqlite;

import io.tenantry.contract.error.EngineException;
import io.tenantry.contract.error.ErrorCode;
import io.tenantry.contract.queries.Parameters;
import io.tenantry.contract.queries.Value;
import io.tenantry.sql.SqlStatement;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.sqlite.SQLiteConnection;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.core.DB;

/**
 * One connection to one database. Used by one thread at a time, except {@link #interrupt}, which
 * any thread may call.
 */
public final class SqliteDatabase implements AutoCloseable {
  private static final int WAL_FORMAT = 2;
  private static final int ALL_PAGES = -1;
  private static final int BACKUP_RETRY_MILLIS = 100;
  private static final int BACKUP_RETRIES = 50;

  private final Path path;
  private final SQLiteConnection connection;
  private final DB db;
  private final Deadlines deadlines;
  private final Watch watch;
  private final TransactionState transaction;
  private final StatementCache statements = new StatementCache();
  private boolean schemaChanged;
  private boolean failed;
  private Runnable afterCommit = () -> {};

  SqliteDatabase(Path path, SQLiteConnection connection, Deadlines deadlines) {
    this.path = path;
    this.connection = connection;
    this.db = connection.getDatabase();
    this.deadlines = deadlines;
    this.watch = new Watch(this::interruptNow);
    this.transaction = new TransactionState(db, watch);
    deadlines.add(watch);
  }

  /** Returns the file, absolute. */
  public Path path() {
    return path;
  }

  /**
   * Prepares exactly one statement, or takes it prepared from the cache of this connection.
   *
   * @throws EngineException BAD_REQUEST when the text is empty, holds more than one statement, or
   *     SQLite refuses it
   */
  public SqliteStatement prepare(String sql) {
    SqliteStatement cached = statements.take(sql);
    if (cached != null) {
      cached.open();
      return cached;
    }
    SqlStatement single = StatementReader.single(sql);
    try {
      return new SqliteStatement(
          this, sql, connection.prepareStatement(single.text()), single.verb());
    } catch (SQLException e) {
      throw ErrorPlace.added(mapped(e), e, single, connection);
    }
  }

  void giveBack(SqliteStatement statement) {
    if (!statement.isWorthKeeping()) {
      statement.destroy();
    } else {
      statements.put(statement);
    }
  }

  void noteSchemaChange() {
    schemaChanged = true;
  }

  /** Returns whether a schema change ran here since the last call. */
  public boolean takeSchemaChanged() {
    boolean changed = schemaChanged;
    schemaChanged = false;
    return changed;
  }

  /**
   * Drops all idle prepared statements; to be called when another connection changed the schema.
   */
  public void forgetStatements() {
    statements.clear();
  }

  /** Runs one statement to its end; returns the number of rows changed. */
  public long execute(String sql, Value... values) {
    try (SqliteStatement statement = prepare(sql)) {
      return statement.bind(Parameters.of(values)).run();
    }
  }

  /** Runs one statement and maps each row. */
  public <T> List<T> query(String sql, Function<SqliteStatement, T> row, Value... values) {
    List<T> rows = new ArrayList<>();
    try (SqliteStatement statement = prepare(sql)) {
      statement.bind(Parameters.of(values));
      while (statement.step()) {
        rows.add(row.apply(statement));
      }
    }
    return rows;
  }

  /** Returns the first value of the first row, or empty when there is no row. */
  public Optional<Value> queryValue(String sql, Value... values) {
    try (SqliteStatement statement = prepare(sql)) {
      statement.bind(Parameters.of(values));
      return statement.step() ? Optional.of(statement.value(0)) : Optional.empty();
    }
  }

  /** Returns the first value of the first row as a number; 0 when there is none. */
  public long queryLong(String sql, Value... values) {
    return queryValue(sql, values).orElse(Value.ofNull()) instanceof Value.Integer(long number)
        ? number
        : 0;
  }

  /** Returns the first value of the first row as text; empty text when there is none. */
  public String queryText(String sql, Value... values) {
    return queryValue(sql, values).orElse(Value.ofNull()) instanceof Value.Text(String text)
        ? text
        : "";
  }

  /**
   * Runs the statements of a script one after the other, without a transaction of its own.
   *
   * @throws EngineException as the failing statement, with {@code line N: } before its message and
   *     details {@code line}, {@code statement} (its number, from 1), {@code sql}
   */
  public void executeScript(List<SqlStatement> script) {
    for (int i = 0; i < script.size(); i++) {
      SqlStatement statement = script.get(i);
      try {
        execute(statement.text());
      } catch (EngineException e) {
        throw ScriptError.at(e, statement, i + 1);
      }
    }
  }

  /** Splits a text and runs its statements; see {@link #executeScript(List)}. */
  public void executeScript(String text) {
    executeScript(StatementReader.split(text));
  }

  /**
   * Runs work in one transaction that has the write lock from its start: all of it is kept, or,
   * when the work throws, nothing. Transactions do not nest.
   */
  public <T> T transaction(Supplier<T> work) {
    begin();
    boolean done = false;
    try {
      T result = work.get();
      commit();
      done = true;
      return result;
    } finally {
      if (!done) {
        rollback();
      }
    }
  }

  /** As {@link #transaction(Supplier)}, for work without a result. */
  public void inTransaction(Runnable work) {
    transaction(
        () -> {
          work.run();
          return true;
        });
  }

  /** Starts a transaction with the write lock, for callers whose work spans several calls. */
  public void begin() {
    execute("BEGIN IMMEDIATE");
    transaction.started();
  }

  /** Starts a transaction that sees one state of the database, for a connection that reads. */
  public void beginReading() {
    execute("BEGIN");
    transaction.started();
  }

  /** Keeps what the transaction did. */
  public void commit() {
    execute("COMMIT");
    transaction.committed();
    afterCommit.run();
  }

  /** Has something done after each commit; also after statements that changed nothing. */
  public void afterCommit(Runnable action) {
    afterCommit = action;
  }

  /** To be called when a run of a statement is over. */
  void statementEnded() {
    if (!transaction.isOpen()) {
      afterCommit.run();
    }
  }

  /** Returns whether this connection can only read. */
  public boolean isReadOnly() {
    try {
      return connection.isReadOnly();
    } catch (SQLException e) {
      throw mapped(e);
    }
  }

  /** Drops what the transaction did; does nothing when there is none or SQLite ended it already. */
  public void rollback() {
    failed |= !transaction.rollback();
  }

  /**
   * Returns whether {@link #begin} was called and neither {@link #commit} nor {@link #rollback}.
   */
  public boolean isInTransaction() {
    return transaction.isOpen();
  }

  /**
   * Runs work with a deadline: when it passes, or the thread is interrupted, the statement that
   * runs is interrupted. In nested calls the earliest deadline holds.
   *
   * @throws EngineException BAD_REQUEST {@code query failed: timeout after 30s} with details {@code
   *     timeout_ms}
   */
  public <T> T within(Deadline deadline, Supplier<T> work) {
    Deadline outer = watch.begin(deadline);
    deadlines.wake();
    try {
      return work.get();
    } finally {
      watch.end(outer);
    }
  }

  /** Interrupts what runs now: it fails with BAD_REQUEST {@code query failed: cancelled}. */
  public void interrupt() {
    watch.cancel();
  }

  private void interruptNow() {
    try {
      db.interrupt();
    } catch (SQLException _) {
      // The connection is closed: nothing runs on it that could be interrupted.
    }
  }

  /** To be called before each step. */
  void checkMayRun() {
    transaction.checkNotLost();
    if (watch.isStopped()) {
      throw stopped();
    }
  }

  private EngineException stopped() {
    Duration timeout = watch.expiredTimeout();
    return timeout == null ? SqliteErrors.cancelled() : SqliteErrors.timeout(timeout);
  }

  EngineException mapped(SQLException error) {
    transaction.lookAfterError();
    if (SqliteErrors.isInterrupt(error)) {
      return stopped();
    }
    EngineException mapped = RowIds.explained(SqliteErrors.of(error, path), connection);
    failed |= mapped.code() == ErrorCode.INTERNAL_ERROR;
    return mapped;
  }

  /** Returns whether an error makes this connection unfit for further use. */
  public boolean isFailed() {
    return failed;
  }

  /** Returns the rows changed by the last INSERT, UPDATE or DELETE that ended. */
  public long changes() {
    try {
      return db.changes();
    } catch (SQLException e) {
      throw mapped(e);
    }
  }

  /** Returns the rowid of the last row this connection inserted. */
  public long lastInsertRowId() {
    return queryLong("SELECT last_insert_rowid()");
  }

  /** Returns the number that our engine keeps in the file, transactional like any row. */
  public int userVersion() {
    return Math.toIntExact(queryLong("PRAGMA user_version"));
  }

  /** Sets the number that our engine keeps in the file. */
  public void userVersion(int version) {
    execute("PRAGMA user_version=" + version);
  }

  /** Returns the mark that tells whose file this is. */
  public int applicationId() {
    return Math.toIntExact(queryLong("PRAGMA application_id"));
  }

  /** Sets the mark that tells whose file this is. */
  public void applicationId(int id) {
    execute("PRAGMA application_id=" + id);
  }

  /** Returns SQLite's counter of schema changes. */
  public long schemaVersion() {
    return queryLong("PRAGMA schema_version");
  }

  /**
   * Copies the whole database as of now into a new file by SQLite's backup API. A reader can do it;
   * writers are not held up. The file is complete when this returns, but not yet synced to disk.
   */
  public void backupTo(Path target) {
    String name = target.toAbsolutePath().normalize().toUri().toString();
    try {
      int result = db.backup("main", name, null, BACKUP_RETRY_MILLIS, BACKUP_RETRIES, ALL_PAGES);
      if (result != SQLiteErrorCode.SQLITE_OK.code && result != SQLiteErrorCode.SQLITE_DONE.code) {
        db.throwex(result);
      }
    } catch (SQLException e) {
      throw mapped(e);
    }
  }

  /**
   * Returns the whole database as the bytes of a file that opens in WAL mode: the template from
   * which tenants are made by writing it.
   */
  public byte[] image() {
    try {
      byte[] image = connection.serialize("main");
      image[18] = WAL_FORMAT;
      image[19] = WAL_FORMAT;
      return image;
    } catch (SQLException e) {
      throw mapped(e);
    }
  }

  /** Closes the connection; the last one of a file folds its log into it. */
  @Override
  public void close() {
    deadlines.remove(watch);
    try {
      rollback();
      statements.clear();
    } finally {
      closeConnection();
    }
  }

  private void closeConnection() {
    try {
      connection.close();
    } catch (SQLException e) {
      throw mapped(e);
    }
  }
}
