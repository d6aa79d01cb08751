package io.tenantry.wire.users;

import io.tenantry.contract.apikeys.Role;
import io.tenantry.contract.queries.Parameters;
import io.tenantry.contract.tenants.TenantId;
import io.tenantry.contract.users.NewDatabase;
import io.tenantry.contract.users.ProvisionUser;
import io.tenantry.contract.users.Subject;
import io.tenantry.contract.users.UserBatch;
import io.tenantry.contract.users.UserStatement;
import io.tenantry.contract.workspaces.WorkspaceName;
import io.tenantry.wire.Body;
import io.tenantry.wire.json.Fields;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The request bodies under {@code /v1}, whose fields are in camel case. */
final class UserBodies {
  static final Body<ProvisionUser> PROVISION = Body.of(UserBodies::provision, UserBodies::written);
  static final Body<NewDatabase> CREATE = Body.of(UserBodies::create);
  static final Body<UserStatement> QUERY = Body.of(UserBodies::statement, UserBodies::written);
  static final Body<UserBatch> BATCH = Body.of(UserBodies::batch, UserBodies::written);

  private UserBodies() {}

  private static ProvisionUser provision(Fields body) {
    return new ProvisionUser(
        new Subject(body.text("subject")),
        body.optionalText("template").map(WorkspaceName::existingBlueprint),
        body.optionalText("role")
            .map(role -> Fields.constant("role", role, Role.class))
            .orElse(Role.WRITE),
        body.optionalInteger("expiresIn").orElse(ProvisionUser.DEFAULT_EXPIRES_IN),
        body.optionalInteger("ttlSec"));
  }

  private static Map<String, Object> written(ProvisionUser request) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("subject", request.subject().value());
    request.template().ifPresent(template -> fields.put("template", template.value()));
    fields.put("role", request.role().code());
    fields.put("expiresIn", request.expiresIn());
    request.ttlSec().ifPresent(seconds -> fields.put("ttlSec", seconds));
    return fields;
  }

  private static NewDatabase create(Fields body) {
    TenantId slug = new TenantId(body.text("slug"));
    return new NewDatabase(
        slug,
        body.optionalText("name").orElse(slug.value()),
        body.optionalText("template").map(WorkspaceName::existingBlueprint));
  }

  private static UserStatement statement(Fields body) {
    return new UserStatement(body.text("sql"), body.parameters("params"));
  }

  private static Map<String, Object> written(UserStatement statement) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("sql", statement.sql());
    Parameters params = statement.params();
    if (!params.isEmpty()) {
      fields.put("params", params);
    }
    return fields;
  }

  private static UserBatch batch(Fields body) {
    return new UserBatch(
        body.requiredObjects("statements").stream().map(UserBodies::statement).toList(),
        body.flag("transaction", false));
  }

  private static Map<String, Object> written(UserBatch batch) {
    List<Map<String, Object>> statements =
        batch.statements().stream().map(UserBodies::written).toList();
    return Map.of("statements", statements, "transaction", batch.transaction());
  }
}
