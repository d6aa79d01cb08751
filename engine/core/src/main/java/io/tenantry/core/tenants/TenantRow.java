package io.tenantry.core.tenants;

import io.tenantry.contract.tenants.TenantId;
import io.tenantry.contract.tenants.TenantStatus;
import java.time.Instant;

/** A tenant as the catalog has it. */
@SuppressWarnings("ArrayRecordComponent") // never compared
record TenantRow(
    long id, TenantId name, TenantStatus status, byte[] passwordSealed, Instant createdAt) {}
