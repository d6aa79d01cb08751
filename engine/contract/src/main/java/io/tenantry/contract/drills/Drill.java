package io.tenantry.contract.drills;

import io.tenantry.contract.Coded;
import java.time.Instant;
import java.util.Optional;

/**
 * A restore drill.
 *
 * @param id its id
 * @param status how far it is
 * @param databases how many databases it is about
 * @param passed how many could be had back as they were
 * @param failed how many could not
 * @param withoutBackup how many have no whole backup
 * @param bytes size of the databases that were restored
 * @param startedAt when it was asked for, UTC, whole seconds
 * @param completedAt when it ended; there is a report from then on
 */
public record Drill(
    DrillId id,
    Status status,
    long databases,
    long passed,
    long failed,
    long withoutBackup,
    long bytes,
    Instant startedAt,
    Optional<Instant> completedAt) {

  /** How far a drill is. */
  public enum Status implements Coded {
    /** It goes on, also after the engine was closed and opened again. */
    RUNNING,
    /** It has come to every database. */
    DONE,
    /** Somebody stopped it; the rest was not reached. */
    STOPPED
  }

  /** Returns how many databases it is through with. */
  public long through() {
    return passed + failed + withoutBackup;
  }
}
