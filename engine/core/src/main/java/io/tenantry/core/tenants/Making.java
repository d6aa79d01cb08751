package io.tenantry.core.tenants;

import io.tenantry.contract.tenants.TenantId;

/**
 * A tenant that is getting databases.
 *
 * @param tenantId its row
 * @param name its id
 */
record Making(long tenantId, TenantId name) {}
