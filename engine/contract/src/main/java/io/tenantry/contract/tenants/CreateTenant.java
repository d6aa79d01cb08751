package io.tenantry.contract.tenants;

import io.tenantry.contract.error.EngineException;
import java.util.List;

/**
 * A wanted tenant, or further databases for one that exists.
 *
 * @param tenantId its id
 * @param databases at least one, each blueprint once
 */
public record CreateTenant(TenantId tenantId, List<TenantDatabaseRequest> databases) {
  /** Checks and copies the databases. */
  public CreateTenant {
    databases = checked(databases);
  }

  static List<TenantDatabaseRequest> checked(List<TenantDatabaseRequest> databases) {
    if (databases.isEmpty()) {
      throw EngineException.badField("databases", "databases must contain at least one entry");
    }
    long distinct = databases.stream().map(TenantDatabaseRequest::blueprint).distinct().count();
    if (distinct != databases.size()) {
      throw EngineException.badField("databases", "databases names a blueprint twice");
    }
    return List.copyOf(databases);
  }
}
