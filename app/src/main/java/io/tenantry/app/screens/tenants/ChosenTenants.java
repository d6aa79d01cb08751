package io.tenantry.app.screens.tenants;

import io.tenantry.contract.tenants.TenantId;
import io.tenantry.contract.workspaces.WorkspaceName;
import java.util.List;
import java.util.Map;

/** What other screens do with tenants that were chosen here. UI thread. */
public interface ChosenTenants {
  /** Starts a run of backups of them. */
  void backUp(List<TenantId> tenants);

  /** Opens the plan of a deployment to them, by the blueprints that they have. */
  void deploy(Map<WorkspaceName, List<TenantId>> tenants);
}
