package io.tenantry.contract.drift;

import io.tenantry.contract.Coded;
import io.tenantry.contract.workspaces.WorkspaceName;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A look into the files of tenants.
 *
 * @param blueprint whose tenants
 * @param status whether it is under way
 * @param total how many it is for
 * @param checked how many it has looked at
 * @param drifted how many of these drifted and are not accepted
 * @param failed how many could not be looked at
 * @param errors why, as {@code tenant 'x': reason}, at most 100
 * @param startedAt UTC, whole seconds
 * @param completedAt UTC, whole seconds; absent while it runs
 */
public record DriftCheck(
    WorkspaceName blueprint,
    Status status,
    int total,
    int checked,
    int drifted,
    int failed,
    List<String> errors,
    Instant startedAt,
    Optional<Instant> completedAt) {
  /** Copies the errors. */
  public DriftCheck {
    errors = List.copyOf(errors);
  }

  /** Where a check stands. */
  public enum Status implements Coded {
    /** Under way. */
    RUNNING,
    /** All tenants were looked at. */
    COMPLETED
  }
}
