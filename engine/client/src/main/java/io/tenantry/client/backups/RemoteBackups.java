package io.tenantry.client.backups;

import io.tenantry.client.http.HttpCalls;
import io.tenantry.contract.backups.Backup;
import io.tenantry.contract.backups.BackupContent;
import io.tenantry.contract.backups.BackupNotes;
import io.tenantry.contract.backups.Backups;
import io.tenantry.contract.backups.RestoreBackup;
import io.tenantry.contract.backups.Rollback;
import io.tenantry.contract.backups.StartedBackup;
import io.tenantry.contract.backups.StartedRollback;
import io.tenantry.contract.tenants.Tenant;
import io.tenantry.contract.tenants.TenantId;
import io.tenantry.wire.Download;
import io.tenantry.wire.QueryParameters;
import io.tenantry.wire.backups.BackupEndpoints;
import io.tenantry.wire.backups.BackupReplies;
import java.util.List;
import java.util.Optional;

/** Backups over HTTP. */
public final class RemoteBackups implements Backups {
  private final HttpCalls calls;

  /** Uses the calls of one credential. */
  public RemoteBackups(HttpCalls calls) {
    this.calls = calls;
  }

  @Override
  public StartedBackup create(TenantId tenant) {
    return calls.call(BackupEndpoints.CREATE, tenant).started();
  }

  @Override
  public List<Backup> list(TenantId tenant) {
    return calls.call(BackupEndpoints.LIST, tenant).list();
  }

  @Override
  public StartedRollback rollback(TenantId tenant, String storagePath) {
    return calls
        .send(BackupEndpoints.ROLLBACK, new BackupReplies.Named(storagePath), tenant)
        .started();
  }

  @Override
  public List<Rollback> rollbacks(TenantId tenant) {
    return calls.call(BackupEndpoints.ROLLBACKS, tenant).rollbacks();
  }

  @Override
  public Backup verify(TenantId tenant, String storagePath) {
    return calls
        .sendLong(BackupEndpoints.VERIFY, new BackupReplies.Named(storagePath), tenant)
        .backup()
        .backup();
  }

  @Override
  public Optional<BackupNotes> notes(TenantId tenant, String storagePath) {
    return calls.call(BackupEndpoints.NOTES, named(storagePath), tenant).notes();
  }

  @Override
  public Tenant restore(TenantId tenant, RestoreBackup request) {
    return calls.sendLong(BackupEndpoints.RESTORE, request, tenant);
  }

  @Override
  public void delete(TenantId tenant, String storagePath) {
    calls.call(BackupEndpoints.DELETE, named(storagePath), tenant);
  }

  @Override
  public BackupContent open(TenantId tenant, String storagePath) {
    Download file = calls.download(BackupEndpoints.DOWNLOAD, named(storagePath), tenant);
    return new BackupContent(file.fileName(), file.sizeBytes(), file.sha256(), file.content());
  }

  private static QueryParameters named(String storagePath) {
    return QueryParameters.none().with(BackupEndpoints.STORAGE_PATH, storagePath);
  }
}
