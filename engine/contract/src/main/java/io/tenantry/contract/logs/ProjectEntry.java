package io.tenantry.contract.logs;

import io.tenantry.contract.tenants.TenantId;

/**
 * A query that ran somewhere in a project.
 *
 * @param tenantId whose database it ran on
 * @param slow whether it was slow by what the engine called slow when it ended
 * @param entry the query
 */
public record ProjectEntry(TenantId tenantId, boolean slow, LogEntry entry) {}
