package io.tenantry.core.blueprints;

import io.tenantry.contract.blueprints.PlanStep;
import io.tenantry.core.differ.Planned;
import java.util.List;

/**
 * What brings a database from one version of a blueprint to another.
 *
 * @param from the version it is on
 * @param to the version it gets to
 * @param byDiffer whether the schema differ worked it out; otherwise it is the statements that were
 *     recorded in between
 * @param steps in order
 */
public record VersionPath(int from, int to, boolean byDiffer, List<PlanStep> steps)
    implements Planned {
  /** Copies the steps. */
  public VersionPath {
    steps = List.copyOf(steps);
  }
}
