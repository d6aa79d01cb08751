package io.tenantry.core.sessions;

import io.tenantry.core.databases.Lanes;
import io.tenantry.core.databases.TenantDatabases;
import io.tenantry.core.logs.QueryLog;
import java.time.InstantSource;

/**
 * What sessions on all kinds of databases share.
 *
 * @param lanes threads that may wait inside SQLite
 * @param log takes note of every statement on a tenant's database
 */
public record SessionParts(
    TenantDatabases databases, Lanes lanes, QueryLog log, InstantSource clock) {}
