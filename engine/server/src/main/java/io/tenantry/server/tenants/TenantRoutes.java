package io.tenantry.server.tenants;

import io.tenantry.contract.error.EngineException;
import io.tenantry.contract.tenants.TenantFilter;
import io.tenantry.contract.tenants.TenantId;
import io.tenantry.contract.tenants.Tenants;
import io.tenantry.server.http.Call;
import io.tenantry.server.http.RequestLane;
import io.tenantry.server.http.Router;
import io.tenantry.wire.QueryParameters;
import io.tenantry.wire.tenants.TenantEndpoints;
import io.tenantry.wire.tenants.TenantFilters;
import io.tenantry.wire.tenants.TenantReplies;

/** The calls of tenants. */
public final class TenantRoutes {
  private TenantRoutes() {}

  /** Adds the calls. */
  public static void register(Router router) {
    router.subject("/tenants/{id}", call -> tenants(call).get(id(call)));
    router.on(TenantEndpoints.LIST, RequestLane.FAST, (call, _) -> list(call));
    router.on(TenantEndpoints.FIND, RequestLane.FAST, (call, _) -> find(call));
    router.on(TenantEndpoints.COUNTS, RequestLane.FAST, (call, _) -> tenants(call).counts());
    router.on(TenantEndpoints.CREATE, RequestLane.FAST, (call, body) -> tenants(call).create(body));
    router.on(
        TenantEndpoints.CREATE_MANY,
        RequestLane.SLOW,
        (call, body) -> TenantReplies.CreatedMany.of(tenants(call).createMany(body)));
    router.on(TenantEndpoints.GET, RequestLane.FAST, (call, _) -> tenants(call).get(id(call)));
    router.on(TenantEndpoints.DELETE, RequestLane.FAST, (call, _) -> delete(call));
    router.on(
        TenantEndpoints.RESTORE,
        RequestLane.FAST,
        (call, _) -> TenantReplies.Moved.restored(tenants(call).restore(id(call))));
    router.on(
        TenantEndpoints.SUSPEND,
        RequestLane.FAST,
        (call, _) -> TenantReplies.Moved.suspended(tenants(call).suspend(id(call))));
    router.on(
        TenantEndpoints.RESUME,
        RequestLane.FAST,
        (call, _) -> TenantReplies.Moved.resumed(tenants(call).resume(id(call))));
    router.on(
        TenantEndpoints.ROTATE_PASSWORD,
        RequestLane.FAST,
        (call, _) -> tenants(call).rotatePassword(id(call)));
    router.on(
        TenantEndpoints.CHANGE_ISOLATION,
        RequestLane.FAST,
        (call, body) ->
            TenantReplies.IsolationMoves.of(tenants(call).changeIsolation(id(call), body)));
    router.on(
        TenantEndpoints.ISOLATION_CHANGES,
        RequestLane.FAST,
        (call, _) ->
            TenantReplies.IsolationChanges.of(id(call), tenants(call).isolationChanges(id(call))));
  }

  private static TenantReplies.Listed list(Call call) {
    QueryParameters query = call.query();
    return TenantReplies.Listed.of(
        tenants(call).list(TenantFilters.read(query), query.page()), query.isPaged());
  }

  private static TenantReplies.Found find(Call call) {
    QueryParameters query = call.query();
    TenantFilter filter = TenantFilters.read(query);
    if (query.text("tenant_id").isPresent() == query.text("prefix").isPresent()) {
      throw EngineException.badRequest("Provide either tenant_id or prefix");
    }
    return TenantReplies.Found.of(
        query
            .text("tenant_id")
            .map(id -> tenants(call).position(filter, new TenantId(id)))
            .orElseGet(
                () -> tenants(call).firstStartingWith(filter, query.text("prefix").orElse(""))));
  }

  private static TenantReplies.Moved delete(Call call) {
    boolean hard = call.query().flag("hard");
    return TenantReplies.Moved.deleted(tenants(call).delete(id(call), hard), hard);
  }

  private static Tenants tenants(Call call) {
    return call.project().tenants();
  }

  private static TenantId id(Call call) {
    return TenantId.existing(call.path("id"));
  }
}
