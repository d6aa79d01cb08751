package io.tenantry.contract.deployments;

import io.tenantry.contract.blueprints.ChangeWarning;
import java.util.List;
import java.util.Optional;

/**
 * What is said about a deployment beyond the reference.
 *
 * @param kind what it is for
 * @param dryRun whether it only tries on copies
 * @param workers how many tenants are worked on at a time
 * @param allowDowngrade whether tenants may go back to an older version
 * @param safetyBackup whether each tenant is backed up before; absent for only those that may lose
 *     data
 * @param notReachedTenants tenants whose turn never came, because it was cancelled or its failure
 *     budget was exceeded; 0 while it has not ended
 * @param skippedTenants tenants that were on the version already; they are among the completed ones
 * @param workedMs how long it was at work so far, milliseconds: pauses, and the time until a retry,
 *     do not count
 * @param strategy its stages and failure budget; absent when there are none
 * @param stage number of the stage under way, or of the last one; absent without a strategy
 * @param stages its stages; empty without a strategy, and in lists
 * @param failuresAllowed how many failures are put up with in the stage under way, in addition to
 *     those that a resume has accepted; absent without a strategy
 * @param undoOf the deployment that an undo takes back
 * @param undoMode how it does so
 * @param undoneBy the undo that took all of it back; absent while a tenant that it changed was left
 *     out, and when a retry has changed more since
 * @param losses what its tenants lose, by version; empty in lists
 * @param warnings what its changes do to databases with rows; empty in lists
 * @param errorGroups its failures by reason, the most frequent first; empty in lists
 */
public record DeploymentDetail(
    DeploymentKind kind,
    boolean dryRun,
    int workers,
    boolean allowDowngrade,
    Optional<Boolean> safetyBackup,
    int notReachedTenants,
    int skippedTenants,
    double workedMs,
    Optional<DeploymentStrategy> strategy,
    Optional<Integer> stage,
    List<DeploymentStage> stages,
    Optional<Integer> failuresAllowed,
    Optional<DeploymentId> undoOf,
    Optional<UndoMode> undoMode,
    Optional<DeploymentId> undoneBy,
    List<DataLoss> losses,
    List<ChangeWarning> warnings,
    List<ErrorGroup> errorGroups) {
  /** Copies the lists. */
  public DeploymentDetail {
    stages = List.copyOf(stages);
    losses = List.copyOf(losses);
    warnings = List.copyOf(warnings);
    errorGroups = List.copyOf(errorGroups);
  }

  /** A deployment as the reference has it. */
  public static DeploymentDetail plain(int workers) {
    return new DeploymentDetail(
        DeploymentKind.DEPLOY,
        false,
        workers,
        false,
        Optional.empty(),
        0,
        0,
        0,
        Optional.empty(),
        Optional.empty(),
        List.of(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        List.of(),
        List.of(),
        List.of());
  }
}
