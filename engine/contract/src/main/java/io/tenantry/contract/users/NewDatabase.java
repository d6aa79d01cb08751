package io.tenantry.contract.users;

import io.tenantry.contract.tenants.TenantId;
import io.tenantry.contract.workspaces.WorkspaceName;
import java.util.Optional;

/**
 * A wanted database that belongs to no user.
 *
 * @param slug its address, and the tenant id
 * @param name its name for people
 * @param template blueprint whose schema it gets; empty for the blueprint {@code users}
 */
public record NewDatabase(TenantId slug, String name, Optional<WorkspaceName> template) {}
