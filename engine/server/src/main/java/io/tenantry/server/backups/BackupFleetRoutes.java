package io.tenantry.server.backups;

import io.tenantry.contract.backups.BackupFleet;
import io.tenantry.contract.backups.BackupRunId;
import io.tenantry.contract.backups.BackupRunTenant;
import io.tenantry.server.http.Call;
import io.tenantry.server.http.RequestLane;
import io.tenantry.server.http.Router;
import io.tenantry.wire.backups.BackupEndpoints;
import io.tenantry.wire.backups.BackupFleetReplies;
import io.tenantry.wire.backups.CoverageFilters;

/** The calls about the backups of all tenants. */
final class BackupFleetRoutes {
  private BackupFleetRoutes() {}

  /** Adds the calls. */
  static void register(Router router) {
    router.on(
        BackupEndpoints.COVERAGE,
        RequestLane.FAST,
        (call, _) ->
            BackupFleetReplies.Covered.of(
                fleet(call).list(CoverageFilters.read(call.query()), call.query().page())));
    router.on(BackupEndpoints.TOTALS, RequestLane.FAST, (call, _) -> fleet(call).totals());
    router.on(
        BackupEndpoints.POLICY,
        RequestLane.FAST,
        (call, _) -> BackupFleetReplies.Policy.of(fleet(call).policy()));
    router.on(
        BackupEndpoints.CHANGE_POLICY,
        RequestLane.FAST,
        (call, body) -> BackupFleetReplies.Policy.of(fleet(call).changePolicy(body)));
    registerRuns(router);
  }

  private static void registerRuns(Router router) {
    router.on(
        BackupEndpoints.START_RUN,
        RequestLane.SLOW,
        (call, body) -> new BackupFleetReplies.Run(fleet(call).start(body)));
    router.on(
        BackupEndpoints.RUNS,
        RequestLane.FAST,
        (call, _) -> BackupFleetReplies.Runs.of(fleet(call).runs()));
    router.on(
        BackupEndpoints.RUN,
        RequestLane.FAST,
        (call, _) -> new BackupFleetReplies.Run(fleet(call).run(id(call))));
    router.on(
        BackupEndpoints.STOP_RUN,
        RequestLane.FAST,
        (call, _) -> new BackupFleetReplies.Run(fleet(call).stop(id(call))));
    router.on(
        BackupEndpoints.RUN_TENANTS,
        RequestLane.FAST,
        (call, _) ->
            BackupFleetReplies.RunTenants.of(
                fleet(call)
                    .tenants(
                        id(call),
                        call.query().coded("state", BackupRunTenant.State.class),
                        call.query().page())));
  }

  private static BackupFleet fleet(Call call) {
    return call.project().backupFleet();
  }

  private static BackupRunId id(Call call) {
    return new BackupRunId(call.path("id"));
  }
}
