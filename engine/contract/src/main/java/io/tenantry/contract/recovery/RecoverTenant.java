package io.tenantry.contract.recovery;

import io.tenantry.contract.tenants.TenantId;
import io.tenantry.contract.workspaces.WorkspaceName;
import java.time.Instant;
import java.util.Optional;

/**
 * A recovery to be started.
 *
 * @param tenant the tenant
 * @param timestamp the time whose state is wanted; UTC, to the microsecond
 * @param blueprint which of its databases (an extension); empty for all of level 2
 */
public record RecoverTenant(TenantId tenant, Instant timestamp, Optional<WorkspaceName> blueprint) {

  /** Brings all databases of level 2 back. */
  public RecoverTenant(TenantId tenant, Instant timestamp) {
    this(tenant, timestamp, Optional.empty());
  }
}
