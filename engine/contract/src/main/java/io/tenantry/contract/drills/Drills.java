package io.tenantry.contract.drills;

import io.tenantry.contract.error.EngineException;
import io.tenantry.contract.page.Page;
import io.tenantry.contract.page.PageRequest;
import java.util.List;
import java.util.Optional;

/**
 * Restore drills (an extension): the newest whole backup of each database is restored to a scratch
 * file, which is checked for soundness and compared, in schema and rows, with what was noted when
 * the backup was taken. The databases in use are not touched. Reading needs the role read,
 * everything else admin (ROLE_REQUIRED); all of it needs a scope that is the whole project
 * (SCOPE_DENIED).
 */
public interface Drills {
  /** How many drills {@link #list} tells of. */
  int LISTED = 100;

  /**
   * Starts a drill and returns at once. It goes on after a restart of the engine, with no scratch
   * file left behind. A backup that is found damaged is noted as failed, one that is whole as
   * verified.
   *
   * @throws EngineException NOT_FOUND {@code Tenant not found: x} for a named tenant; CONFLICT
   *     {@code No database to drill} when there is none
   */
  Drill start(StartDrill request);

  /**
   * Returns a drill as it is now.
   *
   * @throws EngineException NOT_FOUND {@code Drill not found: x}
   */
  Drill get(DrillId id);

  /** Returns the newest drills, newest first. */
  List<Drill> list();

  /**
   * Stops a drill behind the database that is in work; what was found by then gets a report, too.
   *
   * @return the drill, stopped or, when it had ended before, as it ended
   * @throws EngineException NOT_FOUND {@code Drill not found: x}
   */
  Drill stop(DrillId id);

  /**
   * Lists what a drill found, in the order in which databases are restored. A cursor of this list
   * is a position.
   *
   * @param outcome only those; empty for all
   * @throws EngineException NOT_FOUND {@code Drill not found: x}
   */
  Page<DrilledDatabase> databases(
      DrillId id, Optional<DrilledDatabase.Outcome> outcome, PageRequest page);

  /**
   * Returns the report of a drill that has ended; always the same bytes.
   *
   * @throws EngineException NOT_FOUND {@code Drill not found: x}; CONFLICT {@code Drill x is
   *     running} as long as there is none
   */
  SignedReport report(DrillId id);

  /** Looks whether a report is what an engine has signed, and whether it was this one. */
  ReportCheck check(SignedReport report);
}
