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
 */
public record TenantAccess(long tenantId, List<WorkspaceName> blueprints) {
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
    return new TenantAccess(row.id(), caller.reachable(blueprints).toList());
  }
}
