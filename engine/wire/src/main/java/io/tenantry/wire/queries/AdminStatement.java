package io.tenantry.wire.queries;

import io.tenantry.contract.error.EngineException;
import io.tenantry.contract.queries.FanOutQuery;
import io.tenantry.contract.queries.Parameters;
import io.tenantry.contract.queries.TenantQuery;
import io.tenantry.contract.tenants.TenantId;
import io.tenantry.contract.workspaces.WorkspaceName;
import io.tenantry.wire.Body;
import io.tenantry.wire.json.Fields;
import java.util.List;
import java.util.Optional;

/**
 * A statement for one tenant or for many; exactly one of the three targets is given.
 *
 * @param blueprint which of their databases
 * @param query the statement
 * @param params values for its parameters; absent for none
 * @param tenantId one tenant
 * @param allTenants true for all tenants of the blueprint
 * @param tenantIds some tenants (an extension)
 */
public record AdminStatement(
    WorkspaceName blueprint,
    String query,
    Optional<Parameters> params,
    Optional<TenantId> tenantId,
    Optional<Boolean> allTenants,
    Optional<List<TenantId>> tenantIds) {
  static final Body<AdminStatement> BODY = Body.of(AdminStatement::read);

  /** A statement for one tenant. */
  public static AdminStatement of(TenantQuery query) {
    query.requireNow();
    return new AdminStatement(
        query.blueprint(),
        query.query(),
        TenantStatement.written(query.params()),
        Optional.of(query.tenant()),
        Optional.empty(),
        Optional.empty());
  }

  /** A statement for many tenants. */
  public static AdminStatement of(FanOutQuery query) {
    boolean all = query.tenants().isEmpty();
    return new AdminStatement(
        query.blueprint(),
        query.query(),
        TenantStatement.written(query.params()),
        Optional.empty(),
        all ? Optional.of(true) : Optional.empty(),
        all ? Optional.empty() : Optional.of(query.tenants()));
  }

  /** Returns the query when it is for one tenant. */
  public Optional<TenantQuery> one() {
    return tenantId.map(
        tenant -> new TenantQuery(tenant, blueprint, query, params.orElseGet(Parameters::none)));
  }

  /** Returns the query for many tenants. */
  public FanOutQuery many() {
    return new FanOutQuery(
        blueprint, query, params.orElseGet(Parameters::none), tenantIds.orElse(List.of()));
  }

  private static AdminStatement read(Fields body) {
    body.refuse("as_of");
    WorkspaceName blueprint = WorkspaceName.existingBlueprint(body.text("blueprint"));
    String query = body.text("query");
    Optional<TenantId> one = body.optionalText("tenant_id").map(TenantId::existing);
    boolean all = body.flag("all_tenants", false);
    List<TenantId> some = body.texts("tenant_ids").stream().map(TenantId::existing).toList();
    checkTargets(one.isPresent(), all, !some.isEmpty());
    return new AdminStatement(
        blueprint,
        query,
        Optional.of(body.parameters("params")),
        one,
        all ? Optional.of(true) : Optional.empty(),
        some.isEmpty() ? Optional.empty() : Optional.of(some));
  }

  private static void checkTargets(boolean... given) {
    int targets = 0;
    for (boolean target : given) {
      targets += target ? 1 : 0;
    }
    if (targets == 0) {
      throw EngineException.badRequest("Provide tenant_id or all_tenants");
    }
    if (targets > 1) {
      throw EngineException.badRequest("Provide either tenant_id or all_tenants, not both");
    }
  }
}
