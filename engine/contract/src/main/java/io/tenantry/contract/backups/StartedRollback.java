package io.tenantry.contract.backups;

import io.tenantry.contract.tenants.TenantId;
import io.tenantry.contract.tenants.TenantStatus;
import java.util.List;

/**
 * A rollback that has begun.
 *
 * @param tenantId the tenant
 * @param status where it stands now: restoring
 * @param paths storage paths of what is put back
 */
public record StartedRollback(TenantId tenantId, TenantStatus status, List<String> paths) {
  /** Copies the paths. */
  public StartedRollback {
    paths = List.copyOf(paths);
  }
}
