package io.tenantry.contract.blueprints;

import io.tenantry.contract.blueprints.PlanStep.Effect;
import io.tenantry.contract.workspaces.WorkspaceName;
import java.util.List;
import java.util.Optional;

/**
 * What brings a database from one version of a blueprint to another.
 *
 * @param blueprint its blueprint
 * @param fromVersion the version it starts from
 * @param toVersion the version it ends with
 * @param byDiffer true when the schema differ worked the steps out: for a downgrade, over skipped
 *     and reverted changes, and with hints; false when they are the recorded statements
 * @param steps in order; none when the versions have the same schema
 * @param warnings what they do to databases with rows, in order
 */
public record VersionComparison(
    WorkspaceName blueprint,
    Version fromVersion,
    Version toVersion,
    boolean byDiffer,
    List<PlanStep> steps,
    List<ChangeWarning> warnings) {
  /** Copies the lists. */
  public VersionComparison {
    steps = List.copyOf(steps);
    warnings = List.copyOf(warnings);
  }

  /** Returns whether a step loses rows or values. */
  public boolean isDestructive() {
    return steps.stream().anyMatch(step -> step.effect() == Effect.DESTRUCTIVE);
  }

  /** Returns what is lost, one sentence a step. */
  public List<String> losses() {
    return steps.stream().map(PlanStep::loss).flatMap(Optional::stream).toList();
  }
}
