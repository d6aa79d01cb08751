package io.tenantry.core.workspaces;

import io.tenantry.contract.Coded;
import io.tenantry.contract.blueprints.Version;
import io.tenantry.contract.error.EngineException;
import io.tenantry.contract.projects.ProjectId;
import io.tenantry.contract.workspaces.CreateWorkspace;
import io.tenantry.contract.workspaces.DatabaseType;
import io.tenantry.contract.workspaces.WorkspaceMode;
import io.tenantry.contract.workspaces.WorkspaceName;
import io.tenantry.contract.workspaces.WorkspaceSettings;
import io.tenantry.core.blueprints.BlueprintReach;
import io.tenantry.core.workspaces.WorkspaceRow.BlueprintState;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Workspaces in the catalog, inside a transaction of the caller. */
final class WorkspaceRepository {
  private static final String SELECT =
      """
      SELECT w.id, w.name, w.mode, w.database_type, w.query_timeout_ms, w.max_rows_per_query,
             w.max_connections, w.created_at, b.id AS blueprint_id,
             b.deployed_query_timeout_ms, b.deployed_max_rows_per_query,
             b.deployed_max_connections,
             (SELECT max(v.minor) FROM blueprint_version v WHERE v.blueprint_id = b.id) AS latest,
      """
          + BlueprintReach.UNDEPLOYED
          + """
           AS pending
          FROM workspace w
          LEFT JOIN blueprint b ON b.workspace_id = w.id
          WHERE w.project_id = :project
          """;
  private static final String LIST = SELECT + " ORDER BY w.name";
  private static final String FIND = SELECT + " AND w.name = :name";
  private static final String INSERT =
      """
      INSERT INTO workspace (project_id, name, mode, database_type, query_timeout_ms,
                             max_rows_per_query, max_connections, created_at)
      VALUES (:project, :name, :mode, :type, :timeout, :rows, :connections, :now)
      """;
  private static final String SAVE_SETTINGS =
      """
      UPDATE workspace
      SET query_timeout_ms = :timeout, max_rows_per_query = :rows, max_connections = :connections
      WHERE id = :id
      """;
  private static final String TENANTS =
      """
      SELECT t.name
      FROM tenant_database d
      JOIN tenant t ON t.id = d.tenant_id
      WHERE d.blueprint_id = :blueprint
      ORDER BY t.id
      """;
  private static final String VERSIONS =
      "SELECT minor FROM blueprint_version WHERE blueprint_id = :blueprint ORDER BY minor";

  private WorkspaceRepository() {}

  static List<WorkspaceRow> list(Handle handle, ProjectId project) {
    return handle
        .createQuery(LIST)
        .bind("project", project.value())
        .map((row, _) -> workspace(row))
        .list();
  }

  static Optional<WorkspaceRow> find(Handle handle, ProjectId project, WorkspaceName name) {
    return handle
        .createQuery(FIND)
        .bind("project", project.value())
        .bind("name", name.value())
        .map((row, _) -> workspace(row))
        .findOne();
  }

  /** Returns a workspace or says that there is none. */
  static WorkspaceRow get(Handle handle, ProjectId project, WorkspaceName name) {
    return find(handle, project, name)
        .orElseThrow(() -> EngineException.notFound("Workspace not found: " + name));
  }

  static long insert(Handle handle, ProjectId project, CreateWorkspace request, long now) {
    WorkspaceSettings settings = WorkspaceSettings.defaults();
    return handle
        .createUpdate(INSERT)
        .bind("project", project.value())
        .bind("name", request.name().value())
        .bind("mode", request.mode().code())
        .bind("type", request.database().code())
        .bind("timeout", settings.queryTimeoutMs())
        .bind("rows", settings.maxRowsPerQuery())
        .bind("connections", settings.maxConnections())
        .bind("now", now)
        .executeAndReturnGeneratedKeys("id")
        .mapTo(Long.class)
        .one();
  }

  static void saveSettings(Handle handle, long id, WorkspaceSettings settings) {
    handle
        .createUpdate(SAVE_SETTINGS)
        .bind("id", id)
        .bind("timeout", settings.queryTimeoutMs())
        .bind("rows", settings.maxRowsPerQuery())
        .bind("connections", settings.maxConnections())
        .execute();
  }

  /** Returns every tenant that has a database of the blueprint, trash included. */
  static List<String> tenants(Handle handle, long blueprint) {
    return handle.createQuery(TENANTS).bind("blueprint", blueprint).mapTo(String.class).list();
  }

  /** Returns all versions of a blueprint, oldest first. */
  static List<Version> versions(Handle handle, long blueprint) {
    return handle
        .createQuery(VERSIONS)
        .bind("blueprint", blueprint)
        .map((row, _) -> new Version(1, row.getInt("minor")))
        .list();
  }

  static void delete(Handle handle, long id) {
    handle.execute("DELETE FROM workspace WHERE id = ?", id);
  }

  private static WorkspaceRow workspace(ResultSet row) throws SQLException {
    return new WorkspaceRow(
        row.getLong("id"),
        new WorkspaceName(row.getString("name")),
        Coded.find(WorkspaceMode.class, row.getString("mode")).orElseThrow(),
        Coded.find(DatabaseType.class, row.getString("database_type")).orElseThrow(),
        new WorkspaceSettings(
            row.getInt("query_timeout_ms"),
            row.getInt("max_rows_per_query"),
            row.getInt("max_connections")),
        Instant.ofEpochMilli(row.getLong("created_at")).truncatedTo(ChronoUnit.SECONDS),
        blueprint(row));
  }

  private static Optional<BlueprintState> blueprint(ResultSet row) throws SQLException {
    long id = row.getLong("blueprint_id");
    if (row.wasNull()) {
      return Optional.empty();
    }
    return Optional.of(
        new BlueprintState(
            id,
            row.getInt("latest"),
            row.getInt("pending"),
            new WorkspaceSettings(
                row.getInt("deployed_query_timeout_ms"),
                row.getInt("deployed_max_rows_per_query"),
                row.getInt("deployed_max_connections"))));
  }
}
