package io.tenantry.core.workspaces;

import io.tenantry.contract.error.ConflictKind;
import io.tenantry.contract.error.EngineException;
import io.tenantry.contract.error.ErrorCode;
import io.tenantry.contract.workspaces.Change;
import io.tenantry.contract.workspaces.DataStatement;
import io.tenantry.contract.workspaces.SkippedChange;
import io.tenantry.contract.workspaces.WorkspaceDiff;
import io.tenantry.core.access.Caller;
import io.tenantry.core.blueprints.BlueprintChanges;
import io.tenantry.core.blueprints.BlueprintChanges.Removal;
import io.tenantry.core.blueprints.BlueprintReach;
import io.tenantry.core.blueprints.BlueprintVersionRows.NewVersion;
import io.tenantry.core.blueprints.ChangeRow;
import io.tenantry.core.blueprints.SkippedChanges;
import io.tenantry.core.blueprints.StepRow;
import io.tenantry.core.catalog.Catalog;
import io.tenantry.core.schema.ImageCompiler.Failed;
import io.tenantry.core.schema.LooseEnd;
import io.tenantry.core.schema.SchemaImage;
import io.tenantry.core.sqlite.BoundStatement;
import io.tenantry.core.sqlite.Deadline;
import io.tenantry.core.workspaces.WorkspaceRow.BlueprintState;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/** The changes of a workspace that no tenant has: shows, skips and reverts them. Any thread. */
final class PendingChanges {
  private final Catalog catalog;
  private final WorkspaceEditor editor;

  PendingChanges(Catalog catalog, WorkspaceEditor editor) {
    this.catalog = catalog;
    this.editor = editor;
  }

  WorkspaceDiff diff(WorkspaceRow row) {
    BlueprintState state = blueprintOf(row);
    Pending pending = catalog.read(handle -> Pending.of(handle, state));
    return new WorkspaceDiff(
        row.name(),
        row.name(),
        state.latest(),
        pending.changes().size(),
        row.settingsPending(),
        pending.changes(),
        pending.data(),
        editor.warnings(statements(pending.had()), statements(pending.more())),
        pending.skipped());
  }

  /**
   * What tenants lack.
   *
   * @param had what those run that lack most, or would
   * @param more what they are to run besides
   */
  private record Pending(
      List<Change> changes,
      List<DataStatement> data,
      List<StepRow> had,
      List<StepRow> more,
      List<SkippedChange> skipped) {
    static Pending of(Handle handle, BlueprintState state) {
      int behind = BlueprintReach.behind(handle, state.id());
      BlueprintReach reach = BlueprintReach.of(handle, state.id());
      List<StepRow> steps = BlueprintChanges.carried(handle, state.id());
      return new Pending(
          BlueprintChanges.addedAfter(handle, state.id(), behind).stream()
              .map(change -> change.toChange(reach.deployedTo(change.addedMinor())))
              .toList(),
          BlueprintChanges.dataAfter(handle, state.id(), behind),
          steps.stream().filter(step -> step.minor() <= behind).toList(),
          steps.stream().filter(step -> step.minor() > behind).toList(),
          SkippedChanges.of(handle, state.id()));
    }
  }

  /** Takes a change out of the deploy queue; the lease only keeps other requests out. */
  void skip(Caller caller, WorkspaceRow row, long id, Deadline deadline) {
    editor.withWriter(
        caller,
        row,
        deadline,
        (_, current) -> {
          BlueprintState state = blueprintOf(current);
          ChangeRow change = find(state, id);
          NewVersion version = without(caller, state, change, "skip", "Skipped");
          editor
              .versions()
              .store(
                  state.id(),
                  version,
                  handle -> remove(handle, state, change, version, Removal.SKIPPED));
          return true;
        });
  }

  /** Runs the inverse of a change in the workspace and takes it out; returns the inverse. */
  String revert(Caller caller, WorkspaceRow row, long id, Deadline deadline) {
    return editor.withWriter(
        caller,
        row,
        deadline,
        (database, current) -> {
          BlueprintState state = blueprintOf(current);
          ChangeRow change = find(state, id);
          String inverse = change.revert().orElseThrow(() -> irreversible(change));
          NewVersion version = without(caller, state, change, "revert", "Reverted");
          database.begin();
          try {
            database.within(deadline, () -> database.execute(inverse));
          } catch (EngineException e) {
            throw e.code() == ErrorCode.BAD_REQUEST ? failed("revert", change, e.message()) : e;
          }
          editor
              .versions()
              .commit(
                  database,
                  state.id(),
                  version,
                  handle -> remove(handle, state, change, version, Removal.REVERTED));
          return inverse;
        });
  }

