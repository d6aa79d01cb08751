package io.tenantry.core.deployments;

import io.tenantry.contract.deployments.DeploymentId;
import io.tenantry.contract.deployments.DeploymentStatus;
import io.tenantry.contract.projects.ProjectId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Reads deployments and moves their status, inside a transaction of its caller. */
final class DeploymentRepository {
  private static final String FIND =
      DeploymentRowRepository.SELECT + "WHERE p.project_id = :project AND p.id = :id";
  private static final String FIND_ANY = DeploymentRowRepository.SELECT + "WHERE p.id = :id";
  private static final String OPEN =
      DeploymentRowRepository.SELECT
          + "WHERE p.status IN ('pending', 'running') OR p.settled = 0 ORDER BY p.rowid";
  private static final String OPEN_OF_BLUEPRINT =
      """
      SELECT id, status
      FROM deployment
      WHERE blueprint_id = :blueprint AND (status IN ('pending', 'running', 'paused') OR settled = 0)
        AND dry_run = 0 AND id <> :except
      LIMIT 1
      """;
  private static final String VERSION_EXISTS =
      "SELECT count(*) FROM blueprint_version WHERE blueprint_id = :blueprint AND minor = :minor";
  private static final String TAKEN_BACK_IN =
      """
      SELECT max(until_minor)
      FROM version_step
      WHERE blueprint_id = :blueprint AND since_minor <= :minor AND until_minor > :minor
      """;
  private static final String FINGERPRINT =
      """
      SELECT fingerprint FROM blueprint_version WHERE blueprint_id = :blueprint AND minor = :minor
      """;
  private static final String RUN =
      """
      UPDATE deployment
      SET status = 'running', settled = 0, completed_at = NULL, stage = :stage,
          forgiven = :forgiven, working_since = :now
      WHERE id = :id
      """;
  private static final String FAILED_AGAIN_PENDING =
      """
      UPDATE deployment_tenant
      SET state = 'pending', error = NULL, completed_at = NULL, duration_us = NULL
      WHERE deployment_id = :id AND state = 'failed' AND gone_name IS NULL
      """;
  private static final String CAN_HAVE_A_TURN =
      """
      SELECT EXISTS (SELECT 1 FROM deployment_tenant
                     WHERE deployment_id = :id AND state IN ('failed', 'pending')
                       AND gone_name IS NULL)
      """;
  private static final String GO_ON_WITHOUT =
      """
      UPDATE deployment
      SET total = total - (SELECT count(*) FROM deployment_tenant
                           WHERE deployment_id = :id AND state = 'pending'
                             AND gone_name IS NOT NULL)
      WHERE id = :id
      """;
  private static final String FORGET_GONE =
      """
      DELETE FROM deployment_tenant
      WHERE deployment_id = :id AND state = 'pending' AND gone_name IS NOT NULL
      """;

  /** Ends a stretch of work, where one is under way. */
  static final String RESTS =
      "worked_ms = worked_ms + coalesce(:now - working_since, 0), working_since = NULL";

  /** The engine was not there since the last note, so that time was no work. */
  private static final String WORK_AGAIN =
      """
      UPDATE deployment
      SET worked_ms = worked_ms + max(0, coalesce(
            (SELECT max(d.completed_at) FROM deployment_tenant d
             WHERE d.deployment_id = deployment.id AND d.state IN ('done', 'failed'))
            - working_since, 0)),
          working_since = :now
      WHERE status IN ('pending', 'running')
      """;

  private static final String SET_STATUS =
      """
      UPDATE deployment
      SET status = :status, completed_at = iif(:status = 'cancelled', :now, completed_at),
      """
          + RESTS
          + " WHERE id = :id";
  private static final String SET_WORKERS =
      "UPDATE deployment SET workers = :workers WHERE id = :id";
  private static final String SETTLE =
      "UPDATE deployment SET settled = 1 WHERE id = :id AND status NOT IN ('pending', 'running')";
  private static final String BLUEPRINT_REACHED =
      """
      UPDATE blueprint
      SET deployed_minor = max(deployed_minor, :minor),
          first_deployed_at = coalesce(first_deployed_at, :now)
      WHERE id = :blueprint
      """;

  private DeploymentRepository() {}

