package io.tenantry.core.blueprints;

import io.tenantry.contract.Coded;
import io.tenantry.contract.error.EngineException;
import io.tenantry.contract.projects.ProjectId;
import io.tenantry.contract.workspaces.DatabaseType;
import io.tenantry.contract.workspaces.WorkspaceName;
import io.tenantry.contract.workspaces.WorkspaceSettings;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Reads blueprints for those features that work with them, inside a transaction of theirs. */
public final class BlueprintHeads {
  private static final String FIND =
      """
      SELECT b.id, b.name, w.database_type, v.minor, v.fingerprint,
             w.query_timeout_ms, w.max_rows_per_query, w.max_connections,
             b.deployed_query_timeout_ms, b.deployed_max_rows_per_query,
             b.deployed_max_connections
      FROM blueprint b
      JOIN workspace w ON w.id = b.workspace_id
      JOIN blueprint_version v ON v.blueprint_id = b.id
      WHERE b.project_id = :project AND b.name = :name
      ORDER BY v.minor DESC
      LIMIT 1
      """;
  private static final String IS_CONTROL =
      """
      SELECT 1 FROM workspace WHERE project_id = :project AND name = :name AND mode = 'control'
      """;
  private static final String STATEMENTS =
      """
      SELECT statement
      FROM change
      WHERE blueprint_id = :blueprint AND added_minor > :from AND added_minor <= :to
        AND (removed_minor IS NULL OR removed_minor > :to)
      ORDER BY added_minor, position
      """;

  private BlueprintHeads() {}

  /** Returns a blueprint, or empty. */
  public static Optional<BlueprintHead> find(Handle handle, ProjectId project, WorkspaceName name) {
    return handle
        .createQuery(FIND)
        .bind("project", project.value())
        .bind("name", name.value())
        .map((row, _) -> head(row))
        .findOne();
  }

  /**
   * Returns a blueprint.
   *
   * @throws EngineException BAD_REQUEST for a workspace in control mode, NOT_FOUND {@code Blueprint
   *     not found: x}
   */
  public static BlueprintHead get(Handle handle, ProjectId project, WorkspaceName name) {
    return find(handle, project, name).orElseThrow(() -> missing(handle, project, name));
  }

  /**
   * Returns the statements that bring a database from one version to a later one, in order: what
   * was added in between and is in effect at the target. From version 0 they make the whole schema.
   */
  public static List<String> statements(Handle handle, long blueprint, int from, int to) {
    return handle
        .createQuery(STATEMENTS)
        .bind("blueprint", blueprint)
        .bind("from", from)
        .bind("to", to)
        .mapTo(String.class)
        .list();
  }

  private static EngineException missing(Handle handle, ProjectId project, WorkspaceName name) {
    boolean control =
        handle
            .createQuery(IS_CONTROL)
            .bind("project", project.value())
            .bind("name", name.value())
            .mapTo(Integer.class)
            .findOne()
            .isPresent();
    return control
        ? EngineException.badField(
            "blueprint", "Workspace '" + name + "' is in control mode and has no blueprint")
        : EngineException.notFound("Blueprint not found: " + name);
  }

  private static BlueprintHead head(ResultSet row) throws SQLException {
    return new BlueprintHead(
        row.getLong("id"),
        new WorkspaceName(row.getString("name")),
        typeOf(row.getString("database_type")),
        row.getInt("minor"),
        row.getString("fingerprint"),
        new WorkspaceSettings(row.getInt(6), row.getInt(7), row.getInt(8)),
        new WorkspaceSettings(row.getInt(9), row.getInt(10), row.getInt(11)));
  }

  private static DatabaseType typeOf(String stored) {
    return Coded.find(DatabaseType.class, stored)
        .orElseThrow(() -> new IllegalStateException("unknown database type " + stored));
  }
}
