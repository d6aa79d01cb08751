package io.tenantry.wire.recovery;

import io.tenantry.contract.tenants.Tenant;
import io.tenantry.wire.Clearance;
import io.tenantry.wire.Endpoint;
import io.tenantry.wire.Nothing;

/** The calls of point-in-time recovery; {@code {id}} is the tenant id. */
public final class RecoveryEndpoints {
  /** Starts a recovery. */
  public static final Endpoint<RecoverBody, RecoveryReplies.Started> RECOVER =
      Endpoint.post("/tenants/{id}/recover", RecoverBody.BODY, RecoveryReplies.Started.class)
          .needs(Clearance.ADMIN_OF_MANY);

  /** Undoes the last one. */
  public static final Endpoint<Nothing, RecoveryReplies.Undone> UNDO =
      Endpoint.post("/tenants/{id}/recover/undo", RecoveryReplies.Undone.class)
          .needs(Clearance.ADMIN_OF_MANY);

  /**
   * Says which times can be recovered; {@code blueprint} and {@code buckets} are query parameters
   * (an extension).
   */
  public static final Endpoint<Nothing, RecoveryReplies.Window> WINDOW =
      Endpoint.get("/tenants/{id}/recovery", RecoveryReplies.Window.class);

  /** Lists what became of recoveries (an extension). */
  public static final Endpoint<Nothing, RecoveryReplies.Recoveries> RECOVERIES =
      Endpoint.get("/tenants/{id}/recoveries", RecoveryReplies.Recoveries.class);

  /** Makes a new tenant of the past of one (an extension). */
  public static final Endpoint<ForkBody, Tenant> FORK =
      Endpoint.post("/tenants/{id}/fork", ForkBody.BODY, Tenant.class)
          .created()
          .needs(Clearance.ADMIN_OF_MANY);

  private RecoveryEndpoints() {}
}
