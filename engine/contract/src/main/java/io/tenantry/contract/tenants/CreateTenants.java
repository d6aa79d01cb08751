package io.tenantry.contract.tenants;

import io.tenantry.contract.error.EngineException;
import java.util.List;

/**
 * Many wanted tenants with the same databases (an extension of the reference).
 *
 * @param tenantIds 1–1000 ids as given; a bad one fails alone
 * @param databases at least one, each blueprint once
 */
public record CreateTenants(List<String> tenantIds, List<TenantDatabaseRequest> databases) {
  /** Checks and copies. */
  public CreateTenants {
    tenantIds = List.copyOf(tenantIds);
    if (tenantIds.isEmpty() || tenantIds.size() > 1000) {
      throw EngineException.badField("tenant_ids", "tenant_ids must have 1 to 1000 entries");
    }
    databases = CreateTenant.checked(databases);
  }
}
