package io.tenantry.wire.queries;

import io.tenantry.wire.Clearance;
import io.tenantry.wire.Endpoint;
import io.tenantry.wire.Nothing;

/** The calls of queries. */
public final class QueryEndpoints {
  /** Runs a statement on one tenant; {@code {id}} is the tenant id. */
  public static final Endpoint<TenantStatement, QueryReplies.Tenant> TENANT =
      Endpoint.post("/tenants/{id}/query", TenantStatement.BODY, QueryReplies.Tenant.class);

  /**
   * Runs a statement on one tenant or many, as administrator. With {@code Accept:
   * application/x-ndjson} the answers of many flow as {@link FanOutReplies}.
   */
  public static final Endpoint<AdminStatement, QueryReplies.Admin> ADMIN =
      Endpoint.post("/admin/query", AdminStatement.BODY, QueryReplies.Admin.class)
          .needs(Clearance.ADMIN);

  /**
   * Cancels a query on many tenants whose answers flow; {@code {id}} is the {@code query_id} of its
   * head. The flow goes on with those that answered and ends with its summary.
   */
  public static final Endpoint<Nothing, QueryReplies.Cancelled> CANCEL =
      Endpoint.post("/admin/query/{id}/cancel", QueryReplies.Cancelled.class);

  private QueryEndpoints() {}
}
