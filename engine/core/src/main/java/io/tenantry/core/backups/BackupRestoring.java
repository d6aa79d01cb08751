package io.tenantry.core.backups;

import io.tenantry.contract.error.EngineException;
import io.tenantry.contract.error.ErrorCode;
import io.tenantry.contract.tenants.Tenant;
import io.tenantry.contract.tenants.TenantId;
import io.tenantry.core.access.Caller;
import io.tenantry.core.hosts.TenantPlace;
import io.tenantry.core.schema.SchemaFingerprints;
import io.tenantry.core.sqlite.Deadline;
import io.tenantry.core.tenants.RestoredTenants;
import java.nio.file.Path;
import java.time.Duration;

/** Makes new tenants from backups; {@link RestoredTenants} says what a crash leaves. */
final class BackupRestoring {
  private static final Duration WAIT = Duration.ofSeconds(60);

  private final BackupStorage storage;
  private final BackupFiles files;
  private final Packing packing;
  private final SchemaFingerprints fingerprints;
  private final RestoredTenants tenants;

  BackupRestoring(
      BackupStorage storage,
      BackupFiles files,
      Packing packing,
      SchemaFingerprints fingerprints,
      RestoredTenants tenants) {
    this.storage = storage;
    this.files = files;
    this.packing = packing;
    this.fingerprints = fingerprints;
    this.tenants = tenants;
  }

  /** Makes a tenant, on a thread that may wait inside SQLite. */
  Tenant run(Caller caller, BackupRow backup, TenantId id) {
    return tenants.create(caller, id, backup.blueprint(), place -> unpack(backup, place));
  }

  private RestoredTenants.Content unpack(BackupRow backup, TenantPlace place) {
    Path file = storage.tenants().of(place);
    try {
      packing.unpack(files.of(backup), backup.checksum(), file);
    } catch (EngineException e) {
      throw e.code() == ErrorCode.CONFLICT ? BackupService.damaged(backup, e) : e;
    }
    DatabaseVersion version =
        storage
            .databases()
            .withEngine(
                file, Deadline.in(WAIT), database -> DatabaseVersion.of(database, fingerprints));
    return new RestoredTenants.Content(version.minor(), version.fingerprint());
  }
}
