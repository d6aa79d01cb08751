package io.tenantry.contract.deployments;

import io.tenantry.contract.tenants.TenantId;
import java.util.List;

/**
 * A wish to take a deployment back.
 *
 * @param tenantIds which of its tenants; empty for all that it changed
 * @param mode how
 * @param confirmLoss whether what {@link DeploymentDetail#losses()} names may be lost; without it
 *     an undo that loses something is refused
 * @param dryRun whether it is only tried on copies, to see what would be lost and what would fail
 */
public record UndoDeployment(
    List<TenantId> tenantIds, UndoMode mode, boolean confirmLoss, boolean dryRun) {
  /** Copies the ids. */
  public UndoDeployment {
    tenantIds = List.copyOf(tenantIds);
  }

  /** All tenants by a plan that loses nothing. */
  public static UndoDeployment byPlan() {
    return new UndoDeployment(List.of(), UndoMode.PLAN, false, false);
  }

  /** All tenants from the copies that the deployment made; what was written since is lost. */
  public static UndoDeployment fromBackups() {
    return new UndoDeployment(List.of(), UndoMode.BACKUP, true, false);
  }

  /** Returns a copy with the consent to lose what is listed. */
  public UndoDeployment confirmed() {
    return new UndoDeployment(tenantIds, mode, true, dryRun);
  }

  /** Returns a copy that only tries. */
  public UndoDeployment asDryRun() {
    return new UndoDeployment(tenantIds, mode, confirmLoss, true);
  }
}
