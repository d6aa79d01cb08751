package io.tenantry.wire.tenants;

import io.tenantry.contract.tenants.CreateTenant;
import io.tenantry.contract.tenants.CreateTenants;
import io.tenantry.contract.tenants.TenantDatabaseRequest;
import io.tenantry.contract.tenants.TenantId;
import io.tenantry.contract.workspaces.WorkspaceName;
import io.tenantry.wire.Body;
import io.tenantry.wire.json.Fields;
import java.util.List;

/** The request bodies of tenants. */
final class TenantBodies {
  static final Body<CreateTenant> CREATE = Body.of(TenantBodies::create);
  static final Body<CreateTenants> CREATE_MANY = Body.of(TenantBodies::createMany);

  private TenantBodies() {}

  private static CreateTenant create(Fields body) {
    return new CreateTenant(new TenantId(body.text("tenant_id")), databases(body));
  }

  private static CreateTenants createMany(Fields body) {
    return new CreateTenants(body.texts("tenant_ids"), databases(body));
  }

  private static List<TenantDatabaseRequest> databases(Fields body) {
    return body.requiredObjects("databases").stream().map(TenantBodies::database).toList();
  }

  private static TenantDatabaseRequest database(Fields database) {
    return new TenantDatabaseRequest(
        WorkspaceName.existingBlueprint(database.text("blueprint")),
        database.optionalInteger("isolation_level").orElse(1),
        database.optionalText("region"));
  }
}
