package io.tenantry.wire.databases;

import io.tenantry.contract.databases.StepCondition;
import io.tenantry.contract.queries.Parameters;
import java.util.Optional;

/**
 * A statement of a request.
 *
 * @param sql its text
 * @param parameters values for its parameters
 * @param wantRows whether rows are answered
 */
public record StreamStatement(SqlText sql, Parameters parameters, boolean wantRows) {

  /**
   * A statement of a batch.
   *
   * @param statement what it runs
   * @param condition when it runs; empty for always
   */
  public record Step(StreamStatement statement, Optional<StepCondition> condition) {}
}
