package io.tenantry.contract.backups;

import io.tenantry.contract.error.EngineException;
import io.tenantry.contract.page.Page;
import io.tenantry.contract.page.PageRequest;
import java.util.List;
import java.util.Optional;

/**
 * The backups of all tenants of a project (an extension): who is covered, and backups of many.
 * Reading needs the role read, everything else admin (ROLE_REQUIRED); all of it needs a scope that
 * is the whole project (SCOPE_DENIED).
 */
public interface BackupFleet {
  /** How many runs {@link #runs} tells of. */
  int RUNS = 100;

  /** Counts how the tenants stand. */
  BackupTotals totals();

  /**
   * Lists tenants with how they stand. A cursor of this list is a position: when tenants come or go
   * meanwhile, one may be missed or be seen twice.
   *
   * @throws EngineException BAD_REQUEST for a cursor of another list
   */
  Page<BackupCoverage> list(CoverageFilter filter, PageRequest page);

  /** Returns when backups are taken by themselves and how long they are kept. */
  BackupPolicy policy();

  /**
   * Changes that for the whole engine, from now on; kept in the data folder. What is more than is
   * kept goes after the next night.
   *
   * @throws EngineException CONFLICT {@code The server's settings decide about backups: backups.*}
   *     when it is not changeable
   */
  BackupPolicy changePolicy(ChangeBackupPolicy change);

  /**
   * Starts to back many tenants up and returns at once. The run goes on after a restart of the
   * engine; a tenant that was in work then is backed up once more. What it takes are backups by
   * hand, kept until they are deleted.
   *
   * @throws EngineException NOT_FOUND {@code Tenant not found: x} for a named tenant; CONFLICT
   *     {@code No tenant matches} when there is nobody to back up; RATE_LIMITED when the project's
   *     tier does not allow that many backups within an hour, as {@link Backups#create}
   */
  BackupRun start(StartBackups request);

  /**
   * Returns a run as it is now.
   *
   * @throws EngineException NOT_FOUND {@code Backup run not found: x}
   */
  BackupRun run(BackupRunId id);

  /** Returns the newest runs, newest first; those beyond {@link #RUNS} are forgotten. */
  List<BackupRun> runs();

  /**
   * Stops a run behind the tenants that are in work; what was taken stays.
   *
   * @return the run, stopped or, when it had ended before, as it ended
   * @throws EngineException NOT_FOUND {@code Backup run not found: x}
   */
  BackupRun stop(BackupRunId id);

  /**
   * Lists the tenants of a run in the order in which they are backed up. A cursor of this list is a
   * position.
   *
   * @param state only those; empty for all
   * @throws EngineException NOT_FOUND {@code Backup run not found: x}
   */
  Page<BackupRunTenant> tenants(
      BackupRunId id, Optional<BackupRunTenant.State> state, PageRequest page);
}
