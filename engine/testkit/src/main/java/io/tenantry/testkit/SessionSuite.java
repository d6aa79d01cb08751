package io.tenantry.testkit;

import io.tenantry.contract.Secret;
import io.tenantry.contract.apikeys.CreateApiKey;
import io.tenantry.contract.apikeys.Role;
import io.tenantry.contract.apikeys.ScopeType;
import io.tenantry.contract.databases.BatchStep;
import io.tenantry.contract.databases.DatabaseLogin;
import io.tenantry.contract.databases.DatabaseResult;
import io.tenantry.contract.databases.DatabaseSession;
import io.tenantry.contract.databases.DatabaseStatement;
import io.tenantry.contract.databases.StepCondition;
import io.tenantry.contract.queries.Parameters;
import io.tenantry.contract.queries.Value;
import io.tenantry.contract.tenants.TenantId;
import io.tenantry.contract.workspaces.WorkspaceName;
import java.util.List;
import java.util.Optional;

/** What the suites of sessions on databases share. */
abstract class SessionSuite extends ContractSuite {
  static final TenantId WAYNE = new TenantId("wayne");
  static final TenantId GLOBEX = new TenantId("globex");
  static final String DDL_REFUSED =
      "DDL not allowed on tenant databases. Deploy schema through blueprints. See:"
          + " https://docs.tenantsdb.com/getting-started.html#schema-evolution";

  static WorkspaceName notes(TestProject project) {
    WorkspaceName main = project.workspace("main");
    project.design(
        main, "CREATE TABLE note (id INTEGER PRIMARY KEY, text TEXT UNIQUE, size REAL, data BLOB)");
    project.tenants(main, "wayne", "globex");
    return main;
  }

  static Secret password(TestProject project, TenantId tenant) {
    return project
        .admin()
        .tenants()
        .get(tenant)
        .databases()
        .getFirst()
        .connection()
        .orElseThrow()
        .authToken()
        .orElseThrow();
  }

  final DatabaseSession session(TestProject project, TenantId tenant) {
    return session("main__" + tenant, password(project, tenant));
  }

  final DatabaseSession session(String database, Secret password) {
    return fixture().engine().database(new DatabaseLogin(database, password));
  }

  static Secret keyPassword(TestProject project, Role role, ScopeType scope, String... values) {
    return project
        .admin()
        .apiKeys()
        .create(new CreateApiKey(role.code() + scope.code(), role, scope, List.of(values)))
        .proxyPassword();
  }

  static Secret projectPassword(TestProject project, WorkspaceName workspace) {
    return project.admin().workspaces().get(workspace).connection().password().orElseThrow();
  }

  static DatabaseResult run(DatabaseSession session, String sql, Value... values) {
    return session.run(new DatabaseStatement(sql, Parameters.of(values)));
  }

  static long count(DatabaseSession session) {
    return ((Value.Integer) run(session, "SELECT count(*) FROM note").rows().getFirst().getFirst())
        .value();
  }

  static BatchStep step(String sql) {
    return new BatchStep(new DatabaseStatement(sql));
  }

  static BatchStep step(String sql, StepCondition condition) {
    return new BatchStep(new DatabaseStatement(sql), Optional.of(condition));
  }
}
