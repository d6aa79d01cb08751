package io.tenantry.contract.error;

import io.tenantry.contract.Coded;

/**
 * Why something failed, where the code alone does not say what helps. An extension: field {@code
 * reason} of the reply. Errors that say nothing of these have no such field, or one with words.
 */
public enum FailureReason implements Coded {
  // a statement
  /** BAD_REQUEST: the text holds no statement. */
  NO_STATEMENT,
  /** BAD_REQUEST: the text holds more than one statement. */
  MANY_STATEMENTS,
  /** BAD_REQUEST: the schema is changed through blueprints only. */
  DDL_NOT_ALLOWED,
  /** BAD_REQUEST: such a statement has no place here; detail {@code word} names it. */
  STATEMENT_NOT_ALLOWED,
  /**
   * BAD_REQUEST: the statement ran for too long, detail {@code timeout_ms}. Also of a remote engine
   * that gave no answer in time, with INTERNAL_ERROR.
   */
  TIMEOUT,
  /** BAD_REQUEST: somebody stopped it. */
  CANCELLED,
  /**
   * BAD_REQUEST: nobody waits any more for a statement that ran for too long and could not be
   * stopped; it may still run.
   */
  GIVEN_UP,
  /** CONFLICT: statements that could not be stopped still run on the database. */
  STATEMENTS_HELD,
  /** BAD_REQUEST: the answer has more rows, or larger ones, than one answer may have. */
  TOO_MANY_ROWS,

  // a session
  /** CONFLICT: the session was closed. */
  SESSION_CLOSED,
  /** CONFLICT, over Hrana BAD_REQUEST: the session rested for too long and has ended. */
  SESSION_EXPIRED,
  /** BAD_REQUEST: the transaction was rolled back before, and nothing has begun a new one. */
  TRANSACTION_LOST,
  /** BAD_REQUEST: a transaction is open already. */
  TRANSACTION_OPEN,
  /** BAD_REQUEST: no transaction is open. */
  NO_TRANSACTION,
  /** BAD_REQUEST: no savepoint has that name. */
  NO_SUCH_SAVEPOINT,

  // a tenant
  /** CONFLICT: the tenant is suspended. */
  SUSPENDED,
  /** CONFLICT: the tenant is in the trash. */
  IN_TRASH,
  /** CONFLICT: the destruction of the tenant has begun and not ended. */
  PARTIALLY_DELETED,

  // files
  /** INTERNAL_ERROR: there is no room left on the disk. */
  DISK_FULL,
  /** INTERNAL_ERROR: the engine may not use a file. */
  ACCESS_DENIED,
  /** INTERNAL_ERROR, over HTTP 503: no file can be opened, because so many are open. */
  NO_DESCRIPTORS,
  /** INTERNAL_ERROR: the system failed to read or write a file. */
  IO,

  // the data folder
  /** CONFLICT: another process has it open; details {@code pid}, {@code host}, {@code url}. */
  LOCKED,
  /** BAD_REQUEST: there is none. */
  MISSING,
  /** BAD_REQUEST: it has files that are not an engine's. */
  FOREIGN,
  /** BAD_REQUEST: a later version of the engine made it. */
  NEWER_VERSION,
  /** BAD_REQUEST: it cannot be used as a folder. */
  UNUSABLE,
  /** BAD_REQUEST: one of its files is damaged or is no database. */
  NOT_A_DATABASE,
  /** BAD_REQUEST: the key to its secrets is missing. */
  KEY_MISSING,

  // the server, and the line to it
  /** CONFLICT: another process listens on the port. */
  PORT_IN_USE,
  /** BAD_REQUEST: the system does not let the server listen there. */
  CANNOT_LISTEN,
  /** RATE_LIMITED, over HTTP 503: the server holds as many connections as it takes. */
  TOO_MANY_CONNECTIONS,
  /** INTERNAL_ERROR: the engine cannot be reached, or the connection broke off. */
  UNREACHABLE,
  /** INTERNAL_ERROR: what answered is no Tenantry engine, or one of another version. */
  UNEXPECTED_REPLY
}
