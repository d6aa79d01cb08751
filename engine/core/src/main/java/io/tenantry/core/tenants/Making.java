package io.tenantry.core.tenants;

import io.tenantry.contract.tenants.TenantId;

/**
 * A tenant that is getting databases.
 *
 * @param tenantId its row
 * @param name its id
 * @param isNew whether the row itself was made for it and goes when the databases cannot be made
 */
record Making(long tenantId, TenantId name, boolean isNew) {}
