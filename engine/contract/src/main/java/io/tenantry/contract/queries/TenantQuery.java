package io.tenantry.contract.queries;

import io.tenantry.contract.Check;
import io.tenantry.contract.tenants.TenantId;
import io.tenantry.contract.workspaces.WorkspaceName;

/**
 * One statement for one tenant.
 *
 * @param tenant the tenant
 * @param blueprint which of its databases, by blueprint name
 * @param query exactly one SQL statement, at most 1,000,000 characters
 * @param params values for its parameters
 */
public record TenantQuery(
    TenantId tenant, WorkspaceName blueprint, String query, Parameters params) {
  /** Checks the statement's text. */
  public TenantQuery {
    Check.text("query", query, 1_000_000);
  }

  /** A statement without parameters. */
  public TenantQuery(TenantId tenant, WorkspaceName blueprint, String query) {
    this(tenant, blueprint, query, Parameters.none());
  }
}
