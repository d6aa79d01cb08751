package io.tenantry.contract.backups;

import io.tenantry.contract.tenants.TenantId;
import java.util.List;

/**
 * A backup that has begun.
 *
 * @param tenantId the tenant
 * @param type why it is taken
 * @param timestamp its name in time, UTC: {@code 2026-02-15T14-30-00}
 * @param paths storage paths, one per database, by blueprint name
 */
public record StartedBackup(
    TenantId tenantId, BackupType type, String timestamp, List<String> paths) {
  /** Copies the paths. */
  public StartedBackup {
    paths = List.copyOf(paths);
  }
}
