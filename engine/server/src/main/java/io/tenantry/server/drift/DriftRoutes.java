package io.tenantry.server.drift;

import io.tenantry.contract.drift.Drift;
import io.tenantry.contract.drift.TenantDrift;
import io.tenantry.contract.tenants.TenantId;
import io.tenantry.contract.workspaces.WorkspaceName;
import io.tenantry.server.http.Call;
import io.tenantry.server.http.RequestLane;
import io.tenantry.server.http.Router;
import io.tenantry.wire.QueryParameters;
import io.tenantry.wire.drift.DriftEndpoints;
import io.tenantry.wire.drift.DriftReplies;
import io.tenantry.wire.json.Fields;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;

/** The calls of drift. */
public final class DriftRoutes {
  private DriftRoutes() {}

  /** Adds the calls. */
  public static void register(Router router) {
    router.on(
        DriftEndpoints.CHECK,
        RequestLane.FAST,
        (call, body) -> new DriftReplies.Checked(drift(call).check(name(call), body.tenantIds())));
    router.on(
        DriftEndpoints.LAST_CHECK,
        RequestLane.FAST,
        (call, _) -> new DriftReplies.Checked(drift(call).lastCheck(name(call))));
    router.on(DriftEndpoints.LIST, RequestLane.SLOW, (call, _) -> list(call));
    router.on(
        DriftEndpoints.ACCEPT,
        RequestLane.SLOW,
        (call, body) ->
            DriftReplies.Accepted.of(drift(call).accept(tenant(call), body.blueprint())));
    router.on(
        DriftEndpoints.FORCE_BACK,
        RequestLane.SLOW,
        (call, body) -> DriftReplies.Forced.of(drift(call).forceBack(tenant(call), body)));
    router.on(
        DriftEndpoints.ADOPT,
        RequestLane.SLOW,
        (call, body) -> DriftReplies.AdoptedVersion.of(drift(call).adopt(tenant(call), body)));
  }

  private static DriftReplies.Listed list(Call call) {
    QueryParameters query = call.query();
    return DriftReplies.Listed.of(
        drift(call).list(name(call), states(query), query.page()), query.isPaged());
  }

  /** Reads {@code state=drifted,accepted}. */
  private static Set<TenantDrift.State> states(QueryParameters query) {
    Set<TenantDrift.State> states = EnumSet.noneOf(TenantDrift.State.class);
    query
        .text("state")
        .ifPresent(
            list ->
                Arrays.stream(list.split(","))
                    .map(code -> Fields.constant("state", code, TenantDrift.State.class))
                    .forEach(states::add));
    return states;
  }

  private static Drift drift(Call call) {
    return call.project().drift();
  }

  private static WorkspaceName name(Call call) {
    return WorkspaceName.existingBlueprint(call.path("name"));
  }

  private static TenantId tenant(Call call) {
    return TenantId.existing(call.path("id"));
  }
}
