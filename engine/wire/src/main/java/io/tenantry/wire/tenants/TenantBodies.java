package io.tenantry.wire.tenants;

import io.tenantry.contract.tenants.ChangeIsolation;
import io.tenantry.contract.tenants.CreateTenant;
import io.tenantry.contract.tenants.CreateTenants;
import io.tenantry.contract.tenants.TenantDatabaseRequest;
import io.tenantry.contract.tenants.TenantId;
import io.tenantry.contract.workspaces.WorkspaceName;
import io.tenantry.wire.Body;
import io.tenantry.wire.json.Fields;
import java.util.List;
import java.util.Optional;

/** The request bodies of tenants. */
final class TenantBodies {
  static final Body<CreateTenant> CREATE = Body.of(TenantBodies::create);
  static final Body<CreateTenants> CREATE_MANY = Body.of(TenantBodies::createMany);

  static final Body<ChangeIsolation> CHANGE_ISOLATION = Body.of(TenantBodies::changeIsolation);

  private TenantBodies() {}

  private static CreateTenant create(Fields body) {
    return new CreateTenant(new TenantId(body.text("tenant_id")), databases(body));
  }

  private static CreateTenants createMany(Fields body) {
    return new CreateTenants(body.texts("tenant_ids"), databases(body));
  }

  private static ChangeIsolation changeIsolation(Fields body) {
    return new ChangeIsolation(
        WorkspaceName.existingBlueprint(body.text("blueprint")),
        body.integer("isolation_level"),
        body.optionalText("region"));
  }

  private static List<TenantDatabaseRequest> databases(Fields body) {
    return body.requiredObjects("databases").stream().map(TenantBodies::database).toList();
  }

  private static TenantDatabaseRequest database(Fields database) {
    WorkspaceName blueprint = WorkspaceName.existingBlueprint(database.text("blueprint"));
    int level = database.optionalInteger("isolation_level").orElse(1);
    Optional<String> region = database.optionalText("region");
    return database.checked(() -> new TenantDatabaseRequest(blueprint, level, region));
  }
}
