package io.tenantry.core.tenants;

import io.tenantry.contract.tenants.TenantId;
import io.tenantry.contract.tenants.TenantStatus;
import java.time.Instant;

/**
 * A tenant as the catalog has it.
 *
 * @param since when it came to its status
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record TenantRow(
    long id,
    TenantId name,
    TenantStatus status,
    Instant since,
    byte[] passwordSealed,
    Instant createdAt) {}