  static Optional<DeploymentRow> find(Handle handle, ProjectId project, DeploymentId id) {
    return handle
        .createQuery(FIND)
        .bind("project", project.value())
        .bind("id", id.value())
        .map((row, _) -> DeploymentRowRepository.deployment(row))
        .findOne();
  }

  static Optional<DeploymentRow> find(Handle handle, DeploymentId id) {
    return handle
        .createQuery(FIND_ANY)
        .bind("id", id.value())
        .map((row, _) -> DeploymentRowRepository.deployment(row))
        .findOne();
  }

  /** Returns all deployments that have work left, oldest first. */
  static List<DeploymentRow> open(Handle handle) {
    return handle.createQuery(OPEN).map((row, _) -> DeploymentRowRepository.deployment(row)).list();
  }

  /** Begins the time anew of all deployments that were running when the engine was closed. */
  static void workAgain(Handle handle, Instant now) {
    handle.createUpdate(WORK_AGAIN).bind("now", now.toEpochMilli()).execute();
  }

  /** A deployment that keeps others of its blueprint waiting. */
  record Open(String id, DeploymentStatus status) {}

  static Optional<Open> openOf(Handle handle, long blueprint, String except) {
    return handle
        .createQuery(OPEN_OF_BLUEPRINT)
        .bind("blueprint", blueprint)
        .bind("except", except)
        .map((row, _) -> new Open(row.getString("id"), DeploymentRowRepository.status(row)))
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

  static VersionTarget target(Handle handle, long blueprint, int minor) {
    return new VersionTarget(
        minor,
        handle
            .createQuery(FINGERPRINT)
            .bind("blueprint", blueprint)
            .bind("minor", minor)
            .mapTo(String.class)
            .one());
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

  /** Gives the failed tenants of an ended deployment another turn, and the others theirs. */
  static void runAgain(Handle handle, DeploymentId id, Instant now) {
    leaveOutGone(handle, id);
    handle.createUpdate(FAILED_AGAIN_PENDING).bind("id", id.value()).execute();
    goOn(handle, id, DeploymentStageRepository.firstOpen(handle, id), 0, now);
  }

  /** Tells whether a tenant that failed or was not reached still exists. */
  static boolean canAnyHaveATurn(Handle handle, DeploymentId id) {
    return handle.createQuery(CAN_HAVE_A_TURN).bind("id", id.value()).mapTo(Boolean.class).one();
  }

  /** Takes out the tenants that were destroyed before a deployment came to them. */
  static void leaveOutGone(Handle handle, DeploymentId id) {
    handle.createUpdate(GO_ON_WITHOUT).bind("id", id.value()).execute();
    handle.createUpdate(FORGET_GONE).bind("id", id.value()).execute();
  }

  /** Lets a deployment run from a stage on. */
  static void goOn(Handle handle, DeploymentId id, int stage, int forgiven, Instant now) {
    handle
        .createUpdate(RUN)
        .bind("id", id.value())
        .bind("stage", stage)
        .bind("forgiven", forgiven)
        .bind("now", now.toEpochMilli())
        .execute();
  }

  static void setStatus(Handle handle, DeploymentId id, DeploymentStatus status, Instant now) {
    handle
        .createUpdate(SET_STATUS)
        .bind("status", status.code())
        .bind("now", now.toEpochMilli())
        .bind("id", id.value())
        .execute();
  }

  static void setWorkers(Handle handle, DeploymentId id, int workers) {
    handle.createUpdate(SET_WORKERS).bind("workers", workers).bind("id", id.value()).execute();
  }

  /** Notes that nothing was done without a note of it; does nothing while it is to run. */
  static void settle(Handle handle, DeploymentId id) {
    handle.createUpdate(SETTLE).bind("id", id.value()).execute();
  }

  static boolean isSettled(Handle handle, DeploymentId id) {
    return handle
        .createQuery("SELECT settled FROM deployment WHERE id = :id")
        .bind("id", id.value())
        .mapTo(Boolean.class)
        .one();
  }

  /** Notes that tenants got a version. */
  static void blueprintReached(Handle handle, long blueprint, int minor, Instant now) {
    handle
        .createUpdate(BLUEPRINT_REACHED)
        .bind("minor", minor)
        .bind("blueprint", blueprint)
        .bind("now", now.toEpochMilli())
        .execute();
  }
}
