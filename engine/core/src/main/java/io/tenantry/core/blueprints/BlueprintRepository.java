package io.tenantry.core.blueprints;

import io.tenantry.contract.Coded;
import io.tenantry.contract.projects.ProjectId;
import io.tenantry.contract.tenants.TenantId;
import io.tenantry.contract.workspaces.DatabaseType;
import io.tenantry.contract.workspaces.WorkspaceName;
import io.tenantry.contract.workspaces.WorkspaceSettings;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Blueprints in the catalog, inside a transaction of the caller. */
final class BlueprintRepository {
  private static final String SELECT =
      """
      SELECT b.id, b.name, w.database_type, b.routing_field, b.first_deployed_at, b.created_at,
             w.query_timeout_ms, w.max_rows_per_query, w.max_connections,
             (SELECT max(v.minor) FROM blueprint_version v WHERE v.blueprint_id = b.id) AS latest
      FROM blueprint b
      JOIN workspace w ON w.id = b.workspace_id
      WHERE b.project_id = :project
      """;
  private static final String LIST = SELECT + " ORDER BY b.name";
  private static final String FIND = SELECT + " AND b.name = :name";
  private static final String HEAD =
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
  private static final String TENANTS =
      """
      SELECT t.name
      FROM tenant_database d
      JOIN tenant t ON t.id = d.tenant_id
      WHERE d.blueprint_id = :blueprint AND t.status NOT IN ('deleted', 'partially_deleted')
      ORDER BY t.id
      """;
  private static final String TENANT_COUNT =
      """
      SELECT count(*)
      FROM tenant_database d
      JOIN tenant t ON t.id = d.tenant_id
      WHERE d.blueprint_id = :blueprint AND t.status NOT IN ('deleted', 'partially_deleted')
      """;
  private static final String VERSIONS =
      """
      SELECT v.minor, v.fingerprint, v.summary, v.author, v.created_at,
             (SELECT count(*) FROM tenant_database d JOIN tenant t ON t.id = d.tenant_id
              WHERE d.blueprint_id = v.blueprint_id AND d.minor = v.minor
                AND t.status NOT IN ('deleted', 'partially_deleted')) AS tenants,
             (SELECT count(*) FROM version_step s
              WHERE s.blueprint_id = v.blueprint_id AND s.data_reason IS NULL
                AND s.since_minor <= v.minor
                AND (s.until_minor IS NULL OR s.until_minor > v.minor)) AS statements,
             EXISTS (SELECT 1 FROM change c
                     WHERE c.blueprint_id = v.blueprint_id AND c.added_minor = v.minor
                       AND c.destructive) AS destructive
      FROM blueprint_version v
      WHERE v.blueprint_id = :blueprint
      ORDER BY v.minor DESC
      """;
  private static final String OWN_STATEMENTS =
      """
      SELECT statement FROM version_step
      WHERE blueprint_id = :blueprint AND since_minor = :minor AND is_carried
      ORDER BY minor, position
      """;

  private BlueprintRepository() {}

  static List<BlueprintRow> list(Handle handle, ProjectId project) {
    return handle
        .createQuery(LIST)
        .bind("project", project.value())
        .map((row, _) -> blueprint(row))
        .list();
  }

  static Optional<BlueprintRow> find(Handle handle, ProjectId project, WorkspaceName name) {
    return handle
        .createQuery(FIND)
        .bind("project", project.value())
        .bind("name", name.value())
        .map((row, _) -> blueprint(row))
        .findOne();
  }

  /** Returns what other features have to know about a blueprint. */
  static Optional<BlueprintHead> head(Handle handle, ProjectId project, WorkspaceName name) {
    return handle
        .createQuery(HEAD)
        .bind("project", project.value())
        .bind("name", name.value())
        .map((row, _) -> head(row))
        .findOne();
  }

  /** Returns the tenants on a blueprint in catalog order, trash left out. */
  static List<TenantId> tenants(Handle handle, long blueprint) {
    return handle
        .createQuery(TENANTS)
        .bind("blueprint", blueprint)
        .map((row, _) -> new TenantId(row.getString("name")))
        .list();
  }

  static long tenantCount(Handle handle, long blueprint) {
    return handle.createQuery(TENANT_COUNT).bind("blueprint", blueprint).mapTo(Long.class).one();
  }

  /** Returns all versions, newest first. */
  static List<VersionRow> versions(Handle handle, long blueprint) {
    return handle
        .createQuery(VERSIONS)
        .bind("blueprint", blueprint)
        .map((row, _) -> version(row))
        .list();
  }

  /**
   * Returns the statements that a version added, whether they are still in effect or not: schema
   * changes, and the data statements that are carried with them.
   */
  static List<String> ownStatements(Handle handle, long blueprint, int minor) {
    return handle
        .createQuery(OWN_STATEMENTS)
        .bind("blueprint", blueprint)
        .bind("minor", minor)
        .mapTo(String.class)
        .list();
  }

  private static BlueprintRow blueprint(ResultSet row) throws SQLException {
    return new BlueprintRow(
        row.getLong("id"),
        new WorkspaceName(row.getString("name")),
        typeOf(row),
        row.getInt("latest"),
        row.getString("routing_field"),
        row.getObject("first_deployed_at") != null,
        new WorkspaceSettings(
            row.getInt("query_timeout_ms"),
            row.getInt("max_rows_per_query"),
            row.getInt("max_connections")),
        instant(row));
  }

  private static VersionRow version(ResultSet row) throws SQLException {
    return new VersionRow(
        row.getInt("minor"),
        row.getString("fingerprint"),
        row.getString("summary"),
        row.getString("author"),
        instant(row),
        row.getLong("tenants"),
        row.getInt("statements"),
        row.getBoolean("destructive"));
  }

  private static BlueprintHead head(ResultSet row) throws SQLException {
    return new BlueprintHead(
        row.getLong("id"),
        new WorkspaceName(row.getString("name")),
        typeOf(row),
        row.getInt("minor"),
        row.getString("fingerprint"),
        new WorkspaceSettings(row.getInt(6), row.getInt(7), row.getInt(8)),
        new WorkspaceSettings(row.getInt(9), row.getInt(10), row.getInt(11)));
  }

  private static DatabaseType typeOf(ResultSet row) throws SQLException {
    return Coded.find(DatabaseType.class, row.getString("database_type")).orElseThrow();
  }

  private static Instant instant(ResultSet row) throws SQLException {
    return Instant.ofEpochMilli(row.getLong("created_at")).truncatedTo(ChronoUnit.SECONDS);
  }
}
