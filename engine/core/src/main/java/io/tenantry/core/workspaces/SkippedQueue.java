package io.tenantry.core.workspaces;

import io.tenantry.contract.error.EngineException;
import io.tenantry.contract.workspaces.Change;
import io.tenantry.contract.workspaces.SkippedChange;
import io.tenantry.core.access.Caller;
import io.tenantry.core.blueprints.BlueprintChanges;
import io.tenantry.core.blueprints.BlueprintVersionRows.NewVersion;
import io.tenantry.core.blueprints.SkippedChanges;
import io.tenantry.core.blueprints.StepRow;
import io.tenantry.core.catalog.Catalog;
import io.tenantry.core.schema.ImageCompiler.Failed;
import io.tenantry.core.schema.SchemaImage;
import io.tenantry.core.sqlite.BoundStatement;
import io.tenantry.core.sqlite.Deadline;
import io.tenantry.core.workspaces.WorkspaceRow.BlueprintState;
import java.util.List;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;

/** Puts changes that were skipped back into the deploy queue. Any thread. */
final class SkippedQueue {
  private final Catalog catalog;
  private final WorkspaceEditor editor;

  SkippedQueue(Catalog catalog, WorkspaceEditor editor) {
    this.catalog = catalog;
    this.editor = editor;
  }

  /** Makes a version with the change behind everything else; the workspace has it already. */
  Change include(Caller caller, WorkspaceRow row, long id, Deadline deadline) {
    return editor.withWriter(
        caller,
        row,
        deadline,
        (_, current) -> {
          BlueprintState state = PendingChanges.blueprintOf(current);
          int minor = state.latestMinor() + 1;
          List<StepRow> steps =
              catalog.read(handle -> SkippedChanges.steps(handle, state.id(), id, minor));
          if (steps.isEmpty()) {
            throw unknown(id);
          }
          SchemaImage image =
              editor.compile(all(state, steps), state, failed -> refusal(id, failed));
          NewVersion version =
              editor.version(caller, state, image, "Included again: " + summary(state, id));
          editor
              .versions()
              .store(state.id(), version, handle -> bringBack(handle, state, id, steps, version));
          return added(state, minor);
        });
  }

  private static void bringBack(
      Handle handle, BlueprintState state, long id, List<StepRow> steps, NewVersion version) {
    if (SkippedChanges.bringBack(handle, state.id(), id, steps, version.now()).isEmpty()) {
      throw unknown(id);
    }
  }

  private List<BoundStatement> all(BlueprintState state, List<StepRow> more) {
    List<StepRow> had = catalog.read(handle -> BlueprintChanges.steps(handle, state.id()));
    return Stream.concat(had.stream(), more.stream())
        .filter(StepRow::carried)
        .map(StepRow::statement)
        .toList();
  }

  private String summary(BlueprintState state, long id) {
    return catalog.read(handle -> SkippedChanges.of(handle, state.id())).stream()
        .map(SkippedChange::change)
        .filter(change -> change.id() == id)
        .map(Change::summary)
        .findFirst()
        .orElseThrow(() -> unknown(id));
  }

  private Change added(BlueprintState state, int minor) {
    return catalog
        .read(handle -> BlueprintChanges.addedAfter(handle, state.id(), minor - 1))
        .getFirst()
        .toChange(0);
  }

  private static String refusal(long id, Failed failed) {
    return "DDL %d does not fit the present version: %s".formatted(id, failed.reason());
  }

  private static EngineException unknown(long id) {
    return EngineException.notFound("DDL %d is not a skipped change".formatted(id));
  }
}
