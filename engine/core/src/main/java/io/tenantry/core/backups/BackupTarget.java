package io.tenantry.core.backups;

import io.tenantry.contract.tenants.TenantStatus;
import io.tenantry.core.hosts.TenantPlace;

/**
 * A database that can be backed up.
 *
 * @param databaseId its row
 * @param tenantId row of its tenant
 * @param status where the tenant stands
 * @param blueprintId row of its blueprint
 * @param minor the version it is on by the catalog
 * @param place where it is now
 */
record BackupTarget(
    long databaseId,
    long tenantId,
    TenantStatus status,
    long blueprintId,
    int minor,
    TenantPlace place) {}
