package io.tenantry.wire.tenants;

import io.tenantry.contract.tenants.ChangeIsolation;
import io.tenantry.contract.tenants.CreateTenant;
import io.tenantry.contract.tenants.CreateTenants;
import io.tenantry.contract.tenants.Tenant;
import io.tenantry.contract.tenants.TenantCounts;
import io.tenantry.wire.Clearance;
import io.tenantry.wire.Endpoint;
import io.tenantry.wire.Nothing;

/** The calls of tenants; {@code {id}} is the tenant id. */
public final class TenantEndpoints {
  /** Lists tenants; filter and page are query parameters. */
  public static final Endpoint<Nothing, TenantReplies.Listed> LIST =
      Endpoint.get("/tenants", TenantReplies.Listed.class);

  /**
   * Finds a tenant in a list, by its id or the beginning of it (an extension). No tenant has the id
   * {@code all}.
   */
  public static final Endpoint<Nothing, TenantReplies.Found> FIND =
      Endpoint.get("/tenants/all/position", TenantReplies.Found.class);

  /** Counts the tenants (an extension). */
  public static final Endpoint<Nothing, TenantCounts> COUNTS =
      Endpoint.get("/tenants/all/counts", TenantCounts.class);

  /** Creates a tenant. */
  public static final Endpoint<CreateTenant, Tenant> CREATE =
      Endpoint.post("/tenants", TenantBodies.CREATE, Tenant.class)
          .created()
          .needs(Clearance.ADMIN_OF_MANY);

  /** Creates many tenants (an extension). */
  public static final Endpoint<CreateTenants, TenantReplies.CreatedMany> CREATE_MANY =
      Endpoint.post("/tenants/batch", TenantBodies.CREATE_MANY, TenantReplies.CreatedMany.class)
          .needs(Clearance.ADMIN_OF_MANY);

  /** Returns a tenant with its connections. */
  public static final Endpoint<Nothing, Tenant> GET = Endpoint.get("/tenants/{id}", Tenant.class);

  /** Deletes a tenant; {@code hard=true} destroys it at once. */
  public static final Endpoint<Nothing, TenantReplies.Moved> DELETE =
      Endpoint.delete("/tenants/{id}", TenantReplies.Moved.class).needs(Clearance.ADMIN_OF_MANY);

  /** Takes a tenant out of the trash. */
  public static final Endpoint<Nothing, TenantReplies.Moved> RESTORE =
      Endpoint.post("/tenants/{id}/restore", TenantReplies.Moved.class)
          .needs(Clearance.ADMIN_OF_MANY);

  /** Refuses queries on a tenant. */
  public static final Endpoint<Nothing, TenantReplies.Moved> SUSPEND =
      Endpoint.post("/tenants/{id}/suspend", TenantReplies.Moved.class)
          .needs(Clearance.ADMIN_OF_MANY);

  /** Lets queries on a tenant through again. */
  public static final Endpoint<Nothing, TenantReplies.Moved> RESUME =
      Endpoint.post("/tenants/{id}/resume", TenantReplies.Moved.class)
          .needs(Clearance.ADMIN_OF_MANY);

  /** Gives a tenant a new database password (an extension). */
  public static final Endpoint<Nothing, Tenant> ROTATE_PASSWORD =
      Endpoint.post("/tenants/{id}/password", Tenant.class).needs(Clearance.ADMIN_OF_MANY);

  /** Starts to move a database to another host. */
  public static final Endpoint<ChangeIsolation, TenantReplies.IsolationMoves> CHANGE_ISOLATION =
      Endpoint.patch(
              "/tenants/{id}/isolation",
              TenantBodies.CHANGE_ISOLATION,
              TenantReplies.IsolationMoves.class)
          .needs(Clearance.ADMIN_OF_MANY);

  /** Lists the moves of a tenant (an extension). */
  public static final Endpoint<Nothing, TenantReplies.IsolationChanges> ISOLATION_CHANGES =
      Endpoint.get("/tenants/{id}/isolation", TenantReplies.IsolationChanges.class);

  private TenantEndpoints() {}
}
