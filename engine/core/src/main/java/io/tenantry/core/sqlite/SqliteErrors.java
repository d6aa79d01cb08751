package io.tenantry.core.sqlite;

import io.tenantry.contract.error.ConflictKind;
import io.tenantry.contract.error.EngineException;
import io.tenantry.contract.error.ErrorCode;
import io.tenantry.contract.error.FailureReason;
import io.tenantry.contract.error.SqlFailure;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/** Turns what SQLite reports into the one error type of the engine. */
final class SqliteErrors {
  private SqliteErrors() {}

  static EngineException of(SQLException error, Path path) {
    if (!(error instanceof SQLiteException sqlite)) {
      return EngineException.internal("database failure: " + path.getFileName(), error);
    }
    SQLiteErrorCode code = sqlite.getResultCode();
    String text = textOf(sqlite);
    return switch (code.code & 0xFF) {
      case 5, 6 ->
          error(ErrorCode.CONFLICT, "database is busy", code, error).because(ConflictKind.BUSY);
      case 8 ->
          error(
              ErrorCode.PERMISSION_DENIED,
              "query failed: attempt to write a readonly database",
              code,
              error);
      case 10 ->
          code == SQLiteErrorCode.SQLITE_IOERR_SHMSIZE
              ? diskFull(code, path, error)
              : internal("reading or writing the database failed", code, path, error);
      case 11 ->
          code == SQLiteErrorCode.SQLITE_CORRUPT_VTAB
              ? damagedVirtualTable(code, error)
              : internal("the database is damaged", code, path, error);
      case 13 -> diskFull(code, path, error);
      case 14 -> cannotOpen(code, path, error);
      case 26 -> internal("the file is not a database", code, path, error);
      case 7 -> internal("out of memory", code, path, error);
      default -> error(ErrorCode.BAD_REQUEST, "query failed: " + text, code, error);
    };
  }

  /** As {@link #of}; whatever goes wrong while opening is not the fault of a query. */
  static EngineException opening(SQLException error, Path path) {
    EngineException mapped = of(error, path);
    return mapped.code() == ErrorCode.BAD_REQUEST || mapped.code() == ErrorCode.PERMISSION_DENIED
        ? EngineException.internal("the database cannot be opened: " + path.getFileName(), error)
        : mapped;
  }

  static EngineException timeout(Duration timeout) {
    long millis = timeout.toMillis();
    String shown = millis % 1000 == 0 ? millis / 1000 + "s" : millis + "ms";
    return EngineException.of(
            ErrorCode.BAD_REQUEST,
            FailureReason.TIMEOUT,
            "query failed: timeout after " + shown,
            null)
        .with("timeout_ms", millis);
  }

  static EngineException cancelled() {
    return EngineException.cancelled();
  }

  static boolean isInterrupt(SQLException error) {
    return error instanceof SQLiteException sqlite
        && (sqlite.getResultCode().code & 0xFF) == SQLiteErrorCode.SQLITE_INTERRUPT.code;
  }

  /** Code 1 has no meaning of its own; from ROLLBACK it says that SQLite rolled back already. */
  static boolean isPlainError(SQLException error) {
    return error instanceof SQLiteException sqlite
        && sqlite.getResultCode() == SQLiteErrorCode.SQLITE_ERROR;
  }

  /** Returns SQLite's own message; empty when it is not SQLite that complains. */
  static String textOf(SQLException error) {
    return error instanceof SQLiteException sqlite ? textOf(sqlite) : "";
  }

  /** SQLite's own message: the driver wraps it as {@code [CODE] description (message)}. */
  private static String textOf(SQLiteException error) {
    String message = String.valueOf(error.getMessage());
    String prefix = error.getResultCode() + " (";
    return message.startsWith(prefix) && message.endsWith(")")
        ? message.substring(prefix.length(), message.length() - 1)
        : message;
  }

  /** The file is sound: what a virtual table keeps in its tables does not fit together. */
  private static EngineException damagedVirtualTable(SQLiteErrorCode code, SQLException cause) {
    return error(
        ErrorCode.BAD_REQUEST,
        "query failed: the rows in which a virtual table keeps its own do not fit together; "
            + "rebuild it or make it anew",
        code,
        cause);
  }

  /** Besides a full file system this is a file beside the database that cannot grow. */
  private static EngineException diskFull(SQLiteErrorCode code, Path path, SQLException cause) {
    return internal("the disk is full or the database reached its size limit", code, path, cause)
        .because(FailureReason.DISK_FULL);
  }

  private static EngineException cannotOpen(SQLiteErrorCode code, Path path, SQLException cause) {
    EngineException error = internal("the database file cannot be opened", code, path, cause);
    return Descriptors.areFew() ? error.because(FailureReason.NO_DESCRIPTORS) : error;
  }

  private static EngineException internal(
      String what, SQLiteErrorCode code, Path path, SQLException cause) {
    return error(ErrorCode.INTERNAL_ERROR, what + ": " + path.getFileName(), code, cause);
  }

  private static EngineException error(
      ErrorCode code, String message, SQLiteErrorCode sqlite, SQLException cause) {
    SqlFailure failure = FailureReader.read(sqlite, textOf(cause));
    return new EngineException(code, message, failure.details(), cause);
  }
}
