package io.tenantry.contract.backups;

import io.tenantry.contract.Coded;
import java.time.Instant;
import java.util.Optional;

/**
 * Backups of many tenants, taken one after the other (an extension).
 *
 * @param id its id
 * @param status how far it is
 * @param tenants how many tenants it is about
 * @param done how many have a new backup of each of their databases
 * @param failed of how many one failed
 * @param skipped how many could not be backed up as they were: moved, in the trash, gone
 * @param bytes compressed size of what was taken
 * @param startedAt when it was asked for, UTC, whole seconds
 * @param completedAt when it ended
 */
public record BackupRun(
    BackupRunId id,
    Status status,
    long tenants,
    long done,
    long failed,
    long skipped,
    long bytes,
    Instant startedAt,
    Optional<Instant> completedAt) {

  /** How far a run is. */
  public enum Status implements Coded {
    /** It goes on, also after the engine was closed and opened again. */
    RUNNING,
    /** It has come to every tenant. */
    DONE,
    /** Somebody stopped it; the rest was not reached. */
    STOPPED
  }

  /** Returns how many tenants it is through with. */
  public long through() {
    return done + failed + skipped;
  }
}
