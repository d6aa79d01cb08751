package io.tenantry.app.tour;

import io.tenantry.contract.Credential;
import io.tenantry.contract.Project;
import io.tenantry.contract.apikeys.CreateApiKey;
import io.tenantry.contract.apikeys.CreatedApiKey;
import io.tenantry.contract.apikeys.Role;
import io.tenantry.contract.apikeys.ScopeType;
import io.tenantry.contract.error.EngineException;
import io.tenantry.contract.error.ErrorCode;
import io.tenantry.contract.queries.TenantQuery;
import io.tenantry.contract.tenants.TenantId;
import io.tenantry.contract.workspaces.WorkspaceName;
import java.util.List;

/**
 * The part of the tour that must be refused: writing with a read key, DDL, another tenant's data.
 */
final class TourRights {
  private final TourEngine engine;
  private final TourLog log;

  TourRights(TourEngine engine, TourLog log) {
    this.engine = engine;
    this.log = log;
  }

  void check(Project project, List<TenantId> tenants, WorkspaceName blueprint) {
    log.step("Rights: what must be refused is refused");
    TenantId mine = tenants.getFirst();
    TenantId other = tenants.getLast();
    CreatedApiKey key =
        project
            .apiKeys()
            .create(
                new CreateApiKey(
                    "Tour, read only", Role.READ, ScopeType.TENANT, List.of(mine.value())));
    Project reader = engine.open(new Credential.ApiKey(key.apiKey()));
    refused(
        "a read key writes",
        ErrorCode.PERMISSION_DENIED,
        () -> run(reader, mine, blueprint, "DELETE FROM transactions"));
    refused(
        "schema change on a tenant",
        ErrorCode.BAD_REQUEST,
        () -> run(project, mine, blueprint, "DROP TABLE transactions"));
    refused(
        "another tenant's data",
        ErrorCode.SCOPE_DENIED,
        () -> run(reader, other, blueprint, "SELECT * FROM users"));
    refused(
        "another tenant's file",
        ErrorCode.BAD_REQUEST,
        () -> run(project, mine, blueprint, "ATTACH 'other.db' AS other"));
  }

  private static void run(Project project, TenantId tenant, WorkspaceName blueprint, String sql) {
    project.queries().tenant(new TenantQuery(tenant, blueprint, sql));
  }

  private void refused(String what, ErrorCode code, Runnable attempt) {
    try {
      attempt.run();
    } catch (EngineException refusal) {
      MainTour.expect(
          refusal.code() == code, what + " is " + code.code() + ", not " + refusal.code());
      log.fact(what + ": " + refusal.code().code() + " \"" + refusal.message() + "\"");
      return;
    }
    throw new IllegalStateException("The tour expected a refusal: " + what);
  }
}
