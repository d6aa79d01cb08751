package io.tenantry.contract.workspaces;

/**
 * Settings after a change.
 *
 * @param settings all settings
 * @param pendingDeploy whether a deployment must bring them to the tenants
 * @param databaseType type of the workspace's database
 */
public record SavedSettings(
    WorkspaceSettings settings, boolean pendingDeploy, DatabaseType databaseType) {}
