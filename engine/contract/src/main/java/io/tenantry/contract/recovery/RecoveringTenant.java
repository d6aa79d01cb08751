package io.tenantry.contract.recovery;

import io.tenantry.contract.tenants.TenantId;
import io.tenantry.contract.tenants.TenantStatus;
import java.time.Instant;

/**
 * A recovery that has started.
 *
 * @param tenantId the tenant
 * @param status recovering
 * @param targetTimestamp the time whose state it will have
 * @param undoHours how many hours it can be undone afterwards
 */
public record RecoveringTenant(
    TenantId tenantId, TenantStatus status, Instant targetTimestamp, long undoHours) {}
