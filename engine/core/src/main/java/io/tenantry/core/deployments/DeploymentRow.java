package io.tenantry.core.deployments;

import io.tenantry.contract.blueprints.Version;
import io.tenantry.contract.deployments.Deployment;
import io.tenantry.contract.deployments.DeploymentId;
import io.tenantry.contract.deployments.DeploymentStatus;
import io.tenantry.contract.projects.ProjectId;
import io.tenantry.contract.workspaces.WorkspaceName;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/**
 * A deployment as the catalog has it.
 *
 * @param fingerprint schema of the version it brings
 * @param total how many tenants it is for
 * @param pending how many have not ended
 * @param failed how many failed
 */
record DeploymentRow(
    DeploymentId id,
    ProjectId project,
    long blueprintId,
    WorkspaceName blueprint,
    int minor,
    String fingerprint,
    DeploymentStatus status,
    int total,
    int pending,
    int failed,
    Instant createdAt,
    Optional<Instant> startedAt,
    Optional<Instant> completedAt) {

  Deployment view(List<String> errors) {
    return new Deployment(
        id,
        blueprint,
        new Version(1, minor),
        status,
        total,
        total - pending - failed,
        failed,
        errors,
        createdAt,
        startedAt.map(DeploymentRow::seconds),
        completedAt.map(DeploymentRow::seconds),
        startedAt.flatMap(start -> completedAt.map(end -> millis(start, end))));
  }

  private static Instant seconds(Instant exact) {
    return exact.truncatedTo(ChronoUnit.SECONDS);
  }

  private static double millis(Instant start, Instant end) {
    return Duration.between(start, end).toMillis();
  }
}
