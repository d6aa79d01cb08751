package io.tenantry.core.workspaces;

import io.tenantry.contract.blueprints.Version;
import io.tenantry.contract.workspaces.DatabaseType;
import io.tenantry.contract.workspaces.WorkspaceMode;
import io.tenantry.contract.workspaces.WorkspaceName;
import io.tenantry.contract.workspaces.WorkspaceSettings;
import io.tenantry.contract.workspaces.WorkspaceSummary;
import java.time.Instant;
import java.util.Optional;

/**
 * A workspace as the catalog knows it.
 *
 * @param blueprint absent in control mode
 */
record WorkspaceRow(
    long id,
    WorkspaceName name,
    WorkspaceMode mode,
    DatabaseType type,
    WorkspaceSettings settings,
    Instant createdAt,
    Optional<BlueprintState> blueprint) {

  /**
   * Where the blueprint of a workspace stands.
   *
   * @param latestMinor its newest version
   * @param pending number of changes in effect that some tenant lacks
   * @param deployed the limits that tenants have now
   */
  record BlueprintState(long id, int latestMinor, int pending, WorkspaceSettings deployed) {
    Version latest() {
      return new Version(1, latestMinor);
    }
  }

  Optional<Version> version() {
    return blueprint.map(BlueprintState::latest);
  }

  Optional<Integer> pending() {
    return blueprint.map(BlueprintState::pending);
  }

  /** Returns whether limits wait for a deployment. */
  boolean settingsPending() {
    return blueprint.filter(state -> !state.deployed().equals(settings)).isPresent();
  }

  WorkspaceSummary toSummary() {
    return new WorkspaceSummary(name, name, mode, type, createdAt, version(), pending());
  }
}
