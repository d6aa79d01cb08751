package io.tenantry.core.tenants;

import io.tenantry.contract.workspaces.DatabaseType;
import io.tenantry.contract.workspaces.WorkspaceName;
import io.tenantry.core.hosts.TenantPlace;
import java.util.Optional;

/**
 * A database of a tenant as the catalog has it.
 *
 * @param isReady whether it can be used; false while a dedicated one is being made
 */
record DatabaseRow(
    long id,
    long tenantId,
    WorkspaceName blueprint,
    DatabaseType type,
    int isolationLevel,
    Optional<String> region,
    int minor,
    TenantPlace place,
    boolean isReady) {}
