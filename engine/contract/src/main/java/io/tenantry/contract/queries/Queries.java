package io.tenantry.contract.queries;

import io.tenantry.contract.error.EngineException;
import java.util.List;

/**
 * Queries on tenant databases. A tenant's SQL is one SELECT, VALUES, WITH, INSERT, REPLACE, UPDATE,
 * DELETE, or EXPLAIN of one of these; it is never rewritten.
 */
public interface Queries {

  /**
   * Runs one statement on one tenant with the rights of the caller's role; with {@code asOf} on the
   * state that its database had at that time.
   *
   * @return its rows, cut at the blueprint's {@code max_rows_per_query}
   * @throws EngineException BAD_REQUEST for SQL that fails (with detail {@code offset}, the place
   *     of the error in the text in UTF-16 units from 0, when SQLite cannot read it), for a second
   *     statement ({@code one statement per request}), for DDL (the documented text) and after the
   *     time limit ({@code query failed: timeout after 30s}); PERMISSION_DENIED when a read key
   *     writes; SCOPE_DENIED outside the scope; NOT_FOUND {@code Tenant not found: x} or for a
   *     blueprint the tenant does not have; CONFLICT when the tenant's status does not allow
   *     queries; RATE_LIMITED when all workers are busy; with {@code asOf} also BAD_REQUEST for a
   *     statement that writes and for a time outside the window, FORBIDDEN {@code PITR is only
   *     available for L2 (dedicated) tenants}
   */
  QueryResult tenant(TenantQuery query);

  /**
   * Runs one statement on one tenant as administrator, on the state of now.
   *
   * @throws EngineException ROLE_REQUIRED unless the role is admin; BAD_REQUEST with {@code asOf};
   *     otherwise as {@link #tenant}
   */
  QueryResult admin(TenantQuery query);

  /**
   * Runs one statement on many tenants as administrator, several at a time. A failing tenant does
   * not stop the others.
   *
   * @return one answer per tenant, in catalog order; rows beyond one million over all of them are
   *     cut
   * @throws EngineException ROLE_REQUIRED unless the role is admin; NOT_FOUND for the blueprint or
   *     a named tenant; BAD_REQUEST for a control-mode blueprint, DDL or more than one statement
   */
  List<TenantAnswer> adminAll(FanOutQuery query);

  /**
   * As {@link #adminAll}, but hands over answers as they come instead of collecting them: for many
   * tenants or many rows. Limits of time and rows hold for each tenant; over all of them there is
   * none. Every tenant's query is noted in the log as by {@link #adminAll}.
   *
   * @return the fan-out, which has begun; close it
   * @throws EngineException as {@link #adminAll}; RATE_LIMITED when too many are open already
   */
  FanOut fanOut(FanOutQuery query);
}
