package io.tenantry.wire.backups;

import io.tenantry.contract.backups.BackupTotals;
import io.tenantry.contract.backups.ChangeBackupPolicy;
import io.tenantry.contract.backups.RestoreBackup;
import io.tenantry.contract.backups.StartBackups;
import io.tenantry.contract.tenants.Tenant;
import io.tenantry.contract.tenants.TenantId;
import io.tenantry.wire.Body;
import io.tenantry.wire.Clearance;
import io.tenantry.wire.Download;
import io.tenantry.wire.Endpoint;
import io.tenantry.wire.Nothing;
import io.tenantry.wire.json.Fields;

/**
 * The calls of backups; {@code {id}} is the tenant id, and where all tenants are meant (an
 * extension) a backup run.
 */
public final class BackupEndpoints {
  /** Query parameter that names a backup where there is no body. */
  public static final String STORAGE_PATH = "storage_path";

  /** Starts a backup of each database. */
  public static final Endpoint<Nothing, BackupReplies.Started> CREATE =
      Endpoint.post("/tenants/{id}/backup", BackupReplies.Started.class)
          .needs(Clearance.ADMIN_OF_MANY);

  /** Lists the backups. */
  public static final Endpoint<Nothing, BackupReplies.Listed> LIST =
      Endpoint.get("/tenants/{id}/backups", BackupReplies.Listed.class);

  /** Starts to put a backup back. */
  public static final Endpoint<BackupReplies.Named, BackupReplies.RollingBack> ROLLBACK =
      Endpoint.post(
              "/tenants/{id}/rollback",
              Body.of(BackupEndpoints::named),
              BackupReplies.RollingBack.class)
          .needs(Clearance.ADMIN_OF_MANY);

  /** Says what became of rollbacks (an extension, as what follows). */
  public static final Endpoint<Nothing, BackupReplies.Rollbacks> ROLLBACKS =
      Endpoint.get("/tenants/{id}/rollbacks", BackupReplies.Rollbacks.class);

  /** Checks a backup and keeps the result. */
  public static final Endpoint<BackupReplies.Named, BackupReplies.Verified> VERIFY =
      Endpoint.post(
              "/tenants/{id}/backups/verify",
              Body.of(BackupEndpoints::named),
              BackupReplies.Verified.class)
          .needs(Clearance.ADMIN_OF_MANY);

  /** Says what was noted when a backup was taken; {@code storage_path} is a query parameter. */
  public static final Endpoint<Nothing, BackupReplies.Noted> NOTES =
      Endpoint.get("/tenants/{id}/backups/notes", BackupReplies.Noted.class)
          .needs(Clearance.ADMIN_OF_MANY);

  /** Makes a new tenant from a backup. */
  public static final Endpoint<RestoreBackup, Tenant> RESTORE =
      Endpoint.post(
              "/tenants/{id}/backups/restore", Body.of(BackupEndpoints::restore), Tenant.class)
          .created()
          .needs(Clearance.ADMIN_OF_MANY);

  /** Answers with the compressed file; {@code storage_path} is a query parameter. */
  public static final Endpoint<Nothing, Download> DOWNLOAD =
      Endpoint.get("/tenants/{id}/backups/download", Download.class).needs(Clearance.ADMIN_OF_MANY);

  /** Deletes a backup; {@code storage_path} is a query parameter. */
  public static final Endpoint<Nothing, BackupReplies.Deleted> DELETE =
      Endpoint.delete("/tenants/{id}/backups", BackupReplies.Deleted.class)
          .needs(Clearance.ADMIN_OF_MANY);

  /** Lists tenants with how they stand. */
  public static final Endpoint<Nothing, BackupFleetReplies.Covered> COVERAGE =
      Endpoint.get("/backups", BackupFleetReplies.Covered.class).needs(Clearance.READER_OF_ALL);

  /** Counts how they stand. */
  public static final Endpoint<Nothing, BackupTotals> TOTALS =
      Endpoint.get("/backups/totals", BackupTotals.class).needs(Clearance.READER_OF_ALL);

  /** Says when backups are taken by themselves and how long they are kept. */
  public static final Endpoint<Nothing, BackupFleetReplies.Policy> POLICY =
      Endpoint.get("/backups/policy", BackupFleetReplies.Policy.class)
          .needs(Clearance.READER_OF_ALL);

  /** Changes that. */
  public static final Endpoint<ChangeBackupPolicy, BackupFleetReplies.Policy> CHANGE_POLICY =
      Endpoint.patch(
              "/backups/policy",
              Body.of(BackupFleetBodies::change, BackupFleetReplies.Change::of),
              BackupFleetReplies.Policy.class)
          .needs(Clearance.ACCOUNT);

  /** Starts backups of many. */
  public static final Endpoint<StartBackups, BackupFleetReplies.Run> START_RUN =
      Endpoint.post(
              "/backups/runs",
              Body.of(BackupFleetBodies::start, BackupFleetReplies.Start::of),
              BackupFleetReplies.Run.class)
          .created()
          .needs(Clearance.ACCOUNT);

  /** Lists the newest runs. */
  public static final Endpoint<Nothing, BackupFleetReplies.Runs> RUNS =
      Endpoint.get("/backups/runs", BackupFleetReplies.Runs.class).needs(Clearance.READER_OF_ALL);

  /** Returns a run. */
  public static final Endpoint<Nothing, BackupFleetReplies.Run> RUN =
      Endpoint.get("/backups/runs/{id}", BackupFleetReplies.Run.class)
          .needs(Clearance.READER_OF_ALL);

  /** Stops a run. */
  public static final Endpoint<Nothing, BackupFleetReplies.Run> STOP_RUN =
      Endpoint.post("/backups/runs/{id}/stop", BackupFleetReplies.Run.class)
          .needs(Clearance.ACCOUNT);

  /** Lists the tenants of a run. */
  public static final Endpoint<Nothing, BackupFleetReplies.RunTenants> RUN_TENANTS =
      Endpoint.get("/backups/runs/{id}/tenants", BackupFleetReplies.RunTenants.class)
          .needs(Clearance.READER_OF_ALL);

  private BackupEndpoints() {}

  private static BackupReplies.Named named(Fields body) {
    return new BackupReplies.Named(body.text(STORAGE_PATH));
  }

  private static RestoreBackup restore(Fields body) {
    return new RestoreBackup(body.text(STORAGE_PATH), new TenantId(body.text("tenant_id")));
  }
}
