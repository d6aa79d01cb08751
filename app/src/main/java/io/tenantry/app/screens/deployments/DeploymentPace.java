package io.tenantry.app.screens.deployments;

import io.tenantry.contract.deployments.Deployment;
import io.tenantry.contract.deployments.DeploymentStatus;
import java.time.Duration;
import java.util.Optional;

/**
 * How fast a deployment goes, over the time that it was at work: pauses, and the time before a
 * retry, do not slow it down.
 *
 * @param tenantsPerSecond tenants that were brought to the version or failed, per second of work
 * @param remaining time it still needs; empty until 1 % is done, and unless it is running
 */
record DeploymentPace(double tenantsPerSecond, Optional<Duration> remaining) {
  static final DeploymentPace NONE = new DeploymentPace(0, Optional.empty());

  /** Works out the pace of a deployment. */
  static DeploymentPace of(Deployment deployment) {
    double seconds = deployment.detail().workedMs() / 1000;
    int worked = TenantsSoFar.of(deployment).worked();
    double rate = seconds <= 0 ? 0 : worked / seconds;
    int left =
        deployment.totalTenants() - deployment.completedTenants() - deployment.failedTenants();
    boolean isEnough = worked > 0 && worked * 100L >= worked + left;
    if (deployment.status() != DeploymentStatus.RUNNING || !isEnough || rate <= 0) {
      return new DeploymentPace(rate, Optional.empty());
    }
    return new DeploymentPace(rate, Optional.of(Duration.ofMillis(Math.round(left / rate * 1000))));
  }

  /** Returns how long a deployment was at work when the engine told about it. */
  static Duration worked(Deployment deployment) {
    return Duration.ofNanos(Math.round(deployment.detail().workedMs() * 1e6));
  }
}
