package io.tenantry.app.screens.workspaces.grid;

import io.tenantry.app.screens.workspaces.edits.SchemaEdit;
import io.tenantry.app.screens.workspaces.edits.SchemaEdits;
import io.tenantry.app.screens.workspaces.edits.Stranded;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Staged edits as they are read before they are applied.
 *
 * @param changes in the order in which their statements run, and last those that cannot
 * @param sql the statements
 */
record Review(List<StagedChange> changes, String sql) {

  /** Copies the changes. */
  Review {
    changes = List.copyOf(changes);
  }

  /**
   * Reads staged edits.
   *
   * @param failed the edit that the last attempt failed at
   */
  static Review of(SchemaEdits staged, Optional<SchemaEdit> failed) {
    List<SchemaEdits.Step> steps = staged.steps();
    EditWords words = new EditWords(staged);
    List<StagedChange> changes = new ArrayList<>();
    steps.stream()
        .map(SchemaEdits.Step::edit)
        .distinct()
        .map(
            edit ->
                new StagedChange(
                    edit,
                    words.of(edit),
                    sql(steps.stream().filter(step -> step.edit().equals(edit)).toList()),
                    staged.warning(edit),
                    SchemaEdits.isDestructive(edit),
                    failed.equals(Optional.of(edit))
                        ? StagedChange.Standing.FAILED
                        : StagedChange.Standing.FITS))
        .forEach(changes::add);
    for (Stranded each : staged.stranded()) {
      changes.add(StagedChange.stranded(each, words.of(each.edit())));
    }
    return new Review(changes, sql(steps));
  }

  private static String sql(List<SchemaEdits.Step> steps) {
    return steps.stream().map(SchemaEdits.Step::sql).collect(Collectors.joining("\n"));
  }
}
