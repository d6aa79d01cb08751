package io.tenantry.core.deployments;

import io.tenantry.contract.deployments.DeploymentId;
import io.tenantry.contract.deployments.DeploymentKind;
import io.tenantry.contract.deployments.DeploymentStrategy;
import io.tenantry.contract.deployments.UndoMode;
import java.util.Optional;

/**
 * How a deployment is carried out, as the catalog has it.
 *
 * @param kind what it is for
 * @param dryRun whether it works on copies
 * @param allowDowngrade whether tenants may go back
 * @param safetyBackup whether tenants are backed up before; absent for those that may lose data
 * @param workers how many tenants are worked on at a time
 * @param strategy its failure budget and pauses, without its stages; absent without a strategy
 * @param stage number of the stage under way
 * @param forgiven failures that a resume has accepted
 * @param undoOf what an undo takes back
 * @param undoMode how it does so
 * @param undone the version that is taken back
 */
record DeploymentTerms(
    DeploymentKind kind,
    boolean dryRun,
    boolean allowDowngrade,
    Optional<Boolean> safetyBackup,
    int workers,
    Optional<DeploymentStrategy> strategy,
    int stage,
    int forgiven,
    Optional<DeploymentId> undoOf,
    Optional<UndoMode> undoMode,
    Optional<Integer> undone) {

  /** Returns whether its end gives tenants the limits of the workspace. */
  boolean givesLimits() {
    return kind == DeploymentKind.DEPLOY && !dryRun;
  }

  /** Returns whether tenants may be taken to an older version. */
  boolean mayGoBack() {
    return allowDowngrade || kind == DeploymentKind.UNDO;
  }

  /** Returns whether a tenant is backed up before it goes a way. */
  boolean copiesBefore(VersionPlan plan) {
    return safetyBackup.orElse(plan.isBack() || !plan.losses().isEmpty());
  }

  /** Returns whether it puts copies back. */
  boolean putsBack() {
    return undoMode.equals(Optional.of(UndoMode.BACKUP));
  }
}
