package io.tenantry.core.blueprints;

import io.tenantry.contract.blueprints.PlanStep;
import io.tenantry.core.differ.Planned;
import io.tenantry.core.rows.KeptCounter;
import io.tenantry.core.sqlite.BoundStatement;
import java.util.List;

/**
 * What brings a database from one version of a blueprint to another.
 *
 * @param from the version it is on
 * @param to the version it gets to
 * @param byDiffer whether the schema differ worked it out; otherwise it is the statements that were
 *     recorded in between
 * @param steps for people, one a change, in the order of their first statements
 * @param bound what runs, in order: statements of several steps may take turns, and have values
 * @param counters those of tables made anew that the statements would forget
 */
public record VersionPath(
    int from,
    int to,
    boolean byDiffer,
    List<PlanStep> steps,
    List<BoundStatement> bound,
    List<KeptCounter> counters)
    implements Planned {
  /** Copies the lists. */
  public VersionPath {
    steps = List.copyOf(steps);
    bound = List.copyOf(bound);
    counters = List.copyOf(counters);
  }

  @Override
  public List<String> statements() {
    return bound.stream().map(BoundStatement::sql).toList();
  }
}
