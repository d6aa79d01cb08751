package io.tenantry.contract.deployments;

import io.tenantry.contract.blueprints.Version;
import io.tenantry.contract.workspaces.WorkspaceName;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A deployment and how far it is.
 *
 * @param jobId its id
 * @param blueprintId name of the blueprint
 * @param version the version it brings; for an undo the oldest that a tenant goes back to
 * @param status where it stands
 * @param totalTenants how many tenants it is for
 * @param completedTenants how many are there, skipped ones included
 * @param failedTenants how many failed
 * @param errors one text per failed tenant, {@code tenant 'x': reason}, in catalog order; at most
 *     1000 are given
 * @param createdAt UTC, whole seconds
 * @param startedAt when it began first, UTC, whole seconds; absent while pending (this and all
 *     below are extensions)
 * @param completedAt UTC, whole seconds; absent until it ended
 * @param durationMs how long it was at work, milliseconds, as in {@link DeploymentDetail#workedMs};
 *     absent until it ended
 * @param detail how it is carried out
 */
public record Deployment(
    DeploymentId jobId,
    WorkspaceName blueprintId,
    Version version,
    DeploymentStatus status,
    int totalTenants,
    int completedTenants,
    int failedTenants,
    List<String> errors,
    Instant createdAt,
    Optional<Instant> startedAt,
    Optional<Instant> completedAt,
    Optional<Double> durationMs,
    DeploymentDetail detail) {
  /** Copies the errors. */
  public Deployment {
    errors = List.copyOf(errors);
  }

  /** Returns the ended share of the tenants, failed ones included: 0–1, rounded to 3 decimals. */
  public double progress() {
    if (totalTenants == 0) {
      return status.ended() ? 1.0 : 0.0;
    }
    double share = (double) (completedTenants + failedTenants) / totalTenants;
    return Math.round(share * 1000) / 1000.0;
  }

  /** Returns the progress for people, for example {@code 8/12 tenants}. */
  public String progressDisplay() {
    return (completedTenants + failedTenants) + "/" + totalTenants + " tenants";
  }
}
