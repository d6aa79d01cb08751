package io.tenantry.contract.databases;

import io.tenantry.contract.error.EngineException;
import java.util.List;

/**
 * One user of one database. Outside a transaction each statement is a transaction of its own; BEGIN
 * opens one that lasts until COMMIT or ROLLBACK:
 *
 * <ul>
 *   <li>{@code BEGIN IMMEDIATE} and {@code BEGIN EXCLUSIVE} wait for the right to write, which one
 *       session at a time has;
 *   <li>{@code BEGIN} and {@code BEGIN DEFERRED} wait for it with their first statement, so that a
 *       transaction never fails because it read before it wrote; in a {@link #batch} of which all
 *       statements read they do not ask for it;
 *   <li>{@code BEGIN READONLY} (also {@code BEGIN TRANSACTION READONLY}) sees one state of the
 *       database and never keeps others from writing.
 * </ul>
 *
 * <p>A session that is not used for ten seconds (a setting of the engine) ends and its transaction
 * is rolled back. On a tenant's database schema changes are refused with the documented text; in a
 * workspace they are recorded: one version for each statement, script, batch or transaction that
 * made some. A session is for one thread at a time.
 */
public interface DatabaseSession extends AutoCloseable {

  /**
   * Runs one statement.
   *
   * @throws EngineException BAD_REQUEST for SQL that fails (details {@code sqlite_code}), is not
   *     allowed, takes too long, or answers more rows than the limit ({@code query failed: more
   *     than 10000 rows}, details {@code reason=too_many_rows}; it changed nothing then);
   *     PERMISSION_DENIED for a write with role read; CONFLICT for a database that is busy, a
   *     tenant whose status allows no queries, a transaction that was lost or expired (details
   *     {@code reason=transaction_lost}, {@code session_expired}); UNAUTHORIZED when the password
   *     was revoked meanwhile; RATE_LIMITED when the engine is busy
   */
  DatabaseResult run(DatabaseStatement statement);

  /**
   * Runs steps in order. A failing step stops nothing; conditions decide.
   *
   * @return one outcome per step
   * @throws EngineException when the batch as a whole cannot run or cannot be kept
   */
  List<StepOutcome> batch(List<BatchStep> steps);

  /**
   * Runs all statements of a text until one fails. Outside a transaction, and without BEGIN in the
   * text, they are kept together or not at all.
   *
   * @throws EngineException as {@link #run}, with its line and number in front of the message
   */
  void script(String sql);

  /**
   * Returns what is told of the schema changes that the last {@link #run}, {@link #batch} or {@link
   * #script} recorded in a workspace; nothing on a tenant's database. Of a transaction the call
   * tells that commits it.
   */
  RecordedChanges recorded();

  /**
   * Says what a statement is, without running it.
   *
   * @throws EngineException as {@link #run}
   */
  DatabaseDescription describe(String sql);

  /** Returns whether the session is in no transaction. */
  boolean isAutocommit();

  /** Returns whether the session can still be used: false after {@link #close} and its expiry. */
  boolean isOpen();

  /** Ends the session; an open transaction is rolled back. */
  @Override
  void close();
}
