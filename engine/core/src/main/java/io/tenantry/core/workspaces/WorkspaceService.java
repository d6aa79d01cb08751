package io.tenantry.core.workspaces;

import io.tenantry.contract.databases.RecordedChanges;
import io.tenantry.contract.error.EngineException;
import io.tenantry.contract.error.ErrorCode;
import io.tenantry.contract.projects.ProjectId;
import io.tenantry.contract.queries.QueryResult;
import io.tenantry.contract.workspaces.Change;
import io.tenantry.contract.workspaces.CreateWorkspace;
import io.tenantry.contract.workspaces.CreatedWorkspace;
import io.tenantry.contract.workspaces.DataStatement;
import io.tenantry.contract.workspaces.DeletedWorkspace;
import io.tenantry.contract.workspaces.ImportSchema;
import io.tenantry.contract.workspaces.RunId;
import io.tenantry.contract.workspaces.SaveSettings;
import io.tenantry.contract.workspaces.SavedSettings;
import io.tenantry.contract.workspaces.SchemaImport;
import io.tenantry.contract.workspaces.Workspace;
import io.tenantry.contract.workspaces.WorkspaceDiff;
import io.tenantry.contract.workspaces.WorkspaceMode;
import io.tenantry.contract.workspaces.WorkspaceName;
import io.tenantry.contract.workspaces.WorkspaceQuery;
import io.tenantry.contract.workspaces.WorkspaceQueryResult;
import io.tenantry.contract.workspaces.WorkspaceSchema;
import io.tenantry.contract.workspaces.WorkspaceSettings;
import io.tenantry.contract.workspaces.WorkspaceSummary;
import io.tenantry.contract.workspaces.Workspaces;
import io.tenantry.core.access.Caller;
import io.tenantry.core.databases.Lane;
import io.tenantry.core.databases.Lanes;
import io.tenantry.core.sources.SourceAccess;
import io.tenantry.core.sqlite.Deadline;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Workspaces as one caller sees them. Any thread. */
public final class WorkspaceService implements Workspaces {
  private final Caller caller;
  private final WorkspaceEngine engine;
  private final Lanes lanes;
  private final SourceAccess sources;

  /** Serves one caller. */
  public WorkspaceService(
      WorkspaceEngine engine, Lanes lanes, Caller caller, SourceAccess sources) {
    this.caller = caller;
    this.engine = engine;
    this.lanes = lanes;
    this.sources = sources;
  }

  @Override
  public List<WorkspaceSummary> list() {
    caller.requireRead();
    return lanes.call(
        Lane.FAST,
        () ->
            engine.registry().list(project()).stream()
                .filter(row -> caller.canReach(row.name()))
                .map(WorkspaceRow::toSummary)
                .toList());
  }

  @Override
  public CreatedWorkspace create(CreateWorkspace request) {
    caller.requireAdmin();
    caller.requireWorkspace(request.name());
    return lanes.call(
        Lane.FAST,
        () -> {
          engine.registry().create(caller, request);
          return new CreatedWorkspace(
              request.name(),
              request.mode(),
              Optional.of(request.name()).filter(_ -> request.mode() == WorkspaceMode.TENANT),
              request.database(),
              engine.registry().connection(caller, request.name()),
              engine.registry().connectionString(project(), request.name()));
        });
  }

  @Override
  public Workspace get(WorkspaceName name) {
    return reading(name, this::describe);
  }

  private Workspace describe(WorkspaceRow row) {
    Optional<List<String>> schema = Optional.empty();
    Optional<String> error = Optional.empty();
    try {
      schema = Optional.of(engine.reader().statements(project(), row));
    } catch (EngineException e) {
      if (e.code() != ErrorCode.INTERNAL_ERROR) {
        throw e;
      }
      error = Optional.of(e.message());
    }
    return new Workspace(
        row.name(),
        row.name(),
        row.mode(),
        row.version(),
        row.type(),
        schema,
        error,
        row.pending(),
        engine.registry().connection(caller, row.name()),
        engine.registry().connectionString(project(), row.name()),
        row.settings());
  }

  @Override
  public DeletedWorkspace delete(WorkspaceName name) {
    return changing(name, Lane.FAST, row -> engine.registry().delete(project(), row.name()));
  }

