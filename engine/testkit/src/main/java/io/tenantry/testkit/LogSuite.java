package io.tenantry.testkit;

import io.tenantry.contract.tenants.CreateTenant;
import io.tenantry.contract.tenants.TenantDatabaseRequest;
import io.tenantry.contract.tenants.TenantId;
import io.tenantry.contract.workspaces.WorkspaceName;
import java.util.List;

/** Two tenants with a blueprint each, for suites about what is noted of their queries. */
abstract class LogSuite extends ContractSuite {
  static final TenantId WAYNE = new TenantId("wayne");
  static final TenantId GLOBEX = new TenantId("globex");
  static final WorkspaceName MAIN = new WorkspaceName("main");
  static final WorkspaceName OTHER = new WorkspaceName("other");

  final TestProject shop() {
    TestProject project = project();
    project.design(project.workspace("main"), "CREATE TABLE t (a)");
    project.design(project.workspace("other"), "CREATE TABLE t (a)");
    project.tenant("wayne", MAIN);
    project.tenant("globex", OTHER);
    return project;
  }

  /** One tenant has both blueprints, and each of the three databases was asked once. */
  final TestProject shopAskedOnceEach() {
    TestProject project = shop();
    project
        .admin()
        .tenants()
        .create(new CreateTenant(WAYNE, List.of(TenantDatabaseRequest.shared(OTHER))));
    project.run(WAYNE, MAIN, "SELECT 'main'");
    project.run(WAYNE, OTHER, "SELECT 'other'");
    project.run(GLOBEX, OTHER, "SELECT 'globex'");
    return project;
  }
}
