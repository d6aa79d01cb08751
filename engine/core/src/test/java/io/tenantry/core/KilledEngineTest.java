package io.tenantry.core;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.contract.Credential;
import io.tenantry.contract.Project;
import io.tenantry.contract.deployments.Deployment;
import io.tenantry.contract.deployments.DeploymentStatus;
import io.tenantry.contract.error.ErrorCode;
import io.tenantry.contract.page.PageRequest;
import io.tenantry.contract.queries.FanOutQuery;
import io.tenantry.contract.queries.TenantAnswer;
import io.tenantry.contract.queries.Value;
import io.tenantry.contract.tenants.CreateTenants;
import io.tenantry.contract.tenants.CreatedTenants;
import io.tenantry.contract.tenants.Tenant;
import io.tenantry.contract.tenants.TenantDatabaseRequest;
import io.tenantry.contract.tenants.TenantFilter;
import io.tenantry.contract.tenants.TenantStatus;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a whole process leaves behind when it dies, and what the next opening makes of it. */
class KilledEngineTest {
  private static final long FEW_MILLIS = 5_000_000;

  @TempDir Path parent;

  @Test
  void tenantsAreThereWholeOrNotAtAll() throws IOException, InterruptedException {
    Path folder = parent.resolve("data");
    DoomedEngine.run(folder, "provisioning");

    try (LocalEngine engine = LocalEngine.open(EngineConfig.at(folder))) {
      Project project = engine.open(Credential.owner());
      List<Tenant> survivors =
          project.tenants().list(TenantFilter.none(), PageRequest.all()).items();
      assertThat(survivors).hasSizeLessThan(DoomedEngine.TENANTS);
      assertThat(survivors).extracting(Tenant::status).allMatch(TenantStatus.READY::equals);
      assertThat(answers(project, "SELECT count(*) FROM orders")).hasSize(survivors.size());
      assertThat(DoomedEngine.files(folder.resolve("hosts"))).isEqualTo(survivors.size());

      CreatedTenants rest =
          project
              .tenants()
              .createMany(
                  new CreateTenants(
                      DoomedEngine.names(),
                      List.of(TenantDatabaseRequest.shared(DoomedEngine.SHOP))));
      assertThat(rest.created()).hasSize(DoomedEngine.TENANTS - survivors.size());
      assertThat(rest.failed())
          .hasSize(survivors.size())
          .allMatch(refused -> refused.failure().code() == ErrorCode.CONFLICT);
    }
  }

  @Test
  void aDeploymentGoesOnByItselfAndEndsAsWithoutACrash() throws IOException, InterruptedException {
    Path folder = parent.resolve("data");
    DoomedEngine.run(folder, "deploying");

    try (LocalEngine engine = LocalEngine.open(EngineConfig.at(folder))) {
      Project project = engine.open(Credential.owner());
      Deployment ended = await(project);

      assertThat(ended.status()).isEqualTo(DeploymentStatus.COMPLETED);
      assertThat(ended.completedTenants()).isEqualTo(DoomedEngine.TENANTS);
      assertThat(answers(project, "SELECT sum(vip) IS NULL FROM customers"))
          .hasSize(DoomedEngine.TENANTS)
          .containsOnly(Value.of(1));
      assertThat(project.workspaces().diff(DoomedEngine.SHOP).changes()).isEmpty();
    }
  }

  private static List<Value> answers(Project project, String sql) {
    return project.queries().adminAll(new FanOutQuery(DoomedEngine.SHOP, sql)).stream()
        .map(TenantAnswer::result)
        .map(result -> result.orElseThrow().rows().getFirst().getFirst())
        .toList();
  }

  private static Deployment await(Project project) {
    Deployment now = project.deployments().list().getFirst();
    while (!now.status().ended()) {
      LockSupport.parkNanos(FEW_MILLIS);
      now = project.deployments().get(now.jobId());
    }
    return now;
  }
}
