package io.tenantry.contract.backups;

import io.tenantry.contract.Check;
import io.tenantry.contract.tenants.TenantId;

/**
 * A request to make a new tenant from a backup.
 *
 * @param storagePath the backup
 * @param tenantId id of the new tenant
 */
public record RestoreBackup(String storagePath, TenantId tenantId) {
  /**
   * Checks that a backup is named.
   *
   * @throws io.tenantry.contract.error.EngineException BAD_REQUEST {@code storage_path is required}
   */
  public RestoreBackup {
    Check.text("storage_path", storagePath, Backups.MAX_PATH);
  }
}
