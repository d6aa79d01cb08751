package io.tenantry.contract.deployments;

import io.tenantry.contract.blueprints.Version;
import io.tenantry.contract.tenants.TenantId;
import io.tenantry.contract.workspaces.WorkspaceName;
import java.util.List;
import java.util.Optional;

/**
 * A wanted deployment.
 *
 * @param blueprintId name of the blueprint
 * @param version which version; empty for the latest
 * @param tenantIds which tenants; empty for all of the blueprint
 */
public record CreateDeployment(
    WorkspaceName blueprintId, Optional<Version> version, List<TenantId> tenantIds) {
  /** Copies the ids. */
  public CreateDeployment {
    tenantIds = List.copyOf(tenantIds);
  }

  /** The latest version to all tenants of the blueprint. */
  public CreateDeployment(WorkspaceName blueprint) {
    this(blueprint, Optional.empty(), List.of());
  }
}
