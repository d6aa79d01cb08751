package io.tenantry.contract.workspaces;

import io.tenantry.contract.blueprints.Version;
import java.util.List;
import java.util.Optional;

/**
 * A workspace.
 *
 * @param id its name
 * @param name its name
 * @param mode what it is for
 * @param version latest version of its blueprint; absent in control mode
 * @param database type of its database
 * @param schema the CREATE statements in order of creation; absent when reading failed
 * @param schemaError why reading the schema failed; absent normally
 * @param undeployedChanges number of pending changes; absent in control mode
 * @param connection how to connect
 * @param connectionString the same as one string
 * @param settings limits for queries
 */
public record Workspace(
    WorkspaceName id,
    WorkspaceName name,
    WorkspaceMode mode,
    Optional<Version> version,
    DatabaseType database,
    Optional<List<String>> schema,
    Optional<String> schemaError,
    Optional<Integer> undeployedChanges,
    WorkspaceConnection connection,
    String connectionString,
    WorkspaceSettings settings) {
  /** Copies the schema. */
  public Workspace {
    schema = schema.map(List::copyOf);
  }
}
