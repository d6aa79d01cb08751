package io.tenantry.contract.queries;

import io.tenantry.contract.Check;
import io.tenantry.contract.tenants.TenantId;
import io.tenantry.contract.workspaces.WorkspaceName;
import java.util.List;

/**
 * One statement for many tenants.
 *
 * @param blueprint which of their databases, by blueprint name
 * @param query exactly one SQL statement, at most 1,000,000 characters
 * @param params values for its parameters, the same for all
 * @param tenants which tenants; empty for all of the blueprint (an extension of the reference)
 */
public record FanOutQuery(
    WorkspaceName blueprint, String query, Parameters params, List<TenantId> tenants) {
  /** Checks and copies. */
  public FanOutQuery {
    Check.text("query", query, 1_000_000);
    tenants = List.copyOf(tenants);
  }

  /** A statement without parameters for all tenants of the blueprint. */
  public FanOutQuery(WorkspaceName blueprint, String query) {
    this(blueprint, query, Parameters.none(), List.of());
  }
}
