package io.tenantry.core.tenants;

import io.tenantry.contract.apikeys.ScopeType;
import io.tenantry.contract.tenants.TenantId;
import io.tenantry.contract.workspaces.WorkspaceName;
import io.tenantry.core.access.Caller;
import java.util.List;
import org.jdbi.v3.core.Handle;

/**
 * A tenant inside the scope of a caller.
 *
 * @param tenantId its row
 * @param blueprints those of its blueprints that the caller reaches
 * @param isWhole whether these are all of its blueprints
 */
public record TenantAccess(long tenantId, List<WorkspaceName> blueprints, boolean isWhole) {
  /** Copies the blueprints. */
  public TenantAccess {
    blueprints = List.copyOf(blueprints);
  }

  /**
   * Finds a tenant for a caller.
   *
   * @throws io.tenantry.contract.error.EngineException SCOPE_DENIED outside the scope, NOT_FOUND
   */
  public static TenantAccess of(Handle handle, Caller caller, TenantId tenant) {
    if (caller.scope().type() == ScopeType.TENANT) {
      caller.requireTenant(tenant, List.of());
    }
    TenantRow row = TenantRepository.get(handle, caller.projectId(), tenant);
    List<WorkspaceName> blueprints =
        TenantRepository.databases(handle, List.of(row.id()))
            .getOrDefault(row.id(), List.of())
            .stream()
            .map(DatabaseRow::blueprint)
            .toList();
    if (caller.scope().type() == ScopeType.WORKSPACE) {
      caller.requireTenant(tenant, blueprints);
    }
    List<WorkspaceName> reached = caller.reachable(blueprints).toList();
    return new TenantAccess(row.id(), reached, reached.size() == blueprints.size());
  }

  /**
   * Finds a tenant for a caller who is about to change all of it, which takes more than to reach
   * it: a key for some tenants works inside them only, and a key for some workspaces must not touch
   * what a tenant has of others.
   *
   * @throws io.tenantry.contract.error.EngineException as {@link #of}, and SCOPE_DENIED when the
   *     scope does not include all of the tenant
   */
  public static TenantAccess whole(Handle handle, Caller caller, TenantId tenant) {
    TenantAccess access = of(handle, caller, tenant);
    if (caller.scope().type() == ScopeType.TENANT) {
      caller.requireProjectScope(caller.projectId().value());
    }
    if (!access.isWhole()) {
      caller.requireProjectScope(tenant.value());
    }
    return access;
  }
}
