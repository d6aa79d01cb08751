package io.tenantry.contract.tenants;

import io.tenantry.contract.Coded;
import io.tenantry.contract.workspaces.WorkspaceName;
import java.time.Instant;
import java.util.Optional;

/**
 * A move of a database to another host: under way, or how it ended.
 *
 * @param blueprint which database of the tenant
 * @param from isolation level that it comes from
 * @param to isolation level that it goes to
 * @param fromRegion zone that it comes from; from level 2 only
 * @param toRegion zone that it goes to; to level 2 only
 * @param state where the move stands
 * @param error why it failed; the database is where it was then
 * @param startedAt UTC
 * @param completedAt when it ended, UTC; absent while it runs
 * @param sizeBytes size of the database; when completed
 * @param heldMs how long statements waited for the switch, in milliseconds; when completed
 */
public record IsolationChange(
    WorkspaceName blueprint,
    int from,
    int to,
    Optional<String> fromRegion,
    Optional<String> toRegion,
    State state,
    Optional<String> error,
    Instant startedAt,
    Optional<Instant> completedAt,
    Optional<Long> sizeBytes,
    Optional<Double> heldMs) {

  /** Where a move stands. */
  public enum State implements Coded {
    /** It is being copied or switched. */
    RUNNING,
    /** The database is at its new host. */
    COMPLETED,
    /** The database stayed where it was. */
    FAILED
  }

  /** Returns whether the database only changes its region. */
  public boolean isRegionChange() {
    return from == 2 && to == 2;
  }
}
