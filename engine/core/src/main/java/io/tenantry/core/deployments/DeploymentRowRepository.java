package io.tenantry.core.deployments;

import io.tenantry.contract.Coded;
import io.tenantry.contract.deployments.DeploymentId;
import io.tenantry.contract.deployments.DeploymentKind;
import io.tenantry.contract.deployments.DeploymentStatus;
import io.tenantry.contract.deployments.DeploymentStrategy;
import io.tenantry.contract.deployments.UndoMode;
import io.tenantry.contract.projects.ProjectId;
import io.tenantry.contract.workspaces.WorkspaceName;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/** Reads rows of deployments. */
final class DeploymentRowRepository {
  static final String SELECT =
      """
      SELECT p.rowid AS number, p.id, p.project_id, p.blueprint_id, b.name AS blueprint, p.minor, p.status, p.kind,
             p.dry_run, p.allow_downgrade, p.safety_backup, p.workers, p.total, p.max_failures,
             p.max_failures_percent, p.pause_between, p.forgiven, p.stage, p.undo_of, p.undo_mode,
             (SELECT u.minor FROM deployment u WHERE u.id = p.undo_of) AS undone, p.created_at,
             (SELECT u.id FROM deployment u
              WHERE u.undo_of = p.id AND u.dry_run = 0 AND u.status = 'completed'
                AND (SELECT count(*) FROM deployment_tenant d
                     WHERE d.deployment_id = u.id AND d.gone_name IS NULL)
                    >= (SELECT count(*) FROM deployment_tenant d
                        WHERE d.deployment_id = p.id AND d.state = 'done' AND d.gone_name IS NULL)
              ORDER BY u.rowid DESC LIMIT 1) AS undone_by,
             p.started_at, p.completed_at, p.skipped, p.worked_ms, p.working_since,
             (SELECT count(*) FROM deployment_tenant d
              WHERE d.deployment_id = p.id AND d.state = 'pending') AS pending,
             (SELECT count(*) FROM deployment_tenant d
              WHERE d.deployment_id = p.id AND d.state = 'failed') AS failed
      FROM deployment p
      JOIN blueprint b ON b.id = p.blueprint_id
      """;

  private DeploymentRowRepository() {}

  static DeploymentRow deployment(ResultSet row) throws SQLException {
    return new DeploymentRow(
        new DeploymentId(row.getString("id")),
        new ProjectId(row.getString("project_id")),
        row.getLong("blueprint_id"),
        new WorkspaceName(row.getString("blueprint")),
        row.getInt("minor"),
        status(row),
        terms(row),
        Optional.ofNullable(row.getString("undone_by")).map(DeploymentId::new),
        row.getInt("total"),
        row.getInt("pending"),
        row.getInt("failed"),
        row.getInt("skipped"),
        row.getLong("worked_ms"),
        exact(row, "working_since"),
        seconds(row.getLong("created_at")),
        exact(row, "started_at"),
        exact(row, "completed_at"));
  }

  static DeploymentStatus status(ResultSet row) throws SQLException {
    return Coded.find(DeploymentStatus.class, row.getString("status")).orElseThrow();
  }

  private static DeploymentTerms terms(ResultSet row) throws SQLException {
    return new DeploymentTerms(
        Coded.find(DeploymentKind.class, row.getString("kind")).orElseThrow(),
        row.getBoolean("dry_run"),
        row.getBoolean("allow_downgrade"),
        number(row, "safety_backup").map(wanted -> wanted != 0),
        row.getInt("workers"),
        budget(row),
        row.getInt("stage"),
        row.getInt("forgiven"),
        Optional.ofNullable(row.getString("undo_of")).map(DeploymentId::new),
        Optional.ofNullable(row.getString("undo_mode"))
            .flatMap(code -> Coded.find(UndoMode.class, code)),
        number(row, "undone"));
  }

  private static Optional<DeploymentStrategy> budget(ResultSet row) throws SQLException {
    Optional<Integer> number = number(row, "max_failures");
    Optional<Integer> percent = number(row, "max_failures_percent");
    return number.isEmpty() && percent.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new DeploymentStrategy(List.of(), number, percent, row.getBoolean("pause_between")));
  }

  private static Optional<Integer> number(ResultSet row, String column) throws SQLException {
    int number = row.getInt(column);
    return row.wasNull() ? Optional.empty() : Optional.of(number);
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
