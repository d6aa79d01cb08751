package io.tenantry.contract.deployments;

import io.tenantry.contract.error.EngineException;
import java.util.Optional;

/**
 * How a deployment is carried out (extensions of the reference, all optional).
 *
 * @param strategy stages and failure budget; absent for all tenants at once, whatever fails
 * @param workers how many tenants are changed at a time, 1–64; absent for the engine's setting
 * @param dryRun whether copies are changed instead of the tenants: nothing of them is touched, and
 *     it neither waits for another deployment nor holds one up
 * @param dryRunTenants a dry run's number of tenants, the first in catalog order; absent for all
 * @param allowDowngrade whether tenants may go back to an older version, and whether a version with
 *     changes that were taken back later may be brought at all
 * @param safetyBackup whether each tenant is backed up before it is changed; absent for only those
 *     whose way to the version may lose data
 */
public record DeploymentOptions(
    Optional<DeploymentStrategy> strategy,
    Optional<Integer> workers,
    boolean dryRun,
    Optional<Integer> dryRunTenants,
    boolean allowDowngrade,
    Optional<Boolean> safetyBackup) {
  private static final int MOST_WORKERS = 64;

  /** Checks the numbers. */
  public DeploymentOptions {
    workers.ifPresent(DeploymentOptions::requireWorkers);
    if (dryRunTenants.orElse(1) < 1) {
      throw EngineException.badField("dry_run_tenants", "dry_run_tenants must be at least 1");
    }
    if (dryRunTenants.isPresent() && !dryRun) {
      throw EngineException.badField("dry_run_tenants", "dry_run_tenants needs dry_run");
    }
  }

  /**
   * Checks a number of workers.
   *
   * @throws EngineException BAD_REQUEST {@code workers must be between 1 and 64}
   */
  public static int requireWorkers(int workers) {
    if (workers < 1 || workers > MOST_WORKERS) {
      throw EngineException.badField("workers", "workers must be between 1 and " + MOST_WORKERS);
    }
    return workers;
  }

  /** As the reference does it. */
  public static DeploymentOptions defaults() {
    return new DeploymentOptions(
        Optional.empty(), Optional.empty(), false, Optional.empty(), false, Optional.empty());
  }

  /** Returns a copy with stages. */
  public DeploymentOptions withStrategy(DeploymentStrategy other) {
    return new DeploymentOptions(
        Optional.of(other), workers, dryRun, dryRunTenants, allowDowngrade, safetyBackup);
  }

  /** Returns a copy with a number of workers. */
  public DeploymentOptions withWorkers(int other) {
    return new DeploymentOptions(
        strategy, Optional.of(other), dryRun, dryRunTenants, allowDowngrade, safetyBackup);
  }

  /** Returns a copy that only tries, on copies of all tenants. */
  public DeploymentOptions asDryRun() {
    return new DeploymentOptions(
        strategy, workers, true, dryRunTenants, allowDowngrade, safetyBackup);
  }

  /** Returns a copy that only tries, on copies of the first so many tenants. */
  public DeploymentOptions asDryRunOf(int tenants) {
    return new DeploymentOptions(
        strategy, workers, true, Optional.of(tenants), allowDowngrade, safetyBackup);
  }

  /** Returns a copy that may go back to older versions. */
  public DeploymentOptions withDowngrade() {
    return new DeploymentOptions(strategy, workers, dryRun, dryRunTenants, true, safetyBackup);
  }

  /** Returns a copy that backs up every tenant before, or none. */
  public DeploymentOptions withSafetyBackup(boolean wanted) {
    return new DeploymentOptions(
        strategy, workers, dryRun, dryRunTenants, allowDowngrade, Optional.of(wanted));
  }
}
