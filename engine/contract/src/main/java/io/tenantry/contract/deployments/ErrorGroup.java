package io.tenantry.contract.deployments;

import io.tenantry.contract.tenants.TenantId;
import java.util.List;

/**
 * The tenants of a deployment that failed for one reason.
 *
 * @param reason why
 * @param count how many
 * @param tenants the first of them in catalog order, at most 10
 */
public record ErrorGroup(String reason, int count, List<TenantId> tenants) {
  /** Copies the tenants. */
  public ErrorGroup {
    tenants = List.copyOf(tenants);
  }
}
