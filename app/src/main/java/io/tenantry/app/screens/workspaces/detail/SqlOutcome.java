package io.tenantry.app.screens.workspaces.detail;

import io.tenantry.app.controls.grid.GridData;
import io.tenantry.app.fx.Problem;
import io.tenantry.app.recorded.RecordedRequest;
import java.time.Duration;
import java.util.Optional;

/** What became of the SQL that was run last. */
sealed interface SqlOutcome {

  /** Nothing was run yet. */
  SqlOutcome NONE = new None();

  /** Nothing was run yet. */
  record None() implements SqlOutcome {}

  /**
   * It is running.
   *
   * @param elapsed how long
   * @param stopping whether it was asked to stop, and the engine has yet to say that it did
   */
  record Running(Duration elapsed, boolean stopping) implements SqlOutcome {}

  /**
   * It was stopped; nothing was changed.
   *
   * @param elapsed how long it ran
   */
  record Stopped(Duration elapsed) implements SqlOutcome {}

  /**
   * Nobody waits for it any more, but the engine, which cannot stop it, goes on.
   *
   * @param elapsed how long it was waited for
   */
  record Left(Duration elapsed) implements SqlOutcome {}

  /**
   * It ran.
   *
   * @param rows what it answered, empty for a statement without rows
   * @param summary rows and time, or rows changed and time
   * @param recorded the new version when the schema changed
   * @param told what there is to say of the changes; empty when there is nothing
   */
  record Done(
      Optional<GridData> rows,
      String summary,
      Optional<Recorded> recorded,
      Optional<RecordedRequest> told)
      implements SqlOutcome {}

  /**
   * A new version.
   *
   * @param version says which
   * @param standing says how the workspace stood right after, with a mark before it
   */
  record Recorded(String version, String standing) {
    /** Returns both in one line. */
    String words() {
      return version + standing;
    }
  }

  /**
   * It failed; nothing was changed.
   *
   * @param problem why
   * @param line line in the editor, from 1; 0 when unknown
   * @param statement number of the statement in what was run, from 1; 0 when unknown
   */
  record Refused(Problem problem, int line, int statement) implements SqlOutcome {}
}
