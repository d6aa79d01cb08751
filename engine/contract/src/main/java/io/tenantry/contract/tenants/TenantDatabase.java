package io.tenantry.contract.tenants;

import io.tenantry.contract.blueprints.Version;
import io.tenantry.contract.workspaces.DatabaseType;
import io.tenantry.contract.workspaces.WorkspaceName;
import java.util.Optional;

/**
 * A database of a tenant.
 *
 * @param blueprint the blueprint whose schema it has
 * @param databaseType its type
 * @param isolationLevel 1 on the shared host, 2 on a host of its own
 * @param region zone of its host; level 2 only
 * @param version version of the blueprint it is on (an extension)
 * @param connection how to connect; absent in lists and while the tenant is not ready
 */
public record TenantDatabase(
    WorkspaceName blueprint,
    DatabaseType databaseType,
    int isolationLevel,
    Optional<String> region,
    Version version,
    Optional<TenantConnection> connection) {}
