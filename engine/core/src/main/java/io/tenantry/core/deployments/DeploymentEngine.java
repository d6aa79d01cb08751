package io.tenantry.core.deployments;

import io.tenantry.core.access.Secrets;
import io.tenantry.core.catalog.Catalog;
import io.tenantry.core.catalog.Recovery;
import io.tenantry.core.databases.TenantDatabases;
import io.tenantry.core.jobs.JobRunner;
import io.tenantry.core.jobs.WorkerPool;
import io.tenantry.core.schema.SchemaFingerprints;
import io.tenantry.core.tenants.TenantFiles;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The parts behind all deployment services of one engine; goes on with what a crash cut short. */
public final class DeploymentEngine implements Recovery {
  private final Catalog catalog;
  private final TenantDatabases databases;
  private final TenantFiles files;
  private final Secrets secrets;
  private final WorkerPool workers;
  private final JobRunner jobs;
  private final InstantSource clock;
  private final SchemaFingerprints fingerprints = new SchemaFingerprints();

  /**
   * Puts the parts together.
   *
   * @param workers change that many tenants at a time, over all deployments
   */
  public DeploymentEngine(
      Catalog catalog,
      TenantDatabases databases,
      TenantFiles files,
      Secrets secrets,
      WorkerPool workers,
      JobRunner jobs,
      InstantSource clock) {
    this.catalog = catalog;
    this.databases = databases;
    this.files = files;
    this.secrets = secrets;
    this.workers = workers;
    this.jobs = jobs;
    this.clock = clock;
  }

  Catalog catalog() {
    return catalog;
  }

  Secrets secrets() {
    return secrets;
  }

  InstantSource clock() {
    return clock;
  }

  /** Goes on with all deployments that have not ended. */
  @Override
  public void atOpen() {
    catalog.read(DeploymentRepository::open).forEach(this::start);
  }

  /** Works a deployment off in the background. */
  void start(DeploymentRow deployment) {
    DeploymentProgress progress = new DeploymentProgress(catalog, deployment);
    Map<Integer, VersionPlan> plans = new ConcurrentHashMap<>();
    TenantStep step =
        new TenantStep(
            databases,
            fingerprints,
            deployment,
            from -> plans.computeIfAbsent(from, progress::plan));
    jobs.start(
        "deployment-" + deployment.id(),
        new DeploymentRun(deployment, progress, step, files, workers, clock));
  }
}
