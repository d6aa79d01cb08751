package io.tenantry.app.errors;

import io.tenantry.app.controls.state.Tone;
import io.tenantry.app.tasks.IncidentCodes;
import io.tenantry.contract.error.ConflictKind;
import io.tenantry.contract.error.ConnectionFailure;
import io.tenantry.contract.error.EngineException;
import io.tenantry.contract.error.ErrorCode;
import io.tenantry.contract.error.FailureReason;
import java.util.Locale;
import java.util.Optional;

/**
 * What an error is to the user: made from its code and its typed details, never from its message.
 * Each has a title and a remedy in {@code error.properties} under its name.
 */
enum FaultKind {
  // the line to the engine
  REFUSED(Tone.DANGER),
  UNKNOWN_HOST(Tone.DANGER),
  NO_ROUTE(Tone.DANGER),
  TIMEOUT(Tone.DANGER),
  TLS(Tone.DANGER),
  BROKEN(Tone.DANGER),
  GATEWAY(Tone.DANGER),
  NOT_AN_ENGINE(Tone.DANGER),

  // who may do what
  AUTH_REQUIRED(Tone.DANGER),
  UNAUTHORIZED(Tone.DANGER),
  FORBIDDEN(Tone.DANGER),
  ROLE_REQUIRED(Tone.DANGER),
  SCOPE_DENIED(Tone.DANGER),
  PERMISSION_DENIED(Tone.DANGER),
  OAUTH_MANAGED(Tone.WARNING),

  // what was asked for
  BAD_REQUEST(Tone.DANGER),
  NOT_FOUND(Tone.DANGER),
  RATE_LIMITED(Tone.WARNING),
  EXISTS(Tone.WARNING),
  BUSY(Tone.WARNING),
  CHANGED(Tone.WARNING),
  NEEDED(Tone.WARNING),
  STATE(Tone.WARNING),
  SUSPENDED(Tone.WARNING),
  IN_TRASH(Tone.WARNING),
  PARTIALLY_DELETED(Tone.WARNING),
  DAMAGED(Tone.DANGER),
  CONFLICT(Tone.WARNING),
  DDL_NOT_ALLOWED(Tone.WARNING),
  SESSION_CLOSED(Tone.WARNING),
  SESSION_EXPIRED(Tone.WARNING),
  TOO_MANY_ROWS(Tone.WARNING),

  // the machine
  DISK_FULL(Tone.DANGER),
  ACCESS_DENIED(Tone.DANGER),
  PORT_IN_USE(Tone.WARNING),
  CANNOT_LISTEN(Tone.WARNING),

  // the data folder
  LOCKED(Tone.DANGER),
  MISSING(Tone.DANGER),
  FOREIGN(Tone.DANGER),
  NEWER_VERSION(Tone.DANGER),
  UNUSABLE(Tone.DANGER),
  NOT_A_DATABASE(Tone.DANGER),
  KEY_MISSING(Tone.DANGER),

  // faults of the program
  CONSOLE_FAULT(Tone.DANGER),
  INTERNAL_ERROR(Tone.DANGER);

  private final Tone tone;

  FaultKind(Tone tone) {
    this.tone = tone;
  }

  /** Returns how serious it is. */
  Tone tone() {
    return tone;
  }

  /** Returns the key under which its words are. */
  String key() {
    return "error." + name().toLowerCase(Locale.ROOT);
  }

  /** Says what an error is. */
  static FaultKind of(EngineException error) {
    return error
        .connectionFailure()
        .map(FaultKind::of)
        .or(() -> error.reason().flatMap(FaultKind::of))
        .or(() -> error.conflictKind().map(FaultKind::of))
        .orElseGet(() -> of(error.code(), error));
  }

  private static FaultKind of(ConnectionFailure failure) {
    return switch (failure) {
      case REFUSED -> REFUSED;
      case UNKNOWN_HOST -> UNKNOWN_HOST;
      case NO_ROUTE -> NO_ROUTE;
      case TIMEOUT -> TIMEOUT;
      case TLS -> TLS;
      case BROKEN -> BROKEN;
      case GATEWAY -> GATEWAY;
      case NOT_AN_ENGINE -> NOT_AN_ENGINE;
    };
  }

  /** What a query says has its place beside the query, so its code is title enough. */
  private static Optional<FaultKind> of(FailureReason reason) {
    return switch (reason) {
      case SUSPENDED -> Optional.of(SUSPENDED);
      case IN_TRASH -> Optional.of(IN_TRASH);
      case PARTIALLY_DELETED -> Optional.of(PARTIALLY_DELETED);
      case DDL_NOT_ALLOWED -> Optional.of(DDL_NOT_ALLOWED);
      case SESSION_CLOSED -> Optional.of(SESSION_CLOSED);
      case SESSION_EXPIRED -> Optional.of(SESSION_EXPIRED);
      case TOO_MANY_ROWS -> Optional.of(TOO_MANY_ROWS);
      case DISK_FULL -> Optional.of(DISK_FULL);
      case ACCESS_DENIED -> Optional.of(ACCESS_DENIED);
      case PORT_IN_USE -> Optional.of(PORT_IN_USE);
      case CANNOT_LISTEN -> Optional.of(CANNOT_LISTEN);
      case LOCKED -> Optional.of(LOCKED);
      case MISSING -> Optional.of(MISSING);
      case FOREIGN -> Optional.of(FOREIGN);
      case NEWER_VERSION -> Optional.of(NEWER_VERSION);
      case UNUSABLE -> Optional.of(UNUSABLE);
      case NOT_A_DATABASE -> Optional.of(NOT_A_DATABASE);
      case KEY_MISSING -> Optional.of(KEY_MISSING);
      case NO_STATEMENT,
          MANY_STATEMENTS,
          STATEMENT_NOT_ALLOWED,
          TIMEOUT,
          CANCELLED,
          GIVEN_UP,
          STATEMENTS_HELD,
          NO_DESCRIPTORS,
          TOO_MANY_CONNECTIONS,
          TRANSACTION_LOST,
          TRANSACTION_OPEN,
          NO_TRANSACTION,
          NO_SUCH_SAVEPOINT,
          IO,
          UNREACHABLE,
          UNEXPECTED_REPLY ->
          Optional.empty();
    };
  }

  private static FaultKind of(ConflictKind kind) {
    return switch (kind) {
      case EXISTS -> EXISTS;
      case BUSY -> BUSY;
      case CHANGED -> CHANGED;
      case NEEDED -> NEEDED;
      case STATE -> STATE;
      case DAMAGED -> DAMAGED;
    };
  }

  private static FaultKind of(ErrorCode code, EngineException error) {
    return switch (code) {
      case BAD_REQUEST -> BAD_REQUEST;
      case AUTH_REQUIRED -> AUTH_REQUIRED;
      case UNAUTHORIZED -> UNAUTHORIZED;
      case FORBIDDEN -> FORBIDDEN;
      case ROLE_REQUIRED -> ROLE_REQUIRED;
      case SCOPE_DENIED -> SCOPE_DENIED;
      case PERMISSION_DENIED -> PERMISSION_DENIED;
      case NOT_FOUND -> NOT_FOUND;
      case CONFLICT -> CONFLICT;
      case RATE_LIMITED -> RATE_LIMITED;
      case OAUTH_MANAGED -> OAUTH_MANAGED;
      case INTERNAL_ERROR -> IncidentCodes.isOurs(error) ? CONSOLE_FAULT : INTERNAL_ERROR;
    };
  }
}
