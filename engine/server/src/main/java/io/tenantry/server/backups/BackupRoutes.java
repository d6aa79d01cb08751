package io.tenantry.server.backups;

import io.tenantry.contract.backups.BackupContent;
import io.tenantry.contract.backups.Backups;
import io.tenantry.contract.error.EngineException;
import io.tenantry.contract.tenants.TenantId;
import io.tenantry.server.http.Call;
import io.tenantry.server.http.RequestLane;
import io.tenantry.server.http.Router;
import io.tenantry.wire.Download;
import io.tenantry.wire.backups.BackupEndpoints;
import io.tenantry.wire.backups.BackupReplies;

/** The calls of backups. */
public final class BackupRoutes {
  private BackupRoutes() {}

  /** Adds the calls. */
  public static void register(Router router) {
    BackupFleetRoutes.register(router);
    router.on(
        BackupEndpoints.CREATE,
        RequestLane.FAST,
        (call, _) -> BackupReplies.Started.of(backups(call).create(id(call))));
    router.on(
        BackupEndpoints.LIST,
        RequestLane.FAST,
        (call, _) -> BackupReplies.Listed.of(id(call), backups(call).list(id(call))));
    router.on(
        BackupEndpoints.ROLLBACK,
        RequestLane.FAST,
        (call, body) ->
            BackupReplies.RollingBack.of(backups(call).rollback(id(call), body.storagePath())));
    router.on(
        BackupEndpoints.ROLLBACKS,
        RequestLane.FAST,
        (call, _) -> BackupReplies.Rollbacks.of(id(call), backups(call).rollbacks(id(call))));
    router.on(
        BackupEndpoints.VERIFY,
        RequestLane.SLOW,
        (call, body) ->
            BackupReplies.Verified.of(
                id(call), backups(call).verify(id(call), body.storagePath())));
    router.on(
        BackupEndpoints.RESTORE,
        RequestLane.SLOW,
        (call, body) -> backups(call).restore(id(call), body));
    router.on(
        BackupEndpoints.NOTES,
        RequestLane.FAST,
        (call, _) ->
            new BackupReplies.Noted(
                storagePath(call), backups(call).notes(id(call), storagePath(call))));
    router.on(BackupEndpoints.DOWNLOAD, RequestLane.FAST, (call, _) -> download(call));
    router.on(BackupEndpoints.DELETE, RequestLane.FAST, (call, _) -> delete(call));
  }

  private static Download download(Call call) {
    BackupContent file = backups(call).open(id(call), storagePath(call));
    return new Download(
        "application/gzip", file.fileName(), file.sizeBytes(), file.sha256(), file.stream());
  }

  private static BackupReplies.Deleted delete(Call call) {
    String path = storagePath(call);
    backups(call).delete(id(call), path);
    return BackupReplies.Deleted.of(id(call), path);
  }

  private static String storagePath(Call call) {
    return call.query()
        .text(BackupEndpoints.STORAGE_PATH)
        .orElseThrow(
            () ->
                EngineException.badField(
                    BackupEndpoints.STORAGE_PATH, BackupEndpoints.STORAGE_PATH + " is required"));
  }

  private static Backups backups(Call call) {
    return call.project().backups();
  }

  private static TenantId id(Call call) {
    return TenantId.existing(call.path("id"));
  }
}
