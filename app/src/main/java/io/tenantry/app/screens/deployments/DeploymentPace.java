package io.tenantry.app.screens.deployments;

import io.tenantry.app.controls.figures.Pace;
import io.tenantry.contract.deployments.Deployment;
import io.tenantry.contract.deployments.DeploymentStatus;
import java.time.Duration;
import java.util.Optional;

/**
 * How fast a deployment goes, over the time that it was at work: pauses, and the time before a
 * retry, do not slow it down.
 */
final class DeploymentPace {
  private DeploymentPace() {}

  /**
   * Works out the pace: tenants that were brought to the version or failed, per second of work; the
   * remaining time only while it runs.
   */
  static Pace of(Deployment deployment) {
    int left =
        deployment.totalTenants() - deployment.completedTenants() - deployment.failedTenants();
    Pace pace = Pace.of(TenantsSoFar.of(deployment).worked(), worked(deployment), left);
    return deployment.status() == DeploymentStatus.RUNNING
        ? pace
        : new Pace(pace.perSecond(), Optional.empty());
  }

  /** Returns how long a deployment was at work when the engine told about it. */
  static Duration worked(Deployment deployment) {
    return Duration.ofNanos(Math.round(deployment.detail().workedMs() * 1e6));
  }
}
