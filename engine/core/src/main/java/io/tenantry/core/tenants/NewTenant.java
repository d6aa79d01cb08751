package io.tenantry.core.tenants;

import io.tenantry.contract.tenants.TenantId;

/** A tenant about to be announced, with its own password in the two forms the catalog keeps. */
@SuppressWarnings("ArrayRecordComponent") // never compared
record NewTenant(TenantId name, byte[] passwordSealed, byte[] passwordHash) {}
