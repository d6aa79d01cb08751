package io.tenantry.core.sessions;

import io.tenantry.contract.databases.StepCondition;
import io.tenantry.contract.databases.StepOutcome;
import io.tenantry.contract.error.EngineException;
import java.util.List;
import java.util.function.BooleanSupplier;

/** Decides whether a step of a batch runs. */
final class Conditions {
  private final List<StepOutcome> outcomes;
  private final BooleanSupplier autocommit;

  Conditions(List<StepOutcome> outcomes, BooleanSupplier autocommit) {
    this.outcomes = outcomes;
    this.autocommit = autocommit;
  }

  boolean hold(StepCondition condition) {
    return switch (condition) {
      case StepCondition.Ok(int step) -> outcome(step) instanceof StepOutcome.Done;
      case StepCondition.Failed(int step) -> outcome(step) instanceof StepOutcome.Broken;
      case StepCondition.Not(StepCondition other) -> !hold(other);
      case StepCondition.And(List<StepCondition> all) -> all.stream().allMatch(this::hold);
      case StepCondition.Or(List<StepCondition> any) -> any.stream().anyMatch(this::hold);
      case StepCondition.Autocommit() -> autocommit.getAsBoolean();
    };
  }

  private StepOutcome outcome(int step) {
    if (step >= outcomes.size()) {
      throw EngineException.badField(
          "step", "a condition names step " + step + ", which does not come before it");
    }
    return outcomes.get(step);
  }
}
