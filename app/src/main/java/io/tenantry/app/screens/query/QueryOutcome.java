package io.tenantry.app.screens.query;

import io.tenantry.app.controls.grid.GridData;
import io.tenantry.app.fx.Problem;
import java.time.Duration;
import java.util.List;

/** What the lower half of a query tab shows. */
sealed interface QueryOutcome {

  /** Nothing has run yet. */
  record Idle() implements QueryOutcome {}

  /**
   * Rows.
   *
   * @param grid the rows
   * @param summary counts in plain words
   * @param truncated whether rows were left out
   * @param took time the engine needed
   * @param folded the same by equal answers; empty for a single target
   */
  record Rows(
      GridData grid, String summary, boolean truncated, Duration took, List<FoldedAnswer> folded)
      implements QueryOutcome {
    public Rows {
      folded = List.copyOf(folded);
    }
  }

  /**
   * It failed.
   *
   * @param problem what the user reads
   * @param line where in the text, from 1; 0 when unknown
   */
  record Failed(Problem problem, int line) implements QueryOutcome {}
}
