package io.tenantry.wire.apikeys;

import io.tenantry.contract.Coded;
import io.tenantry.contract.apikeys.CreateApiKey;
import io.tenantry.contract.apikeys.Role;
import io.tenantry.contract.apikeys.ScopeType;
import io.tenantry.wire.Body;
import io.tenantry.wire.Clearance;
import io.tenantry.wire.Endpoint;
import io.tenantry.wire.Message;
import io.tenantry.wire.Nothing;
import io.tenantry.wire.json.Fields;
import java.util.List;

/** The calls of API keys. */
public final class ApiKeyEndpoints {
  /** Lists the keys of the project. */
  public static final Endpoint<Nothing, ApiKeyReplies.Listed> LIST =
      Endpoint.get("/apikeys", ApiKeyReplies.Listed.class).needs(Clearance.ACCOUNT);

  /** Lists the keys of all projects of the account. */
  public static final Endpoint<Nothing, ApiKeyReplies.Listed> LIST_ALL =
      Endpoint.get("/apikeys/all", ApiKeyReplies.Listed.class).needs(Clearance.ACCOUNT);

  /** Creates a key. */
  public static final Endpoint<CreateApiKey, ApiKeyReplies.Created> CREATE =
      Endpoint.post("/apikeys", Body.of(ApiKeyEndpoints::create), ApiKeyReplies.Created.class)
          .created()
          .needs(Clearance.ACCOUNT);

  /** Revokes a key. */
  public static final Endpoint<Nothing, Message> DELETE =
      Endpoint.delete("/apikeys/{id}", Message.class).needs(Clearance.ACCOUNT);

  private ApiKeyEndpoints() {}

  private static CreateApiKey create(Fields body) {
    return new CreateApiKey(
        body.text("name"),
        role(body.text("role")),
        body.coded("scope_type", ScopeType.class),
        body.texts("scope_values"));
  }

  /** Reads a role; the one of OAuth is known, so that its own refusal applies, but not offered. */
  private static Role role(String code) {
    return Coded.find(Role.class, code)
        .orElseThrow(() -> Fields.notOneOf("role", List.of("admin", "write", "read")));
  }
}
