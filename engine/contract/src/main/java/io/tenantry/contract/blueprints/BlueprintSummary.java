package io.tenantry.contract.blueprints;

import io.tenantry.contract.projects.ProjectId;
import io.tenantry.contract.tenants.TenantId;
import io.tenantry.contract.workspaces.DatabaseType;
import io.tenantry.contract.workspaces.WorkspaceName;
import java.time.Instant;
import java.util.List;

/**
 * A blueprint in a list.
 *
 * @param id its number
 * @param name its name
 * @param version latest version
 * @param workspaceId name of its workspace
 * @param databaseType type of its databases
 * @param projectId its project
 * @param createdAt UTC, whole seconds
 * @param deployedTo tenants on it now, in catalog order; trash left out
 * @param ddlStatements statements in effect at the latest version, in order
 * @param tenantCount number of {@code deployedTo}
 */
public record BlueprintSummary(
    long id,
    WorkspaceName name,
    Version version,
    WorkspaceName workspaceId,
    DatabaseType databaseType,
    ProjectId projectId,
    Instant createdAt,
    List<TenantId> deployedTo,
    List<String> ddlStatements,
    long tenantCount) {
  /** Copies the lists. */
  public BlueprintSummary {
    deployedTo = List.copyOf(deployedTo);
    ddlStatements = List.copyOf(ddlStatements);
  }
}
