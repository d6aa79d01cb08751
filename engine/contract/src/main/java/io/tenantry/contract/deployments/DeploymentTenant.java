package io.tenantry.contract.deployments;

import io.tenantry.contract.Coded;
import io.tenantry.contract.blueprints.Version;
import io.tenantry.contract.tenants.TenantId;
import java.time.Instant;
import java.util.Optional;

/**
 * One tenant of a deployment (an extension of the reference).
 *
 * @param tenantId the tenant; it may have been destroyed since
 * @param state how far it is
 * @param fromVersion the version it was on when its turn came; absent before
 * @param toVersion the version it is brought to
 * @param error why it failed
 * @param completedAt UTC, whole seconds; absent until it ended
 * @param durationMs time it took, milliseconds; absent until it ended
 * @param lostRows how many rows it lost, in a dry run its copy
 * @param lostValues how many values that are not NULL it lost from rows that stay
 */
public record DeploymentTenant(
    TenantId tenantId,
    State state,
    Optional<Version> fromVersion,
    Version toVersion,
    Optional<String> error,
    Optional<Instant> completedAt,
    Optional<Double> durationMs,
    long lostRows,
    long lostValues) {

  /** How far a tenant of a deployment is. */
  public enum State implements Coded {
    /** Its turn has not come. */
    PENDING,
    /** Brought to the version; in a dry run, its copy. */
    DONE,
    /** Was there already; its file was not opened. */
    SKIPPED,
    /** Rolled back whole; see the error. */
    FAILED,
    /** Its turn never came, because the deployment was cancelled or its budget exceeded. */
    NOT_REACHED;
  }
}
