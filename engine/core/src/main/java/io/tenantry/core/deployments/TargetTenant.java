package io.tenantry.core.deployments;

import io.tenantry.contract.tenants.TenantId;
import io.tenantry.core.hosts.TenantPlace;
import java.util.Optional;

/**
 * A tenant whose turn has not ended.
 *
 * @param tenantId its row
 * @param minor the version it is on, as far as the catalog knows
 * @param target the version it is brought to
 * @param place where its database is
 * @param backup the copy of it that this deployment made or is to put back
 */
record TargetTenant(
    long tenantId, int minor, int target, TenantPlace place, Optional<String> backup) {
  TenantId tenant() {
    return place.tenant();
  }

  TargetTenant at(TenantPlace other) {
    return new TargetTenant(tenantId, minor, target, other, backup);
  }
}