  @Override
  public WorkspaceQueryResult query(WorkspaceName name, WorkspaceQuery query, RunId run) {
    return changing(
        name,
        Lane.FAST,
        row -> engine.runs().call(project(), name, run, stop -> query(row, query, stop)));
  }

  private WorkspaceQueryResult query(WorkspaceRow row, WorkspaceQuery query, Stoppable stop) {
    WorkspaceScript script = WorkspaceScript.ofQuery(query.query(), query.params());
    Deadline deadline = WorkspaceReader.deadline(row);
    int maxRows = row.settings().maxRowsPerQuery();
    Edited<QueryResult> edited =
        script.onlyReads()
            ? new Edited<>(
                engine.reader().query(project(), row, script, deadline, stop),
                RecordedChanges.NOTHING)
            : engine
                .editor()
                .edit(
                    caller,
                    row,
                    deadline,
                    "",
                    script.foreignKeys(),
                    (database, recorder) ->
                        stop.run(
                            database,
                            deadline,
                            () -> script.run(database, maxRows, deadline, recorder)));
    WorkspaceRow after = engine.registry().get(project(), row.name());
    return new WorkspaceQueryResult(
        edited.result(),
        maxRows,
        after.blueprint().map(_ -> row.name()),
        after.version(),
        after.pending(),
        edited.told().dataStatements(),
        edited.told().warnings());
  }

  @Override
  public SchemaImport importSchema(WorkspaceName name, ImportSchema request, RunId run) {
    return changing(
        name,
        Lane.SLOW,
        row ->
            engine
                .runs()
                .call(
                    project(),
                    name,
                    run,
                    stop ->
                        engine
                            .imports()
                            .run(caller, row, request, sources.resolve(request), stop)));
  }

  @Override
  public void cancel(WorkspaceName name, RunId run) {
    caller.requireAdmin();
    caller.requireWorkspace(name);
    engine.runs().cancel(project(), name, run);
  }

  @Override
  public WorkspaceSchema schema(WorkspaceName name) {
    return reading(name, row -> engine.reader().schema(project(), row));
  }

  @Override
  public WorkspaceDiff diff(WorkspaceName name) {
    return reading(name, row -> engine.changes().diff(row));
  }

  @Override
  public void skip(WorkspaceName name, long changeId) {
    changing(
        name,
        Lane.FAST,
        row -> {
          engine.changes().skip(caller, row, changeId, WorkspaceReader.deadline(row));
          return true;
        });
  }

  @Override
  public Change include(WorkspaceName name, long changeId) {
    return changing(
        name,
        Lane.FAST,
        row -> engine.skipped().include(caller, row, changeId, WorkspaceReader.deadline(row)));
  }

  @Override
  public String revert(WorkspaceName name, long changeId) {
    return changing(
        name,
        Lane.FAST,
        row -> engine.changes().revert(caller, row, changeId, WorkspaceReader.deadline(row)));
  }

  @Override
  public DataStatement carry(WorkspaceName name, long statementId, boolean carried) {
    return changing(
        name,
        Lane.FAST,
        row ->
            engine.data().carry(caller, row, statementId, carried, WorkspaceReader.deadline(row)));
  }

  @Override
  public WorkspaceSettings settings(WorkspaceName name) {
    return reading(name, WorkspaceRow::settings);
  }

  @Override
  public SavedSettings saveSettings(WorkspaceName name, SaveSettings request) {
    return changing(
        name,
        Lane.FAST,
        _ -> {
          WorkspaceRow saved = engine.registry().saveSettings(project(), name, request);
          return new SavedSettings(saved.settings(), saved.settingsPending(), saved.type());
        });
  }

  private ProjectId project() {
    return caller.projectId();
  }

  private <T> T reading(WorkspaceName name, Function<WorkspaceRow, T> work) {
    caller.requireRead();
    return reach(name, Lane.FAST, work);
  }

  private <T> T changing(WorkspaceName name, Lane lane, Function<WorkspaceRow, T> work) {
    caller.requireAdmin();
    return reach(name, lane, work);
  }

  private <T> T reach(WorkspaceName name, Lane lane, Function<WorkspaceRow, T> work) {
    caller.requireWorkspace(name);
    return lanes.call(lane, () -> work.apply(engine.registry().get(project(), name)));
  }
}
