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
 * @param options how it is carried out
 */
public record CreateDeployment(
    WorkspaceName blueprintId,
    Optional<Version> version,
    List<TenantId> tenantIds,
    DeploymentOptions options) {
  /** Copies the ids. */
  public CreateDeployment {
    tenantIds = List.copyOf(tenantIds);
  }

  /** As the reference does it. */
  public CreateDeployment(
      WorkspaceName blueprint, Optional<Version> version, List<TenantId> tenantIds) {
    this(blueprint, version, tenantIds, DeploymentOptions.defaults());
  }

  /** The latest version to all tenants of the blueprint. */
  public CreateDeployment(WorkspaceName blueprint) {
    this(blueprint, Optional.empty(), List.of());
  }

  /** Returns a copy that is carried out in another way. */
  public CreateDeployment with(DeploymentOptions other) {
    return new CreateDeployment(blueprintId, version, tenantIds, other);
  }
}
