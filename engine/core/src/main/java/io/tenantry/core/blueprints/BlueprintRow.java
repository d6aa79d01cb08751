package io.tenantry.core.blueprints;

import io.tenantry.contract.blueprints.Version;
import io.tenantry.contract.workspaces.DatabaseType;
import io.tenantry.contract.workspaces.WorkspaceName;
import io.tenantry.contract.workspaces.WorkspaceSettings;
import java.time.Instant;

/** A blueprint as its own screens show it. */
record BlueprintRow(
    long id,
    WorkspaceName name,
    DatabaseType type,
    int latestMinor,
    String routingField,
    boolean everDeployed,
    WorkspaceSettings settings,
    Instant createdAt) {

  Version latest() {
    return new Version(1, latestMinor);
  }
}
