package io.tenantry.core.tenants;

import io.tenantry.core.hosts.TenantPlace;

/** A database that is announced; its file may or may not have been written. */
record Unmade(long databaseId, long tenantId, TenantPlace place) {}
