package io.tenantry.app.screens.query;

import io.tenantry.contract.tenants.TenantId;
import io.tenantry.contract.workspaces.WorkspaceName;
import java.util.List;

/** Where a query runs. */
sealed interface QueryTarget {

  /** One tenant's database of a blueprint. */
  record OneTenant(TenantId tenant, WorkspaceName blueprint) implements QueryTarget {}

  /** Named tenants of a blueprint. */
  record SomeTenants(List<TenantId> tenants, WorkspaceName blueprint) implements QueryTarget {
    public SomeTenants {
      tenants = List.copyOf(tenants);
    }
  }

  /** All tenants of a blueprint. */
  record AllTenants(WorkspaceName blueprint) implements QueryTarget {}

  /** The database of a workspace. */
  record InWorkspace(WorkspaceName workspace) implements QueryTarget {}
}
