package io.tenantry.wire.recovery;

import io.tenantry.contract.recovery.ForkTenant;
import io.tenantry.contract.tenants.TenantId;
import io.tenantry.contract.workspaces.WorkspaceName;
import io.tenantry.wire.Body;
import io.tenantry.wire.json.Fields;

/**
 * A new tenant with what the tenant that the path names had at a time.
 *
 * @param timestamp ISO 8601 with an offset, to the microsecond
 * @param blueprint which of its databases
 * @param tenantId id of the new tenant
 */
public record ForkBody(String timestamp, WorkspaceName blueprint, TenantId tenantId) {
  static final Body<ForkBody> BODY = Body.of(ForkBody::read);

  /** Takes the tenant out of a request. */
  public static ForkBody of(ForkTenant request) {
    return new ForkBody(request.timestamp().toString(), request.blueprint(), request.made());
  }

  /** Puts the tenant in; a bad timestamp is BAD_REQUEST naming the field. */
  public ForkTenant on(TenantId tenant) {
    return new ForkTenant(tenant, Timestamps.read("timestamp", timestamp), blueprint, tenantId);
  }

  private static ForkBody read(Fields body) {
    return new ForkBody(
        body.text("timestamp"),
        WorkspaceName.existingBlueprint(body.text("blueprint")),
        new TenantId(body.text("tenant_id")));
  }
}
