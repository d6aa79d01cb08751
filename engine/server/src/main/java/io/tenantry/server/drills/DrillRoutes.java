package io.tenantry.server.drills;

import io.tenantry.contract.drills.DrillId;
import io.tenantry.contract.drills.DrilledDatabase;
import io.tenantry.contract.drills.Drills;
import io.tenantry.server.http.Call;
import io.tenantry.server.http.RequestLane;
import io.tenantry.server.http.Router;
import io.tenantry.wire.drills.DrillEndpoints;
import io.tenantry.wire.drills.DrillReplies;

/** The calls of drills. */
public final class DrillRoutes {
  private DrillRoutes() {}

  /** Adds the calls. */
  public static void register(Router router) {
    router.on(
        DrillEndpoints.START,
        RequestLane.SLOW,
        (call, body) -> new DrillReplies.One(drills(call).start(body)));
    router.on(
        DrillEndpoints.LIST,
        RequestLane.FAST,
        (call, _) -> DrillReplies.Listed.of(drills(call).list()));
    router.on(
        DrillEndpoints.CHECK,
        RequestLane.FAST,
        (call, body) -> new DrillReplies.Checked(drills(call).check(body)));
    router.on(
        DrillEndpoints.GET,
        RequestLane.FAST,
        (call, _) -> new DrillReplies.One(drills(call).get(id(call))));
    router.on(
        DrillEndpoints.STOP,
        RequestLane.FAST,
        (call, _) -> new DrillReplies.One(drills(call).stop(id(call))));
    router.on(
        DrillEndpoints.DATABASES,
        RequestLane.FAST,
        (call, _) ->
            DrillReplies.Databases.of(
                drills(call)
                    .databases(
                        id(call),
                        call.query().coded("outcome", DrilledDatabase.Outcome.class),
                        call.query().page())));
    router.on(DrillEndpoints.REPORT, RequestLane.FAST, (call, _) -> drills(call).report(id(call)));
  }

  private static Drills drills(Call call) {
    return call.project().drills();
  }

  private static DrillId id(Call call) {
    return new DrillId(call.path("id"));
  }
}
