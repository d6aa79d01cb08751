package io.tenantry.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.contract.blueprints.Version;
import io.tenantry.contract.deployments.CreateDeployment;
import io.tenantry.contract.deployments.Deployment;
import io.tenantry.contract.deployments.DeploymentOptions;
import io.tenantry.contract.drift.Drift;
import io.tenantry.contract.drift.DriftCheck;
import io.tenantry.contract.drift.DriftCheck.Status;
import io.tenantry.contract.drift.ForceBack;
import io.tenantry.contract.drift.TenantDrift;
import io.tenantry.contract.page.PageRequest;
import io.tenantry.contract.tenants.TenantId;
import io.tenantry.contract.tenants.TenantStatus;
import io.tenantry.contract.workspaces.WorkspaceName;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;

/** A project with three tenants on version 1.1 of a blueprint. */
final class DriftScene {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final long POLL_NANOS = 2_000_000;
  private static final TenantId WAYNE = new TenantId("wayne");

  final TestProject project;
  final WorkspaceName main;
  private final Path data;

  DriftScene(TestProject project, Path data) {
    this.project = project;
    this.data = data;
    this.main = project.workspace("main");
    project.design(main, "CREATE TABLE users (id INTEGER PRIMARY KEY, name TEXT, age INT)");
    project.tenants(main, "acme", "wayne", "zorg");
    project.run(WAYNE, main, "INSERT INTO users VALUES (1, 'Bruce', 40)");
  }

  DriftScene changed(String tenant, String... statements) {
    new StrayHand(data).change(project, main.value(), tenant, statements);
    return this;
  }

  Drift drift() {
    return project.admin().drift();
  }

  /** Runs a check of all tenants to its end. */
  DriftCheck checked() {
    drift().check(main, List.of());
    return ended();
  }

  DriftCheck ended() {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    DriftCheck now = drift().lastCheck(main);
    while (now.status() == Status.RUNNING) {
      assertThat(System.nanoTime()).as("check did not end: " + now).isLessThan(deadline);
      LockSupport.parkNanos(POLL_NANOS);
      now = drift().lastCheck(main);
    }
    return now;
  }

  List<TenantDrift> listed() {
    return drift().list(main, Set.of(), PageRequest.all()).items();
  }

  /** Tries a deployment to all tenants on copies of them, to its end. */
  Deployment deployedOnCopies() {
    CreateDeployment wanted = new CreateDeployment(main);
    return project.ended(
        project.admin().deployments().create(wanted.with(DeploymentOptions.defaults().asDryRun())));
  }

  ForceBack forceBack(boolean confirmLoss) {
    return new ForceBack(main, confirmLoss);
  }

  TenantStatus status() {
    return project.admin().tenants().get(WAYNE).status();
  }

  Version version() {
    return project.admin().tenants().get(WAYNE).databases().getFirst().version();
  }
}
