package io.tenantry.core.deployments;

import io.tenantry.contract.Coded;
import io.tenantry.contract.deployments.DeploymentId;
import io.tenantry.contract.deployments.DeploymentStatus;
import io.tenantry.contract.projects.ProjectId;
import io.tenantry.contract.workspaces.WorkspaceName;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Reads deployments and what decides whether one may start, inside a transaction of its caller. */
final class DeploymentRepository {
  private static final String SELECT =
      """
      SELECT p.id, p.project_id, p.blueprint_id, b.name AS blueprint, p.minor, v.fingerprint,
             p.status, p.total, p.created_at, p.started_at, p.completed_at,
             (SELECT count(*) FROM deployment_tenant d
              WHERE d.deployment_id = p.id AND d.state = 'pending') AS pending,
             (SELECT count(*) FROM deployment_tenant d
              WHERE d.deployment_id = p.id AND d.state = 'failed') AS failed
      FROM deployment p
      JOIN blueprint b ON b.id = p.blueprint_id
      JOIN blueprint_version v ON v.blueprint_id = p.blueprint_id AND v.minor = p.minor
      """;
  private static final String LIST = SELECT + "WHERE p.project_id = :project ORDER BY p.rowid DESC";
  private static final String FIND = SELECT + "WHERE p.project_id = :project AND p.id = :id";
  private static final String OPEN =
      SELECT + "WHERE p.status IN ('pending', 'running') ORDER BY p.rowid";
  private static final String ERRORS =
      """
      SELECT 'tenant ''' || t.name || ''': ' || coalesce(d.error, '')
      FROM deployment_tenant d
      JOIN tenant t ON t.id = d.tenant_id
      WHERE d.deployment_id = :id AND d.state = 'failed'
      ORDER BY d.tenant_id
      LIMIT 1000
      """;
  private static final String OPEN_OF_BLUEPRINT =
      """
      SELECT id
      FROM deployment
      WHERE blueprint_id = :blueprint AND status IN ('pending', 'running')
      LIMIT 1
      """;
  private static final String VERSION_EXISTS =
      "SELECT count(*) FROM blueprint_version WHERE blueprint_id = :blueprint AND minor = :minor";
  private static final String TAKEN_BACK_IN =
      """
      SELECT max(removed_minor)
      FROM change
      WHERE blueprint_id = :blueprint AND added_minor <= :minor AND removed_minor > :minor
      """;
  private static final String SET_RUNNING =
      """
      UPDATE deployment SET status = 'running', started_at = :now, completed_at = NULL
      WHERE id = :id
      """;
  private static final String FAILED_AGAIN_PENDING =
      """
      UPDATE deployment_tenant
      SET state = 'pending', error = NULL, completed_at = NULL, duration_us = NULL
      WHERE deployment_id = :id AND state = 'failed'
      """;

  private DeploymentRepository() {}

  /** Returns the deployments of a project, newest first. */
  static List<DeploymentRow> list(Handle handle, ProjectId project) {
    return handle
        .createQuery(LIST)
        .bind("project", project.value())
        .map((row, _) -> deployment(row))
        .list();
  }

  static Optional<DeploymentRow> find(Handle handle, ProjectId project, DeploymentId id) {
    return handle
        .createQuery(FIND)
        .bind("project", project.value())
        .bind("id", id.value())
        .map((row, _) -> deployment(row))
        .findOne();
  }

  /** Returns all deployments that have not ended, oldest first. */
  static List<DeploymentRow> open(Handle handle) {
    return handle.createQuery(OPEN).map((row, _) -> deployment(row)).list();
  }

  /** Returns one text per failed tenant in catalog order, at most 1000. */
  static List<String> errors(Handle handle, DeploymentId id) {
    return handle.createQuery(ERRORS).bind("id", id.value()).mapTo(String.class).list();
  }

  static Optional<String> openOf(Handle handle, long blueprint) {
    return handle
        .createQuery(OPEN_OF_BLUEPRINT)
        .bind("blueprint", blueprint)
        .mapTo(String.class)
        .findOne();
  }

  static boolean versionExists(Handle handle, long blueprint, int minor) {
    return handle
            .createQuery(VERSION_EXISTS)
            .bind("blueprint", blueprint)
            .bind("minor", minor)
            .mapTo(Integer.class)
            .one()
        > 0;
  }

  /** Returns the version that took back a statement which the given one still has. */
  static Optional<Integer> takenBackIn(Handle handle, long blueprint, int minor) {
    return handle
        .createQuery(TAKEN_BACK_IN)
        .bind("blueprint", blueprint)
        .bind("minor", minor)
        .mapTo(Integer.class)
        .findOne();
  }

  /** Gives the failed tenants of an ended deployment another turn. */
  static void runAgain(Handle handle, DeploymentId id, Instant now) {
    handle.createUpdate(FAILED_AGAIN_PENDING).bind("id", id.value()).execute();
    handle
        .createUpdate(SET_RUNNING)
        .bind("id", id.value())
        .bind("now", now.toEpochMilli())
        .execute();
  }

  private static DeploymentRow deployment(ResultSet row) throws SQLException {
    return new DeploymentRow(
        new DeploymentId(row.getString("id")),
        new ProjectId(row.getString("project_id")),
        row.getLong("blueprint_id"),
        new WorkspaceName(row.getString("blueprint")),
        row.getInt("minor"),
        row.getString("fingerprint"),
        Coded.find(DeploymentStatus.class, row.getString("status")).orElseThrow(),
        row.getInt("total"),
        row.getInt("pending"),
        row.getInt("failed"),
        seconds(row.getLong("created_at")),
        exact(row, "started_at"),
        exact(row, "completed_at"));
  }

  /** Reads an instant that may be missing. */
  static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
    long millis = row.getLong(column);
    return row.wasNull() ? Optional.empty() : Optional.of(seconds(millis));
  }

  /** Start and end keep their milliseconds: most deployments take less than a second. */
  private static Optional<Instant> exact(ResultSet row, String column) throws SQLException {
    long millis = row.getLong(column);
    return row.wasNull() ? Optional.empty() : Optional.of(Instant.ofEpochMilli(millis));
  }

  private static Instant seconds(long millis) {
    return Instant.ofEpochMilli(millis).truncatedTo(ChronoUnit.SECONDS);
  }
}
