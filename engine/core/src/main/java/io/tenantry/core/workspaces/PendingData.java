package io.tenantry.core.workspaces;

import io.tenantry.contract.error.EngineException;
import io.tenantry.contract.workspaces.DataStatement;
import io.tenantry.core.access.Caller;
import io.tenantry.core.blueprints.BlueprintChanges;
import io.tenantry.core.blueprints.BlueprintReach;
import io.tenantry.core.blueprints.BlueprintVersionRows.NewVersion;
import io.tenantry.core.blueprints.StepRow;
import io.tenantry.core.catalog.Catalog;
import io.tenantry.core.rows.RowLoss;
import io.tenantry.core.rows.RowLosses;
import io.tenantry.core.rows.RowWalk;
import io.tenantry.core.schema.ImageCompiler.Failed;
import io.tenantry.core.schema.SchemaImage;
import io.tenantry.core.sqlite.BoundStatement;
import io.tenantry.core.sqlite.Deadline;
import io.tenantry.core.sqlite.Sqlite;
import io.tenantry.core.workspaces.WorkspaceRow.BlueprintState;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;

/**
 * The data statements of changes that no tenant has: their author decides which of them tenants
 * run. Any thread.
 */
final class PendingData {
  private final Catalog catalog;
  private final Sqlite sqlite;
  private final WorkspaceEditor editor;

  PendingData(Catalog catalog, Sqlite sqlite, WorkspaceEditor editor) {
    this.catalog = catalog;
    this.sqlite = sqlite;
    this.editor = editor;
  }

  /** Decides for a statement and all that are named with it; makes a version of the decision. */
  DataStatement carry(
      Caller caller, WorkspaceRow row, long id, boolean carried, Deadline deadline) {
    return editor.withWriter(
        caller,
        row,
        deadline,
        (_, current) -> {
          BlueprintState state = PendingChanges.blueprintOf(current);
          List<StepRow> steps = catalog.read(h -> BlueprintChanges.steps(h, state.id()));
          StepRow first = find(state, steps, id);
          if (first.carried() != carried) {
            change(caller, state, new Switch(steps, first, carried));
          }
          return shown(state, first);
        });
  }

  /** All statements in effect, and the one that is decided anew. */
  private record Switch(List<StepRow> steps, StepRow first, boolean carried) {
    List<StepRow> group() {
      return steps.stream().filter(step -> step.isIn(first)).toList();
    }

    /** The statements as they are then. */
    List<StepRow> after(int minor) {
      return steps.stream()
          .map(step -> step.isIn(first) ? step.decided(carried, minor) : step)
          .toList();
    }
  }

  private StepRow find(BlueprintState state, List<StepRow> steps, long id) {
    StepRow step =
        steps.stream()
            .filter(candidate -> candidate.id() == id && candidate.data().isPresent())
            .findFirst()
            .orElseThrow(() -> unknown(id));
    StepRow first = steps.stream().filter(each -> step.isIn(each)).findFirst().orElse(step);
    catalog.execute(handle -> requireOpen(handle, state, first, id));
    if (!first.isKept()) {
      throw EngineException.conflict(
          "Data statement %d stands for %d that were too much to be kept"
              .formatted(id, first.data().orElseThrow().count()));
    }
    return first;
  }

  private static void requireOpen(Handle handle, BlueprintState state, StepRow step, long id) {
    if (BlueprintReach.isReached(handle, state.id(), step.minor())) {
      throw unknown(id);
    }
    BlueprintChanges.openDeployment(handle, state.id(), step.minor())
        .ifPresent(
            deployment -> {
              throw EngineException.conflict(
                  "Data statement %d is being deployed by %s".formatted(id, deployment));
            });
  }

  private void change(Caller caller, BlueprintState state, Switch made) {
    int minor = state.latestMinor() + 1;
    List<StepRow> after = made.after(minor);
    SchemaImage image =
        editor.compile(carried(after), state, failed -> refusal(made.first(), failed));
    NewVersion version =
        editor.version(caller, state, image, summary(made.first(), made.carried()));
    Map<Long, Set<String>> losses = losses(made.first().minor(), after);
    editor
        .versions()
        .store(
            state.id(),
            version,
            handle -> {
              requireOpen(handle, state, made.first(), made.first().id());
              List<StepRow> begun =
                  made.group().stream().map(step -> step.decided(made.carried(), minor)).toList();
              BlueprintChanges.replace(handle, state.id(), minor, made.group(), begun);
              losses.forEach(
                  (change, of) -> BlueprintChanges.saveLoss(handle, change, List.copyOf(of)));
            });
  }

  private static List<BoundStatement> carried(List<StepRow> steps) {
    return steps.stream().filter(StepRow::carried).map(StepRow::statement).toList();
  }

  /** Works out anew what the changes of one request lose, by their numbers. */
  private Map<Long, Set<String>> losses(int minor, List<StepRow> steps) {
    List<StepRow> own = steps.stream().filter(step -> step.minor() == minor).toList();
    List<BoundStatement> earlier =
        carried(steps.stream().filter(step -> step.minor() < minor).toList());
    List<BoundStatement> all =
        Stream.concat(earlier.stream(), own.stream().map(StepRow::statement)).toList();
    RowWalk walk = RowWalk.from(sqlite, all, earlier.size());
    Map<Long, Set<String>> losses = new HashMap<>();
    own.forEach(step -> step.changeId().ifPresent(id -> losses.put(id, new LinkedHashSet<>())));
    for (RowLoss loss : RowLosses.of(walk, place -> own.get(place).carried())) {
      own.get(loss.place())
          .changeId()
          .ifPresent(id -> losses.computeIfAbsent(id, _ -> new LinkedHashSet<>()).add(loss.what()));
    }
    return losses;
  }

  private DataStatement shown(BlueprintState state, StepRow first) {
    return catalog.read(
        handle -> {
          long now =
              BlueprintChanges.steps(handle, state.id()).stream()
                  .filter(step -> step.isAt(first))
                  .mapToLong(StepRow::id)
                  .findFirst()
                  .orElseThrow(() -> unknown(first.id()));
          return BlueprintChanges.dataOf(handle, state.id(), first.minor()).stream()
              .filter(data -> data.id() == now)
              .findFirst()
              .orElseThrow(() -> unknown(first.id()));
        });
  }

  private static String summary(StepRow first, boolean carried) {
    return "%s: %s"
        .formatted(
            carried ? "Tenants run" : "Tenants do not run", first.data().orElseThrow().reason());
  }

  private static String refusal(StepRow first, Failed failed) {
    return "Data statement %d cannot be decided like this: %s"
        .formatted(first.id(), failed.reason());
  }

  private static EngineException unknown(long id) {
    return EngineException.notFound(
        "Data statement %d not found or already deployed".formatted(id));
  }
}
