package io.tenantry.wire.recovery;

import io.tenantry.contract.recovery.RecoverTenant;
import io.tenantry.contract.tenants.TenantId;
import io.tenantry.contract.workspaces.WorkspaceName;
import io.tenantry.wire.Body;
import io.tenantry.wire.json.Fields;
import java.util.Optional;

/**
 * A recovery of the tenant that the path names.
 *
 * @param timestamp ISO 8601 with an offset, to the microsecond
 * @param blueprint which of its databases (an extension); absent for all of isolation level 2
 */
public record RecoverBody(String timestamp, Optional<WorkspaceName> blueprint) {
  static final Body<RecoverBody> BODY = Body.of(RecoverBody::read);

  /** Takes the tenant out of a request. */
  public static RecoverBody of(RecoverTenant request) {
    return new RecoverBody(request.timestamp().toString(), request.blueprint());
  }

  /** Puts the tenant in; a bad timestamp is BAD_REQUEST naming the field. */
  public RecoverTenant on(TenantId tenant) {
    return new RecoverTenant(tenant, Timestamps.read("timestamp", timestamp), blueprint);
  }

  private static RecoverBody read(Fields body) {
    return new RecoverBody(
        body.text("timestamp"),
        body.optionalText("blueprint").map(WorkspaceName::existingBlueprint));
  }
}
