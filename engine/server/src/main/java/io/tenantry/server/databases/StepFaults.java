package io.tenantry.server.databases;

import io.tenantry.contract.databases.StepOutcome;
import io.tenantry.contract.error.ErrorCode;
import io.tenantry.server.http.Incidents;
import java.util.List;

/**
 * Makes an incident of each step of a batch that met a fault of the engine. What the steps before
 * it did is done, so their answers must not go with it.
 */
final class StepFaults {
  private StepFaults() {}

  static List<StepOutcome> shown(List<StepOutcome> outcomes) {
    return outcomes.stream().map(StepFaults::shown).toList();
  }

  private static StepOutcome shown(StepOutcome outcome) {
    return outcome instanceof StepOutcome.Broken(var error)
            && error.code() == ErrorCode.INTERNAL_ERROR
        ? new StepOutcome.Broken(Incidents.of("a step of a batch", error))
        : outcome;
  }
}
