package io.tenantry.contract.recovery;

import io.tenantry.contract.Coded;
import io.tenantry.contract.workspaces.WorkspaceName;
import java.time.Instant;
import java.util.Optional;

/**
 * What became of a recovery of one database (an extension).
 *
 * @param blueprint which database of the tenant
 * @param target the time whose state was wanted; UTC, to the microsecond
 * @param state how far it is
 * @param error why it failed; the database is as it was then
 * @param startedAt when it was asked for, UTC, whole seconds
 * @param completedAt when it ended
 * @param undoUntil until when it can be undone; empty when it cannot be any more
 */
public record PastRecovery(
    WorkspaceName blueprint,
    Instant target,
    State state,
    Optional<String> error,
    Instant startedAt,
    Optional<Instant> completedAt,
    Optional<Instant> undoUntil) {

  /** How far a recovery is. */
  public enum State implements Coded {
    /** It goes on. */
    RUNNING,
    /** The database has the state of that time. */
    DONE,
    /** It failed; the database is as it was. */
    FAILED,
    /** It was undone. */
    UNDONE
  }
}
