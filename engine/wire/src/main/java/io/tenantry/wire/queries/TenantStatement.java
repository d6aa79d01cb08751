package io.tenantry.wire.queries;

import io.tenantry.contract.logs.QuerySource;
import io.tenantry.contract.queries.Parameters;
import io.tenantry.contract.queries.TenantQuery;
import io.tenantry.contract.tenants.TenantId;
import io.tenantry.contract.workspaces.WorkspaceName;
import io.tenantry.wire.Body;
import io.tenantry.wire.json.Fields;
import io.tenantry.wire.recovery.Timestamps;
import java.time.Instant;
import java.util.Optional;

/**
 * A statement for the tenant that the path names.
 *
 * @param blueprint which of its databases
 * @param query the statement
 * @param params values for its parameters; absent for none
 * @param asOf the time whose state is asked (an extension), ISO 8601 with an offset; absent for now
 * @param source {@code console} for what a console reads of its own accord (an extension); absent
 *     for {@code api}
 */
public record TenantStatement(
    WorkspaceName blueprint,
    String query,
    Optional<Parameters> params,
    Optional<String> asOf,
    Optional<QuerySource> source) {
  static final Body<TenantStatement> BODY = Body.of(TenantStatement::read);

  /** Takes the tenant out of a query. */
  public static TenantStatement of(TenantQuery query) {
    return new TenantStatement(
        query.blueprint(),
        query.query(),
        written(query.params()),
        query.asOf().map(Instant::toString),
        Optional.of(query.source()).filter(source -> source != QuerySource.API));
  }

  /** Puts the tenant in. */
  public TenantQuery on(TenantId tenant) {
    return new TenantQuery(
        tenant,
        blueprint,
        query,
        params.orElseGet(Parameters::none),
        asOf.map(time -> Timestamps.read("as_of", time)),
        source.orElse(QuerySource.API));
  }

  private static TenantStatement read(Fields body) {
    return new TenantStatement(
        WorkspaceName.existingBlueprint(body.text("blueprint")),
        body.text("query"),
        Optional.of(body.parameters("params")),
        body.optionalText("as_of"),
        body.optionalText("source")
            .map(code -> Fields.constant("source", code, QuerySource.class)));
  }

  static Optional<Parameters> written(Parameters params) {
    return params.isEmpty() ? Optional.empty() : Optional.of(params);
  }
}
