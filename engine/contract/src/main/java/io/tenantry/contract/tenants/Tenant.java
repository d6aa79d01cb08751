package io.tenantry.contract.tenants;

import java.time.Instant;
import java.util.List;

/**
 * A tenant.
 *
 * @param tenantId its id
 * @param status where it stands
 * @param databases one per blueprint, by blueprint name
 * @param createdAt UTC, whole seconds
 */
public record Tenant(
    TenantId tenantId, TenantStatus status, List<TenantDatabase> databases, Instant createdAt) {
  /** Copies the databases. */
  public Tenant {
    databases = List.copyOf(databases);
  }
}
