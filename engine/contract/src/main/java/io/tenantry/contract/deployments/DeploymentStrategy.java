package io.tenantry.contract.deployments;

import io.tenantry.contract.error.EngineException;
import java.util.List;
import java.util.Optional;

/**
 * How a deployment goes through its tenants (an extension). The stages follow catalog order, and
 * each says how many tenants are reached at its end, those of the stages before it included; what
 * the last one leaves out follows as one more stage. Tenants that need no work do not count.
 *
 * <p>As soon as more tenants have failed than the budget allows, no further tenant is begun and the
 * deployment is failed; the tenants whose turn had not come are not reached. A percentage is one of
 * the tenants that are reached at the end of the stage under way, rounded down.
 *
 * @param stages 1–20; empty for one stage with all tenants
 * @param maxFailures failed tenants that are put up with, 0 or more; 0 when both are absent
 * @param maxFailuresPercent the same as a percentage, 0–100; not together with {@code maxFailures}
 * @param pauseBetween whether the deployment pauses after each stage but the last
 */
public record DeploymentStrategy(
    List<Share> stages,
    Optional<Integer> maxFailures,
    Optional<Integer> maxFailuresPercent,
    boolean pauseBetween) {
  private static final int MOST_STAGES = 20;
  private static final int ALL = 100;

  /** Checks the numbers. */
  public DeploymentStrategy {
    stages = List.copyOf(stages);
    if (stages.size() > MOST_STAGES) {
      throw EngineException.badField(
          "strategy.stages", "strategy.stages must not be more than " + MOST_STAGES);
    }
    if (maxFailures.isPresent() && maxFailuresPercent.isPresent()) {
      throw EngineException.badField(
          "strategy.max_failures",
          "Provide either strategy.max_failures or strategy.max_failures_percent, not both");
    }
    if (maxFailures.orElse(0) < 0) {
      throw EngineException.badField(
          "strategy.max_failures", "strategy.max_failures must not be negative");
    }
    if (maxFailuresPercent.orElse(0) < 0 || maxFailuresPercent.orElse(0) > ALL) {
      throw EngineException.badField(
          "strategy.max_failures_percent",
          "strategy.max_failures_percent must be between 0 and 100");
    }
    if (maxFailures.isEmpty() && maxFailuresPercent.isEmpty()) {
      maxFailures = Optional.of(0);
    }
  }

  /** Stages that stop at the first failure and follow each other without a pause. */
  public static DeploymentStrategy stages(Share... stages) {
    return new DeploymentStrategy(List.of(stages), Optional.empty(), Optional.empty(), false);
  }

  /** Returns the same stages with another number of failures that is put up with. */
  public DeploymentStrategy withMaxFailures(int number) {
    return new DeploymentStrategy(stages, Optional.of(number), Optional.empty(), pauseBetween);
  }

  /** Returns the same stages with a pause after each. */
  public DeploymentStrategy withPauses() {
    return new DeploymentStrategy(stages, maxFailures, maxFailuresPercent, true);
  }

  /** Returns how many failures are put up with while so many tenants are to be reached. */
  public int failuresAllowed(int reached) {
    return maxFailures.orElseGet(() -> (int) ((long) maxFailuresPercent.orElse(0) * reached / ALL));
  }
}
