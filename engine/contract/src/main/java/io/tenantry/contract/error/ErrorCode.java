package io.tenantry.contract.error;

import io.tenantry.contract.Coded;

/**
 * The closed set of error codes of the TenantsDB API. Differences inside a code go into the details
 * of the {@link EngineException}, never into a new code.
 */
public enum ErrorCode implements Coded {
  /** Input that is malformed, out of range, or missing; also SQL that is refused or fails. */
  BAD_REQUEST,
  /** No credential was given. */
  AUTH_REQUIRED,
  /** The credential is unknown, revoked, or expired. */
  UNAUTHORIZED,
  /**
   * A tier limit was reached, the project is another one, or the isolation level does not allow it.
   */
  FORBIDDEN,
  /**
   * The role of the API key is not enough; details {@code required_roles}, {@code current_role}.
   */
  ROLE_REQUIRED,
  /** The scope of the API key does not include the tenant or workspace. */
  SCOPE_DENIED,
  /** The database itself denied the operation, for example a write with a read key. */
  PERMISSION_DENIED,
  /** The named resource does not exist. */
  NOT_FOUND,
  /** It exists already, or its current state does not allow the operation. */
  CONFLICT,
  /** Too many requests; details {@code retry_after_seconds}. */
  RATE_LIMITED,
  /** A fault of the engine; details {@code incident}, the code that is also in the log. */
  INTERNAL_ERROR,
  /** The API key belongs to an OAuth connection and cannot be deleted by itself. */
  OAUTH_MANAGED
}
