package io.tenantry.core.recording;

import io.tenantry.contract.blueprints.ChangeWarning;
import io.tenantry.core.sqlite.BoundStatement;
import java.util.List;

/**
 * What a request leaves for its tenants.
 *
 * @param changes in the order of their first statements
 * @param steps all statements in the order in which they ran
 * @param warnings what they do to databases with rows
 */
public record Recording(
    List<RecordedChange> changes, List<RecordedStep> steps, List<ChangeWarning> warnings) {
  /** A request that changed no schema. */
  public static final Recording NOTHING = new Recording(List.of(), List.of(), List.of());

  /** Copies the lists. */
  public Recording {
    changes = List.copyOf(changes);
    steps = List.copyOf(steps);
    warnings = List.copyOf(warnings);
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
