package io.tenantry.core.blueprints;

import io.tenantry.contract.projects.ProjectId;
import io.tenantry.contract.workspaces.WorkspaceName;
import io.tenantry.contract.workspaces.WorkspaceSettings;
import io.tenantry.core.schema.SchemaImage;
import org.jdbi.v3.core.Handle;

/** Makes blueprints and their versions, inside a transaction of the caller. */
public final class BlueprintVersionRows {
  private static final String INSERT_BLUEPRINT =
      """
      INSERT INTO blueprint (workspace_id, project_id, name, deployed_query_timeout_ms,
                             deployed_max_rows_per_query, deployed_max_connections, created_at)
      VALUES (:workspace, :project, :name, :timeout, :rows, :connections, :now)
      """;
  private static final String INSERT_VERSION =
      """
      INSERT INTO blueprint_version (blueprint_id, minor, fingerprint, normalised_schema, summary,
                                     author, created_at)
      VALUES (:blueprint, :minor, :fingerprint, :normalised, :summary, :author, :now)
      """;

  private BlueprintVersionRows() {}

  /**
   * One version to be stored.
   *
   * @param minor its number
   * @param image what its statements compile to
   * @param summary what made it, in a few words
   * @param author who made it
   * @param now milliseconds since 1970
   */
  public record NewVersion(int minor, SchemaImage image, String summary, String author, long now) {}

  /** Makes the blueprint of a new workspace with its empty version; returns its row. */
  public static long create(
      Handle handle, long workspace, ProjectId project, WorkspaceName name, NewVersion empty) {
    WorkspaceSettings settings = WorkspaceSettings.defaults();
    long blueprint =
        handle
            .createUpdate(INSERT_BLUEPRINT)
            .bind("workspace", workspace)
            .bind("project", project.value())
            .bind("name", name.value())
            .bind("timeout", settings.queryTimeoutMs())
            .bind("rows", settings.maxRowsPerQuery())
            .bind("connections", settings.maxConnections())
            .bind("now", empty.now())
            .executeAndReturnGeneratedKeys("id")
            .mapTo(Long.class)
            .one();
    append(handle, blueprint, empty);
    return blueprint;
  }

  /** Adds a version; its number must be the next one. */
  public static void append(Handle handle, long blueprint, NewVersion version) {
    handle
        .createUpdate(INSERT_VERSION)
        .bind("blueprint", blueprint)
        .bind("minor", version.minor())
        .bind("fingerprint", version.image().fingerprint().value())
        .bind("normalised", version.image().normalised())
        .bind("summary", version.summary())
        .bind("author", version.author())
        .bind("now", version.now())
        .execute();
  }

  /**
   * Takes the latest version back as if it had never been made.
   *
   * @return false when tenants or deployments use it already; nothing is changed then
   */
  public static boolean takeBack(Handle handle, long blueprint, int minor) {
    boolean used =
        handle
            .createQuery(
                """
                SELECT EXISTS (SELECT 1 FROM blueprint WHERE id = :id AND deployed_minor >= :minor)
                    OR EXISTS (SELECT 1 FROM tenant_database
                               WHERE blueprint_id = :id AND minor >= :minor)
                    OR EXISTS (SELECT 1 FROM deployment
                               WHERE blueprint_id = :id AND minor >= :minor)
                """)
            .bind("id", blueprint)
            .bind("minor", minor)
            .mapTo(Boolean.class)
            .one();
    if (used) {
      return false;
    }
    StepRepository.takeBack(handle, blueprint, minor);
    handle.execute(
        "UPDATE change SET removed_minor = NULL, removal = NULL"
            + " WHERE blueprint_id = ? AND removed_minor = ?",
        blueprint,
        minor);
    handle.execute(
        "DELETE FROM change WHERE blueprint_id = ? AND added_minor = ?", blueprint, minor);
    handle.execute(
        "DELETE FROM blueprint_version WHERE blueprint_id = ? AND minor = ?", blueprint, minor);
    return true;
  }
}
