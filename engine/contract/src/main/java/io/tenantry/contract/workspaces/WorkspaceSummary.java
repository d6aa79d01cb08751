package io.tenantry.contract.workspaces;

import io.tenantry.contract.blueprints.Version;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A workspace in a list.
 *
 * @param id its name
 * @param name its name
 * @param mode what it is for
 * @param database type of its database
 * @param createdAt UTC, whole seconds
 * @param version latest version of its blueprint; absent in control mode
 * @param undeployedChanges number of pending changes; absent in control mode (an extension)
 */
public record WorkspaceSummary(
    WorkspaceName id,
    WorkspaceName name,
    WorkspaceMode mode,
    DatabaseType database,
    Instant createdAt,
    Optional<Version> version,
    Optional<Integer> undeployedChanges) {

  /**
   * Returns the names of the blueprints among workspaces, in the same order. A list of blueprints
   * names every tenant of each, so it is not the way to learn only this.
   */
  public static List<WorkspaceName> blueprints(List<WorkspaceSummary> workspaces) {
    return workspaces.stream()
        .filter(each -> each.mode() == WorkspaceMode.TENANT)
        .map(WorkspaceSummary::name)
        .toList();
  }
}
