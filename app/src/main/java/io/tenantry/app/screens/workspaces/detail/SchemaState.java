package io.tenantry.app.screens.workspaces.detail;

import io.tenantry.contract.blueprints.Version;
import io.tenantry.contract.workspaces.Workspace;
import io.tenantry.contract.workspaces.WorkspaceQueryResult;
import java.util.Optional;

/**
 * How the schema of a workspace stands after something ran.
 *
 * @param version latest version; absent in control mode
 * @param pending number of pending changes; absent in control mode
 */
record SchemaState(Optional<Version> version, Optional<Integer> pending) {

  static SchemaState of(WorkspaceQueryResult answer) {
    return new SchemaState(answer.version(), answer.undeployedChanges());
  }

  static SchemaState of(Workspace workspace) {
    return new SchemaState(workspace.version(), workspace.undeployedChanges());
  }
}
