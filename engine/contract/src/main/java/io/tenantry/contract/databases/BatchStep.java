package io.tenantry.contract.databases;

import java.util.Optional;

/**
 * A step of a batch.
 *
 * @param statement what it runs
 * @param condition when it runs; empty for always
 */
public record BatchStep(DatabaseStatement statement, Optional<StepCondition> condition) {
  /** A step that always runs. */
  public BatchStep(DatabaseStatement statement) {
    this(statement, Optional.empty());
  }
}
