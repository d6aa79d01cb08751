package io.tenantry.core.tenants;

import io.tenantry.core.hosts.TenantPlace;

/**
 * A database that is announced; its file may or may not have been written.
 *
 * @param isPromised whether the caller was told already that it comes
 */
record Unmade(long databaseId, long tenantId, TenantPlace place, boolean isPromised) {}
