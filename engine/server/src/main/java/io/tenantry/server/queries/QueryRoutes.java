package io.tenantry.server.queries;

import io.tenantry.contract.queries.Queries;
import io.tenantry.contract.queries.TenantQuery;
import io.tenantry.contract.tenants.TenantId;
import io.tenantry.server.http.Call;
import io.tenantry.server.http.RequestLane;
import io.tenantry.server.http.Router;
import io.tenantry.wire.queries.AdminStatement;
import io.tenantry.wire.queries.FanOutReplies;
import io.tenantry.wire.queries.QueryEndpoints;
import io.tenantry.wire.queries.QueryReplies;
import io.tenantry.wire.queries.TenantStatement;
import java.util.Optional;

/** The calls of queries. */
public final class QueryRoutes {
  private QueryRoutes() {}

  /** Adds the calls. */
  public static void register(Router router) {
    router.on(QueryEndpoints.TENANT, RequestLane.CALLER, QueryRoutes::tenant);
    OpenFanOuts flowing = new OpenFanOuts();
    router.onEither(
        QueryEndpoints.ADMIN,
        RequestLane.SLOW,
        QueryRoutes::admin,
        FanOutReplies.MEDIA_TYPE,
        flowing::start);
    router.on(QueryEndpoints.CANCEL, RequestLane.FAST, flowing::cancel);
  }

  private static QueryReplies.Tenant tenant(Call call, TenantStatement body) {
    TenantId tenant = TenantId.existing(call.path("id"));
    return QueryReplies.Tenant.of(tenant, queries(call).tenant(body.on(tenant)));
  }

  private static QueryReplies.Admin admin(Call call, AdminStatement body) {
    Optional<TenantQuery> one = body.one();
    return one.isPresent()
        ? QueryReplies.Admin.one(one.get().tenant(), queries(call).admin(one.get()))
        : QueryReplies.Admin.many(queries(call).adminAll(body.many()));
  }

  private static Queries queries(Call call) {
    return call.project().queries();
  }
}
