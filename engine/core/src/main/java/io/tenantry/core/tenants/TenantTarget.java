package io.tenantry.core.tenants;

import io.tenantry.contract.error.EngineException;
import io.tenantry.contract.tenants.TenantId;
import io.tenantry.contract.tenants.TenantStatus;
import io.tenantry.core.hosts.TenantPlace;
import java.nio.file.Path;

/**
 * A database of a tenant for those who work on its file.
 *
 * @param tenantId row of the tenant
 * @param tenant its id
 * @param status where it stands
 * @param place where its database is, by the catalog
 * @param file the file of that place
 * @param minor the version the catalog says it is on
 */
public record TenantTarget(
    long tenantId, TenantId tenant, TenantStatus status, TenantPlace place, Path file, int minor) {

  /**
   * Returns this target, if its tenant accepts queries.
   *
   * @throws EngineException CONFLICT with the documented text otherwise
   */
  public TenantTarget requireQueryable() {
    return switch (status) {
      case READY, SYNCING -> this;
      case DELETED, PARTIALLY_DELETED, PROVISIONING, RESTORING, RECOVERING, MIGRATING, SUSPENDED ->
          throw Refusals.notQueryable(tenant, status);
    };
  }
}
