package io.tenantry.testkit;

import io.tenantry.contract.blueprints.Version;
import io.tenantry.contract.deployments.CreateDeployment;
import io.tenantry.contract.deployments.Deployment;
import io.tenantry.contract.deployments.DeploymentId;
import io.tenantry.contract.deployments.DeploymentOptions;
import io.tenantry.contract.deployments.DeploymentStatus;
import io.tenantry.contract.deployments.DeploymentTenant;
import io.tenantry.contract.deployments.DeploymentTenant.State;
import io.tenantry.contract.page.PageRequest;
import io.tenantry.contract.tenants.TenantId;
import io.tenantry.contract.workspaces.WorkspaceName;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;

/** Tenants to deploy to, and what the suites of deployments do with them over and over. */
final class DeploymentFleet {
  static final WorkspaceName MAIN = new WorkspaceName("main");
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final long POLL_NANOS = 2_000_000;

  private DeploymentFleet() {}

  /** Fills a project with a blueprint and its tenants t0, t1 and so on. */
  static TestProject of(TestProject project, int tenants) {
    project.workspaceFrom(MAIN.value(), "fintech");
    project.tenants(
        MAIN, IntStream.range(0, tenants).mapToObj(i -> "t" + i).toArray(String[]::new));
    return project;
  }

  static Deployment create(TestProject project, DeploymentOptions options) {
    return project.admin().deployments().create(new CreateDeployment(MAIN).with(options));
  }

  static void fail(TestProject project, String tenant) {
    project.run(
        new TenantId(tenant),
        MAIN,
        "INSERT INTO users (email, name) VALUES ('a@b', 'Same'), ('c@d', 'Same')");
  }

  static void repair(TestProject project, String tenant) {
    project.run(new TenantId(tenant), MAIN, "UPDATE users SET name = email");
  }

  static Version version(TestProject project, String tenant) {
    return project.admin().tenants().get(new TenantId(tenant)).databases().getFirst().version();
  }

  static List<DeploymentTenant> tenants(TestProject project, DeploymentId id, Set<State> states) {
    return project.admin().deployments().tenants(id, states, PageRequest.all()).items();
  }

  static List<String> states(TestProject project, DeploymentId id, State state) {
    return tenants(project, id, Set.of(state)).stream()
        .map(tenant -> tenant.tenantId().value())
        .toList();
  }

  static Deployment paused(TestProject project, DeploymentId id) {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    Deployment now = project.admin().deployments().get(id);
    while (now.status() != DeploymentStatus.PAUSED) {
      if (System.nanoTime() > deadline || now.status().ended()) {
        throw new AssertionError("deployment did not pause: " + now);
      }
      LockSupport.parkNanos(POLL_NANOS);
      now = project.admin().deployments().get(id);
    }
    return now;
  }
}
