package io.tenantry.contract.workspaces;

import io.tenantry.contract.Secret;
import java.util.Optional;

/**
 * How to connect to a workspace database.
 *
 * @param host host name; absent while the engine has no HTTP endpoint
 * @param port TCP port; absent while the engine has no HTTP endpoint
 * @param database name of the database, {@code {name}_workspace}
 * @param user the project id
 * @param password the project's proxy password; it changes all workspaces, so it is absent for
 *     everybody but administrators of the whole project
 */
public record WorkspaceConnection(
    Optional<String> host,
    Optional<Integer> port,
    String database,
    String user,
    Optional<Secret> password) {}
