package io.tenantry.contract.workspaces;

import java.util.Optional;

/**
 * A created workspace.
 *
 * @param id its name
 * @param mode what it is for
 * @param blueprint its blueprint; absent in control mode
 * @param database type of its database
 * @param connection how to connect
 * @param connectionString the same as one string
 */
public record CreatedWorkspace(
    WorkspaceName id,
    WorkspaceMode mode,
    Optional<WorkspaceName> blueprint,
    DatabaseType database,
    WorkspaceConnection connection,
    String connectionString) {}
