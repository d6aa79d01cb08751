package io.tenantry.app.screens.deployments;

import io.tenantry.contract.deployments.Deployment;
import io.tenantry.contract.deployments.DeploymentStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * How fast a deployment goes.
 *
 * @param tenantsPerSecond ended tenants per second since it started
 * @param remaining time it still needs; empty until 1 % is done, and unless it is running
 */
record Pace(double tenantsPerSecond, Optional<Duration> remaining) {

  /** Returns how long a deployment took, or has taken so far. */
  static Duration elapsed(Deployment deployment, Instant now) {
    return deployment
        .durationMs()
        .map(millis -> Duration.ofNanos(Math.round(millis * 1e6)))
        .or(() -> deployment.startedAt().map(started -> Duration.between(started, now)))
        .orElse(Duration.ZERO);
  }

  /** Works out the pace of a deployment as it stands at {@code now}. */
  static Pace of(Deployment deployment, Instant now) {
    double seconds = elapsed(deployment, now).toNanos() / 1e9;
    int ended = deployment.completedTenants() + deployment.failedTenants();
    double rate = seconds <= 0 ? 0 : ended / seconds;
    boolean enough = ended > 0 && ended * 100L >= deployment.totalTenants();
    if (deployment.status() != DeploymentStatus.RUNNING || !enough || rate <= 0) {
      return new Pace(rate, Optional.empty());
    }
    double left = (deployment.totalTenants() - ended) / rate;
    return new Pace(rate, Optional.of(Duration.ofMillis(Math.round(left * 1000))));
  }
}