  static BlueprintState blueprintOf(WorkspaceRow row) {
    return row.blueprint()
        .orElseThrow(
            () ->
                EngineException.badRequest(
                    "Workspace '%s' is in control mode and has no blueprint versions"
                        .formatted(row.name())));
  }

  private ChangeRow find(BlueprintState state, long id) {
    ChangeRow change =
        catalog.read(handle -> BlueprintChanges.addedAfter(handle, state.id(), -1)).stream()
            .filter(candidate -> candidate.id() == id)
            .findFirst()
            .orElseThrow(() -> unknown(id));
    catalog.execute(
        handle -> {
          if (BlueprintReach.isReached(handle, state.id(), change.addedMinor())) {
            throw unknown(id);
          }
          refuseWhileDeploying(handle, state, change);
        });
    return change;
  }

  /** Compiles the version that lacks the change, or says which later change needs it. */
  private NewVersion without(
      Caller caller, BlueprintState state, ChangeRow change, String verb, String done) {
    List<StepRow> steps = catalog.read(handle -> BlueprintChanges.carried(handle, state.id()));
    List<StepRow> left =
        steps.stream()
            .filter(step -> step.changeId().filter(id -> id == change.id()).isEmpty())
            .toList();
    SchemaImage image =
        editor.compile(statements(left), state, failed -> needed(verb, change, failed));
    editor
        .brokenBy(statements(steps), statements(left))
        .ifPresent(
            end -> {
              throw stillNamed(verb, change, end);
            });
    return editor.version(caller, state, image, "%s: %s".formatted(done, change.summary()));
  }

  private static List<BoundStatement> statements(List<StepRow> steps) {
    return steps.stream().map(StepRow::statement).toList();
  }

  /** Checks once more inside the transaction: a tenant may have got the change meanwhile. */
  private static void remove(
      Handle handle, BlueprintState state, ChangeRow change, NewVersion version, Removal removal) {
    refuseWhileDeploying(handle, state, change);
    if (!BlueprintChanges.remove(handle, change.id(), version.minor(), removal)) {
      throw unknown(change.id());
    }
  }

  private static void refuseWhileDeploying(Handle handle, BlueprintState state, ChangeRow change) {
    BlueprintChanges.openDeployment(handle, state.id(), change.addedMinor())
        .ifPresent(
            deployment -> {
              throw EngineException.conflict(
                  ConflictKind.BUSY,
                  "DDL %d is being deployed by %s".formatted(change.id(), deployment));
            });
  }

  private static EngineException unknown(long id) {
    return EngineException.notFound("DDL %d not found or already deployed".formatted(id));
  }

  private static EngineException irreversible(ChangeRow change) {
    return EngineException.badRequest(
        "DDL %d cannot be reverted: %s of '%s' has no inverse"
            .formatted(change.id(), change.kind(), change.object()));
  }

  private static EngineException failed(String verb, ChangeRow change, String reason) {
    return EngineException.conflict("Cannot %s DDL %d: %s".formatted(verb, change.id(), reason));
  }

  private static String needed(String verb, ChangeRow change, Failed failed) {
    return "Cannot %s DDL %d: a later change needs it: %s (%s)"
        .formatted(verb, change.id(), firstLine(failed.statement()), failed.reason());
  }

  private static EngineException stillNamed(String verb, ChangeRow change, LooseEnd end) {
    return new EngineException(
            ErrorCode.CONFLICT,
            "Cannot %s DDL %d: '%s' needs it (%s)"
                .formatted(verb, change.id(), end.object(), end.reason()),
            Map.of("object", end.object(), "reason", end.reason()),
            null)
        .because(ConflictKind.NEEDED);
  }

  private static String firstLine(String statement) {
    String line = statement.lines().findFirst().orElse("").strip();
    return line.length() < statement.strip().length() ? line + " …" : line;
  }
}
