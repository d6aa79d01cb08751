package io.tenantry.app.screens.query;

import io.tenantry.contract.queries.FanOutProgress;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * How a run stands, as it is shown.
 *
 * @param phase how far it is
 * @param target whose answers these are
 * @param startedAt when it began
 * @param elapsed how long it runs or ran
 * @param progress how many tenants answered; empty for one place
 * @param counts what came
 * @param effect what a statement without rows did, in words; empty for one with rows
 * @param problem why it failed
 */
record RunState(
    Phase phase,
    QueryTarget target,
    Instant startedAt,
    Duration elapsed,
    Optional<FanOutProgress> progress,
    Counts counts,
    Optional<String> effect,
    Optional<RunProblem> problem) {

  /** How far a run is. */
  enum Phase {
    RUNNING,
    /** It was asked to stop, and the engine has yet to say that it did. */
    STOPPING,
    DONE,
    /** It was stopped before all had answered. */
    STOPPED,
    /** Nobody waits for it any more, but the engine goes on until its time limit. */
    LEFT,
    FAILED;

    boolean isOver() {
      return switch (this) {
        case RUNNING, STOPPING -> false;
        case DONE, STOPPED, LEFT, FAILED -> true;
      };
    }
  }

  /**
   * What came.
   *
   * @param rows how many rows
   * @param beyond how many of them were not kept
   * @param cut how many answers were cut at the row limit
   */
  record Counts(long rows, long beyond, int cut) {}
}
