package io.tenantry.server.recovery;

import io.tenantry.contract.error.EngineException;
import io.tenantry.contract.recovery.PointInTimeRecovery;
import io.tenantry.contract.tenants.TenantId;
import io.tenantry.contract.workspaces.WorkspaceName;
import io.tenantry.server.http.Call;
import io.tenantry.server.http.RequestLane;
import io.tenantry.server.http.Router;
import io.tenantry.wire.recovery.RecoveryEndpoints;
import io.tenantry.wire.recovery.RecoveryReplies;

/** The calls of point-in-time recovery. */
public final class RecoveryRoutes {
  private static final int BUCKETS = 60;

  private RecoveryRoutes() {}

  /** Adds the calls. */
  public static void register(Router router) {
    router.subject("/tenants/{id}/recovery", call -> recovery(call).recoveries(id(call)));
    router.on(
        RecoveryEndpoints.RECOVER,
        RequestLane.SLOW,
        (call, body) -> RecoveryReplies.Started.of(recovery(call).recover(body.on(id(call)))));
    router.on(
        RecoveryEndpoints.UNDO,
        RequestLane.SLOW,
        (call, _) -> RecoveryReplies.Undone.of(recovery(call).undo(id(call))));
    router.on(
        RecoveryEndpoints.RECOVERIES,
        RequestLane.FAST,
        (call, _) -> RecoveryReplies.Recoveries.of(id(call), recovery(call).recoveries(id(call))));
    router.on(
        RecoveryEndpoints.FORK,
        RequestLane.SLOW,
        (call, body) -> recovery(call).fork(body.on(id(call))));
    router.on(RecoveryEndpoints.WINDOW, RequestLane.SLOW, (call, _) -> window(call));
  }

  private static RecoveryReplies.Window window(Call call) {
    WorkspaceName blueprint =
        call.query()
            .text("blueprint")
            .map(WorkspaceName::existingBlueprint)
            .orElseThrow(() -> EngineException.badField("blueprint", "blueprint is required"));
    int buckets = call.query().integer("buckets").orElse(BUCKETS);
    return RecoveryReplies.Window.of(id(call), recovery(call).window(id(call), blueprint, buckets));
  }

  private static PointInTimeRecovery recovery(Call call) {
    return call.project().recovery();
  }

  private static TenantId id(Call call) {
    return TenantId.existing(call.path("id"));
  }
}
