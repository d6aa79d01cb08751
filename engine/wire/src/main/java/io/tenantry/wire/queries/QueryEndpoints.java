package io.tenantry.wire.queries;

import io.tenantry.wire.Endpoint;

/** The calls of queries. */
public final class QueryEndpoints {
  /** Runs a statement on one tenant; {@code {id}} is the tenant id. */
  public static final Endpoint<TenantStatement, QueryReplies.Tenant> TENANT =
      Endpoint.post("/tenants/{id}/query", TenantStatement.BODY, QueryReplies.Tenant.class);

  /** Runs a statement on one tenant or many, as administrator. */
  public static final Endpoint<AdminStatement, QueryReplies.Admin> ADMIN =
      Endpoint.post("/admin/query", AdminStatement.BODY, QueryReplies.Admin.class);

  private QueryEndpoints() {}
}
