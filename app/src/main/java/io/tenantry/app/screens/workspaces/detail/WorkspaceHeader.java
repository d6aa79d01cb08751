package io.tenantry.app.screens.workspaces.detail;

import io.tenantry.contract.blueprints.Version;
import io.tenantry.contract.workspaces.Workspace;
import io.tenantry.contract.workspaces.WorkspaceMode;
import io.tenantry.contract.workspaces.WorkspaceQueryResult;
import java.util.Optional;

/**
 * What stands above the tabs of a workspace.
 *
 * @param name its name
 * @param tenantMode whether it makes versions of a blueprint
 * @param database type of its database
 * @param version latest version; absent in control mode
 * @param pending pending changes
 * @param settingsPending whether saved settings wait for a deployment
 * @param connection how other programs connect
 */
record WorkspaceHeader(
    String name,
    boolean tenantMode,
    String database,
    Optional<Version> version,
    int pending,
    boolean settingsPending,
    String connection) {

  static final WorkspaceHeader NONE =
      new WorkspaceHeader("", false, "", Optional.empty(), 0, false, "");

  static WorkspaceHeader of(Workspace workspace, boolean settingsPending) {
    return new WorkspaceHeader(
        workspace.name().value(),
        workspace.mode() == WorkspaceMode.TENANT,
        workspace.database().code(),
        workspace.version(),
        workspace.undeployedChanges().orElse(0),
        settingsPending,
        workspace.connectionString());
  }

  WorkspaceHeader after(WorkspaceQueryResult answer) {
    return new WorkspaceHeader(
        name,
        tenantMode,
        database,
        answer.version().or(() -> version),
        answer.undeployedChanges().orElse(pending),
        settingsPending,
        connection);
  }
}
