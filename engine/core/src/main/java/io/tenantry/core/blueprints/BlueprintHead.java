package io.tenantry.core.blueprints;

import io.tenantry.contract.workspaces.DatabaseType;
import io.tenantry.contract.workspaces.WorkspaceName;
import io.tenantry.contract.workspaces.WorkspaceSettings;

/**
 * What tenants, queries and deployments have to know about a blueprint.
 *
 * @param id its row
 * @param name its name
 * @param type kind of its databases
 * @param latestMinor its newest version
 * @param fingerprint schema of its newest version
 * @param wanted the limits of its workspace, which a deployment gives to tenants
 * @param deployed the limits that tenants have now
 */
public record BlueprintHead(
    long id,
    WorkspaceName name,
    DatabaseType type,
    int latestMinor,
    String fingerprint,
    WorkspaceSettings wanted,
    WorkspaceSettings deployed) {}
