package io.tenantry.contract.databases;

import io.tenantry.contract.error.EngineException;

/** How a step of a batch went. */
public sealed interface StepOutcome {

  /**
   * It succeeded.
   *
   * @param result what it answered
   */
  record Done(DatabaseResult result) implements StepOutcome {}

  /**
   * It failed.
   *
   * @param error why
   */
  record Broken(EngineException error) implements StepOutcome {}

  /** Its condition did not hold. */
  record Skipped() implements StepOutcome {}
}
