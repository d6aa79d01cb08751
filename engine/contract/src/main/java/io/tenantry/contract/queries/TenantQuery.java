package io.tenantry.contract.queries;

import io.tenantry.contract.Check;
import io.tenantry.contract.error.EngineException;
import io.tenantry.contract.tenants.TenantId;
import io.tenantry.contract.workspaces.WorkspaceName;
import java.time.Instant;
import java.util.Optional;

/**
 * One statement for one tenant.
 *
 * @param tenant the tenant
 * @param blueprint which of its databases, by blueprint name
 * @param query exactly one SQL statement, at most 1,000,000 characters
 * @param params values for its parameters
 * @param asOf the time whose state is asked; empty for now (an extension; isolation level 2 only,
 *     and only for statements that read)
 */
public record TenantQuery(
    TenantId tenant,
    WorkspaceName blueprint,
    String query,
    Parameters params,
    Optional<Instant> asOf) {
  /** Checks the statement's text. */
  public TenantQuery {
    Check.text("query", query, 1_000_000);
  }

  /** A statement on the state of now. */
  public TenantQuery(TenantId tenant, WorkspaceName blueprint, String query, Parameters params) {
    this(tenant, blueprint, query, params, Optional.empty());
  }

  /**
   * Lets only statements on the state of now pass.
   *
   * @throws EngineException BAD_REQUEST naming {@code as_of}
   */
  public void requireNow() {
    if (asOf.isPresent()) {
      throw EngineException.badField(
          "as_of", "as_of is for queries on one tenant; use POST /tenants/{id}/query");
    }
  }

  /** Returns the same statement on the state of a time. */
  public TenantQuery at(Instant time) {
    return new TenantQuery(tenant, blueprint, query, params, Optional.of(time));
  }

  /** A statement without parameters. */
  public TenantQuery(TenantId tenant, WorkspaceName blueprint, String query) {
    this(tenant, blueprint, query, Parameters.none());
  }
}
