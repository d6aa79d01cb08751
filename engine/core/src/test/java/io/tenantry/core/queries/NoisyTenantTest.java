package io.tenantry.core.queries;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.contract.Credential;
import io.tenantry.contract.Project;
import io.tenantry.contract.queries.TenantQuery;
import io.tenantry.contract.tenants.CreateTenant;
import io.tenantry.contract.tenants.TenantDatabaseRequest;
import io.tenantry.contract.tenants.TenantId;
import io.tenantry.contract.workspaces.CreateWorkspace;
import io.tenantry.contract.workspaces.DatabaseType;
import io.tenantry.contract.workspaces.WorkspaceMode;
import io.tenantry.contract.workspaces.WorkspaceName;
import io.tenantry.contract.workspaces.WorkspaceQuery;
import io.tenantry.core.EngineConfig;
import io.tenantry.core.LocalEngine;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Those who wait for one tenant's database do not keep the threads that all others need. */
class NoisyTenantTest {
  private static final WorkspaceName SHOP = new WorkspaceName("shop");
  private static final TenantId NOISY = new TenantId("noisy");
  private static final TenantId QUIET = new TenantId("quiet");
  private static final String SLOW =
      "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 1000000)"
          + " SELECT count(*) FROM n";

  @TempDir private Path data;

  @Test
  void manySlowQueriesOfOneTenantDoNotStopTheOthers() throws Exception {
    try (LocalEngine engine = LocalEngine.open(EngineConfig.at(data));
        ExecutorService requests = Executors.newVirtualThreadPerTaskExecutor()) {
      Project project = engine.open(Credential.owner());
      prepare(project);
      long begun = System.nanoTime();
      List<Future<Boolean>> noise =
          IntStream.range(0, 40)
              .mapToObj(_ -> requests.submit(() -> ask(project, NOISY, SLOW)))
              .toList();
      long slowest = 0;
      while (!noise.stream().allMatch(Future::isDone)) {
        long start = System.nanoTime();
        requests.submit(() -> ask(project, QUIET, "INSERT INTO note DEFAULT VALUES")).get();
        slowest = Math.max(slowest, System.nanoTime() - start);
      }

      assertThat(slowest).isLessThan((System.nanoTime() - begun) / 4);
      for (Future<Boolean> each : noise) {
        assertThat(each.get()).isTrue();
      }
    }
  }

  private static void prepare(Project project) {
    project
        .workspaces()
        .create(new CreateWorkspace(SHOP, DatabaseType.SQLITE, WorkspaceMode.TENANT));
    project
        .workspaces()
        .query(SHOP, new WorkspaceQuery("CREATE TABLE note (id INTEGER PRIMARY KEY)"));
    for (TenantId tenant : List.of(NOISY, QUIET)) {
      project
          .tenants()
          .create(new CreateTenant(tenant, List.of(TenantDatabaseRequest.shared(SHOP))));
    }
  }

  private static boolean ask(Project project, TenantId tenant, String sql) {
    project.queries().tenant(new TenantQuery(tenant, SHOP, sql));
    return true;
  }
}
