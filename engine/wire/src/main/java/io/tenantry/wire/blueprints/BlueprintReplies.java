package io.tenantry.wire.blueprints;

import io.tenantry.contract.blueprints.ChangeWarning;
import io.tenantry.contract.blueprints.PlanStep;
import io.tenantry.contract.blueprints.Version;
import io.tenantry.contract.blueprints.VersionComparison;
import io.tenantry.contract.workspaces.WorkspaceName;
import java.util.List;

/** Replies of blueprints that say more than the contract's values. */
public final class BlueprintReplies {
  private BlueprintReplies() {}

  /**
   * The way from one version to another (an extension).
   *
   * @param blueprint its blueprint
   * @param fromVersion the version it starts from
   * @param toVersion the version it ends with
   * @param byDiffer whether the schema differ worked it out, or it is the recorded statements
   * @param destructive whether a step loses rows or values
   * @param count number of steps
   * @param steps in order
   * @param warnings what they do to databases with rows, in order
   */
  public record Compared(
      WorkspaceName blueprint,
      Version fromVersion,
      Version toVersion,
      boolean byDiffer,
      boolean destructive,
      int count,
      List<PlanStep> steps,
      List<ChangeWarning> warnings) {
    /** Counts the steps. */
    public static Compared of(VersionComparison comparison) {
      return new Compared(
          comparison.blueprint(),
          comparison.fromVersion(),
          comparison.toVersion(),
          comparison.byDiffer(),
          comparison.isDestructive(),
          comparison.steps().size(),
          comparison.steps(),
          comparison.warnings());
    }

    /** Returns the contract's value. */
    public VersionComparison comparison() {
      return new VersionComparison(blueprint, fromVersion, toVersion, byDiffer, steps, warnings);
    }
  }
}
