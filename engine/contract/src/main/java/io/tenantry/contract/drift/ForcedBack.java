package io.tenantry.contract.drift;

import io.tenantry.contract.blueprints.PlanStep;
import io.tenantry.contract.blueprints.Version;
import io.tenantry.contract.tenants.TenantId;
import io.tenantry.contract.workspaces.WorkspaceName;
import java.util.List;

/**
 * A database that has the schema of its version again.
 *
 * @param tenantId its tenant
 * @param blueprint its blueprint
 * @param version the version it is on
 * @param safetyBackup the backup that was taken before, by its path
 * @param steps what was done
 */
public record ForcedBack(
    TenantId tenantId,
    WorkspaceName blueprint,
    Version version,
    String safetyBackup,
    List<PlanStep> steps) {
  /** Copies the steps. */
  public ForcedBack {
    steps = List.copyOf(steps);
  }
}
