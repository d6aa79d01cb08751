package io.tenantry.app.screens.tenants;

import io.tenantry.contract.tenants.TenantId;
import io.tenantry.contract.workspaces.WorkspaceName;

/** Asks what a deployment of the newest version to one tenant would do, and starts it. */
@FunctionalInterface
public interface ToLatest {
  /** Opens the plan of the deployment. */
  void ask(WorkspaceName blueprint, TenantId tenant);
}
