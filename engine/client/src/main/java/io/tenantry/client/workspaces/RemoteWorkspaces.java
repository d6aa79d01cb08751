package io.tenantry.client.workspaces;

import io.tenantry.client.http.HttpCalls;
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
import io.tenantry.contract.workspaces.WorkspaceName;
import io.tenantry.contract.workspaces.WorkspaceQuery;
import io.tenantry.contract.workspaces.WorkspaceQueryResult;
import io.tenantry.contract.workspaces.WorkspaceSchema;
import io.tenantry.contract.workspaces.WorkspaceSettings;
import io.tenantry.contract.workspaces.WorkspaceSummary;
import io.tenantry.contract.workspaces.Workspaces;
import io.tenantry.wire.QueryParameters;
import io.tenantry.wire.workspaces.CarryBody;
import io.tenantry.wire.workspaces.WorkspaceEndpoints;
import java.util.List;

/** Workspaces over HTTP. */
public final class RemoteWorkspaces implements Workspaces {
  private final HttpCalls calls;

  /** Uses the calls of one credential. */
  public RemoteWorkspaces(HttpCalls calls) {
    this.calls = calls;
  }

  @Override
  public List<WorkspaceSummary> list() {
    return calls.call(WorkspaceEndpoints.LIST).workspaces();
  }

  @Override
  public CreatedWorkspace create(CreateWorkspace request) {
    return calls.send(WorkspaceEndpoints.CREATE, request).workspace();
  }

  @Override
  public Workspace get(WorkspaceName name) {
    return calls.call(WorkspaceEndpoints.GET, name);
  }

  @Override
  public DeletedWorkspace delete(WorkspaceName name) {
    return calls.call(WorkspaceEndpoints.DELETE, name).workspace();
  }

  @Override
  public WorkspaceQueryResult query(WorkspaceName name, WorkspaceQuery query, RunId run) {
    return calls.sendLong(WorkspaceEndpoints.QUERY, under(run), query, name).answer();
  }

  @Override
  public SchemaImport importSchema(WorkspaceName name, ImportSchema request, RunId run) {
    return calls
        .sendLong(WorkspaceEndpoints.IMPORT_SCHEMA, under(run), request, name)
        .schemaImport();
  }

  @Override
  public void cancel(WorkspaceName name, RunId run) {
    calls.call(WorkspaceEndpoints.CANCEL, name, run);
  }

  private static QueryParameters under(RunId run) {
    return QueryParameters.none().with(WorkspaceEndpoints.RUN, run);
  }

  @Override
  public WorkspaceSchema schema(WorkspaceName name) {
    return calls.call(WorkspaceEndpoints.SCHEMA, name);
  }

  @Override
  public WorkspaceDiff diff(WorkspaceName name) {
    return calls.call(WorkspaceEndpoints.DIFF, name);
  }

  @Override
  public void skip(WorkspaceName name, long changeId) {
    calls.call(WorkspaceEndpoints.SKIP, name, changeId);
  }

  @Override
  public Change include(WorkspaceName name, long changeId) {
    return calls.call(WorkspaceEndpoints.INCLUDE, name, changeId);
  }

  @Override
  public String revert(WorkspaceName name, long changeId) {
    return calls.call(WorkspaceEndpoints.REVERT, name, changeId).revertStatement();
  }

  @Override
  public DataStatement carry(WorkspaceName name, long statementId, boolean carried) {
    return calls.send(WorkspaceEndpoints.CARRY, new CarryBody(carried), name, statementId);
  }

  @Override
  public WorkspaceSettings settings(WorkspaceName name) {
    return calls.call(WorkspaceEndpoints.SETTINGS, name).settings();
  }

  @Override
  public SavedSettings saveSettings(WorkspaceName name, SaveSettings request) {
    return calls.send(WorkspaceEndpoints.SAVE_SETTINGS, request, name).saved();
  }
}
