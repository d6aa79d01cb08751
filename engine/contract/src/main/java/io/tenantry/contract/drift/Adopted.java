package io.tenantry.contract.drift;

import io.tenantry.contract.blueprints.PlanStep;
import io.tenantry.contract.blueprints.Version;
import io.tenantry.contract.tenants.TenantId;
import io.tenantry.contract.workspaces.WorkspaceName;
import java.util.List;

/**
 * A database whose schema became, or was, that of a version.
 *
 * @param tenantId its tenant
 * @param blueprint its blueprint
 * @param version the version it is on now
 * @param isNew whether the version was made for it
 * @param steps what was recorded as the version; none when it was there before
 */
public record Adopted(
    TenantId tenantId,
    WorkspaceName blueprint,
    Version version,
    boolean isNew,
    List<PlanStep> steps) {
  /** Copies the steps. */
  public Adopted {
    steps = List.copyOf(steps);
  }
}
