package io.tenantry.wire.backups;

import io.tenantry.contract.backups.RestoreBackup;
import io.tenantry.contract.tenants.Tenant;
import io.tenantry.contract.tenants.TenantId;
import io.tenantry.wire.Body;
import io.tenantry.wire.Download;
import io.tenantry.wire.Endpoint;
import io.tenantry.wire.Nothing;
import io.tenantry.wire.json.Fields;

/** The calls of backups; {@code {id}} is the tenant id. */
public final class BackupEndpoints {
  /** Query parameter that names a backup where there is no body. */
  public static final String STORAGE_PATH = "storage_path";

  /** Starts a backup of each database. */
  public static final Endpoint<Nothing, BackupReplies.Started> CREATE =
      Endpoint.post("/tenants/{id}/backup", BackupReplies.Started.class);

  /** Lists the backups. */
  public static final Endpoint<Nothing, BackupReplies.Listed> LIST =
      Endpoint.get("/tenants/{id}/backups", BackupReplies.Listed.class);

  /** Starts to put a backup back. */
  public static final Endpoint<BackupReplies.Named, BackupReplies.RollingBack> ROLLBACK =
      Endpoint.post(
          "/tenants/{id}/rollback",
          Body.of(BackupEndpoints::named),
          BackupReplies.RollingBack.class);

  /** Says what became of rollbacks (an extension, as what follows). */
  public static final Endpoint<Nothing, BackupReplies.Rollbacks> ROLLBACKS =
      Endpoint.get("/tenants/{id}/rollbacks", BackupReplies.Rollbacks.class);

  /** Checks a backup and keeps the result. */
  public static final Endpoint<BackupReplies.Named, BackupReplies.Verified> VERIFY =
      Endpoint.post(
          "/tenants/{id}/backups/verify",
          Body.of(BackupEndpoints::named),
          BackupReplies.Verified.class);

  /** Makes a new tenant from a backup. */
  public static final Endpoint<RestoreBackup, Tenant> RESTORE =
      Endpoint.post(
              "/tenants/{id}/backups/restore", Body.of(BackupEndpoints::restore), Tenant.class)
          .created();

  /** Answers with the compressed file; {@code storage_path} is a query parameter. */
  public static final Endpoint<Nothing, Download> DOWNLOAD =
      Endpoint.get("/tenants/{id}/backups/download", Download.class);

  /** Deletes a backup; {@code storage_path} is a query parameter. */
  public static final Endpoint<Nothing, BackupReplies.Deleted> DELETE =
      Endpoint.delete("/tenants/{id}/backups", BackupReplies.Deleted.class);

  private BackupEndpoints() {}

  private static BackupReplies.Named named(Fields body) {
    return new BackupReplies.Named(body.text(STORAGE_PATH));
  }

  private static RestoreBackup restore(Fields body) {
    return new RestoreBackup(body.text(STORAGE_PATH), new TenantId(body.text("tenant_id")));
  }
}
