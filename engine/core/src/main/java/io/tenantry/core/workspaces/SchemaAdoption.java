package io.tenantry.core.workspaces;

import io.tenantry.contract.blueprints.PlanStep;
import io.tenantry.contract.blueprints.Version;
import io.tenantry.contract.error.ConflictKind;
import io.tenantry.contract.error.EngineException;
import io.tenantry.contract.error.ErrorCode;
import io.tenantry.contract.workspaces.WorkspaceName;
import io.tenantry.core.access.Caller;
import io.tenantry.core.recording.RequestRecorder;
import io.tenantry.core.sqlite.BoundStatement;
import io.tenantry.core.sqlite.Deadline;
import io.tenantry.core.sqlite.ForeignKeyScript;
import io.tenantry.core.sqlite.SqliteDatabase;
import io.tenantry.core.sqlite.StatementReader;
import io.tenantry.core.sqlite.WorkspaceGate;
import io.tenantry.core.workspaces.WorkspaceRow.BlueprintState;
import io.tenantry.sql.DdlParser;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * Makes a version from the steps that lead to a schema somebody made elsewhere: they run in the
 * workspace, as if they had been asked for there, and are recorded. Any thread.
 */
public final class SchemaAdoption {
  private static final Duration TIME_LIMIT = Duration.ofMinutes(5);

  private final WorkspaceRegistry registry;
  private final WorkspaceEditor editor;

  SchemaAdoption(WorkspaceRegistry registry, WorkspaceEditor editor) {
    this.registry = registry;
    this.editor = editor;
  }

  /**
   * Records steps as the next version.
   *
   * @param latestMinor the version they start from
   * @param origin where they come from, for the summary of the version
   * @throws EngineException CONFLICT when the blueprint has gone on meanwhile, or the workspace
   *     cannot take the steps
   */
  public void adopt(
      Caller caller, WorkspaceName name, int latestMinor, String origin, List<PlanStep> steps) {
    Deadline deadline = Deadline.in(TIME_LIMIT);
    WorkspaceRow row = registry.get(caller.projectId(), name);
    try {
      editor.edit(
          caller,
          row,
          deadline,
          origin,
          ForeignKeyScript.CHECKED,
          (database, recorder) -> {
            requireLatest(registry.get(caller.projectId(), name), latestMinor);
            return database.within(deadline, () -> run(database, recorder, steps));
          });
    } catch (EngineException e) {
      throw e.code() == ErrorCode.BAD_REQUEST ? refused(name, e) : e;
    }
  }

  private static void requireLatest(WorkspaceRow row, int latestMinor) {
    int latest = row.blueprint().map(BlueprintState::latestMinor).orElse(-1);
    if (latest != latestMinor) {
      throw EngineException.conflict(
          ConflictKind.CHANGED,
          "Blueprint '%s' is on version %s meanwhile. Try again"
              .formatted(row.name(), new Version(1, latest)));
    }
  }

  private static boolean run(
      SqliteDatabase database, RequestRecorder recorder, List<PlanStep> steps) {
    for (PlanStep step : steps) {
      step.statements().stream()
          .filter(statement -> DdlParser.parse(statement).isPresent())
          .forEach(statement -> WorkspaceGate.check(StatementReader.single(statement)));
      if (step.statements().size() == 1) {
        String statement = step.statements().getFirst();
        recorder.watch(new BoundStatement(statement), () -> executed(database, statement));
      } else {
        recorder.watchTogether(step.kind(), step.object(), step.loss(), step.statements());
      }
    }
    return true;
  }

  private static boolean executed(SqliteDatabase database, String statement) {
    database.execute(statement);
    return true;
  }

  private static EngineException refused(WorkspaceName name, EngineException cause) {
    return new EngineException(
        ErrorCode.CONFLICT,
        "Workspace '%s' cannot take the schema that was found: %s".formatted(name, cause.message()),
        Map.of("reason", cause.message()),
        cause);
  }
}
