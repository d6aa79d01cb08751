package io.tenantry.contract.recovery;

import io.tenantry.contract.tenants.TenantId;
import io.tenantry.contract.workspaces.WorkspaceName;
import java.time.Instant;

/**
 * A request for a new tenant with what another one had at a time.
 *
 * @param tenant whose past it is
 * @param timestamp the time; UTC, to the microsecond
 * @param blueprint which of its databases
 * @param made id of the new tenant
 */
public record ForkTenant(
    TenantId tenant, Instant timestamp, WorkspaceName blueprint, TenantId made) {}
