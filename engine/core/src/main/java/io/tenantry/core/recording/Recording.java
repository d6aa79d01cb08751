package io.tenantry.core.recording;

import io.tenantry.core.sqlite.BoundStatement;
import java.util.List;

/**
 * What a request leaves for its tenants.
 *
 * @param changes in the order of their first statements
 * @param steps all statements in the order in which they ran
 */
public record Recording(List<RecordedChange> changes, List<RecordedStep> steps) {
  /** Copies both. */
  public Recording {
    changes = List.copyOf(changes);
    steps = List.copyOf(steps);
  }

  /** Returns whether there is nothing to make a version of. */
  public boolean isEmpty() {
    return changes.isEmpty();
  }

  /** Returns what tenants run, in order. */
  public List<BoundStatement> carried() {
    return steps.stream().filter(RecordedStep::carried).map(RecordedStep::statement).toList();
  }
}
