package io.tenantry.contract.workspaces;

/**
 * A wanted workspace.
 *
 * @param name its name
 * @param database type of its database
 * @param mode what it is for
 */
public record CreateWorkspace(WorkspaceName name, DatabaseType database, WorkspaceMode mode) {}
