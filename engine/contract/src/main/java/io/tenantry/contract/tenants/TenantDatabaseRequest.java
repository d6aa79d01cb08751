package io.tenantry.contract.tenants;

import io.tenantry.contract.Check;
import io.tenantry.contract.workspaces.WorkspaceName;
import java.util.Optional;

/**
 * A wanted database.
 *
 * @param blueprint the blueprint whose latest version it gets
 * @param isolationLevel 1 or 2
 * @param region zone; with level 2 only
 */
public record TenantDatabaseRequest(
    WorkspaceName blueprint, int isolationLevel, Optional<String> region) {
  /** Checks the level. */
  public TenantDatabaseRequest {
    Check.range("isolation_level", isolationLevel, 1, 2);
  }

  /** A database on the shared host. */
  public static TenantDatabaseRequest shared(WorkspaceName blueprint) {
    return new TenantDatabaseRequest(blueprint, 1, Optional.empty());
  }
}
