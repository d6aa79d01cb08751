package io.tenantry.contract.blueprints;

import io.tenantry.contract.workspaces.DatabaseType;
import io.tenantry.contract.workspaces.WorkspaceName;
import io.tenantry.contract.workspaces.WorkspaceSettings;
import java.time.Instant;
import java.util.List;

/**
 * A blueprint.
 *
 * @param name its name
 * @param version latest version
 * @param status {@code draft} until first deployed, then {@code deployed}
 * @param database type of its databases
 * @param workspace name of its workspace
 * @param routingField column that names the tenant in imported shared data
 * @param createdAt UTC, whole seconds
 * @param schema CREATE statements of the latest version, in order of creation
 * @param settings limits of its workspace
 * @param deploymentStatus figures about tenants
 */
public record Blueprint(
    WorkspaceName name,
    Version version,
    String status,
    DatabaseType database,
    WorkspaceName workspace,
    String routingField,
    Instant createdAt,
    List<String> schema,
    WorkspaceSettings settings,
    DeploymentStatus deploymentStatus) {
  /** Copies the schema. */
  public Blueprint {
    schema = List.copyOf(schema);
  }

  /**
   * Figures about the tenants of a blueprint.
   *
   * @param deployed whether any deployment or tenant has used it
   * @param totalDdlStatements statements in effect at the latest version
   * @param deployedToCount tenants on it, any version
   * @param readyToDeploy whether it has a version with statements
   */
  public record DeploymentStatus(
      boolean deployed, int totalDdlStatements, long deployedToCount, boolean readyToDeploy) {}
}
