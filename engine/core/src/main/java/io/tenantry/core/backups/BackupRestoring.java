package io.tenantry.core.backups;

import io.tenantry.contract.error.EngineException;
import io.tenantry.contract.error.ErrorCode;
import io.tenantry.contract.tenants.Tenant;
import io.tenantry.contract.tenants.TenantId;
import io.tenantry.core.access.Caller;
import io.tenantry.core.hosts.TenantPlace;
import io.tenantry.core.tenants.RestoredTenants;

/** Makes new tenants from backups; {@link RestoredTenants} says what a crash leaves. */
final class BackupRestoring {
  private final UnpackedDatabases unpacked;
  private final RestoredTenants tenants;

  BackupRestoring(UnpackedDatabases unpacked, RestoredTenants tenants) {
    this.unpacked = unpacked;
    this.tenants = tenants;
  }

  /** Makes a tenant, on a thread that may wait inside SQLite. */
  Tenant run(Caller caller, BackupRow backup, TenantId id) {
    return tenants.create(caller, id, backup.blueprint(), place -> unpack(backup, place));
  }

  private RestoredTenants.Content unpack(BackupRow backup, TenantPlace place) {
    try {
      DatabaseVersion version = unpacked.make(backup, place);
      return new RestoredTenants.Content(version.minor(), version.fingerprint());
    } catch (EngineException e) {
      throw e.code() == ErrorCode.CONFLICT ? BackupService.damaged(backup, e) : e;
    }
  }
}
