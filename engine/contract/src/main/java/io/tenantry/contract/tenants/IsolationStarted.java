package io.tenantry.contract.tenants;

import io.tenantry.contract.workspaces.WorkspaceName;
import java.util.Optional;

/**
 * A move that has begun.
 *
 * @param tenantId whose database it is
 * @param blueprint which of the tenant's databases
 * @param from isolation level that it comes from
 * @param to isolation level that it goes to
 * @param fromRegion zone that it comes from; only when nothing but the region changes
 * @param toRegion zone that it goes to; only when nothing but the region changes
 */
public record IsolationStarted(
    TenantId tenantId,
    WorkspaceName blueprint,
    int from,
    int to,
    Optional<String> fromRegion,
    Optional<String> toRegion) {}
