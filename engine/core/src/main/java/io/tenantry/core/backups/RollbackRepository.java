package io.tenantry.core.backups;

import io.tenantry.contract.Coded;
import io.tenantry.contract.backups.BackupStatus;
import io.tenantry.contract.projects.ProjectId;
import io.tenantry.contract.workspaces.WorkspaceName;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** The rows of rollbacks, inside a transaction of its caller. */
final class RollbackRepository {
  private static final String COLUMNS =
      """
      SELECT r.id, t.project_id, r.tenant_id, r.blueprint_id, b.name AS blueprint,
             r.storage_path, r.generation, r.safety_path, r.status, r.error, r.created_at,
             r.completed_at
      FROM tenant_rollback r
      JOIN tenant t ON t.id = r.tenant_id
      JOIN blueprint b ON b.id = r.blueprint_id
      """;
  private static final String OF_TENANT =
      COLUMNS + "WHERE r.tenant_id = :tenant ORDER BY r.id DESC";
  private static final String RUNNING =
      COLUMNS + "WHERE r.tenant_id = :tenant AND r.status = 'running'";
  private static final String IS_PUT_BACK =
      """
      SELECT count(*) FROM tenant_rollback
      WHERE tenant_id = :tenant AND storage_path = :path AND status = 'running'
      """;
  private static final String INSERT =
      """
      INSERT INTO tenant_rollback (tenant_id, blueprint_id, storage_path, generation, status,
                                   created_at)
      VALUES (:tenant, :blueprint, :path, :generation, 'running', :now)
      RETURNING id
      """;
  private static final String SAFETY =
      "UPDATE tenant_rollback SET safety_path = :path WHERE id = :id";
  private static final String END =
      """
      UPDATE tenant_rollback SET status = :status, error = :error, completed_at = :now
      WHERE id = :id
      """;
  private static final String SET_VERSION =
      """
      UPDATE tenant_database SET minor = :minor, fingerprint = :fingerprint
      WHERE tenant_id = :tenant AND blueprint_id = :blueprint
      """;

  /** One that is paused may still have databases whose new version it has not noted. */
  private static final String OPEN_DEPLOYMENT =
      """
      SELECT id FROM deployment
      WHERE blueprint_id = :blueprint AND dry_run = 0
        AND (status IN ('pending', 'running') OR settled = 0)
      LIMIT 1
      """;

  private RollbackRepository() {}

  /** Announces a rollback; returns its row. */
  static long insert(Handle handle, BackupRow backup, int generation, Instant now) {
    return handle
        .createQuery(INSERT)
        .bind("tenant", backup.tenantId())
        .bind("blueprint", backup.blueprintId())
        .bind("path", backup.storagePath())
        .bind("generation", generation)
        .bind("now", now.toEpochMilli())
        .mapTo(Long.class)
        .one();
  }

  /** Returns the rollbacks of a tenant, newest first. */
  static List<RollbackRow> ofTenant(Handle handle, long tenant) {
    return handle.createQuery(OF_TENANT).bind("tenant", tenant).map((row, _) -> row(row)).list();
  }

  /** Returns the rollback of a tenant that has not ended. */
  static Optional<RollbackRow> running(Handle handle, long tenant) {
    return handle.createQuery(RUNNING).bind("tenant", tenant).map((row, _) -> row(row)).findOne();
  }

  /** Returns whether a backup is being put back. */
  static boolean isPutBack(Handle handle, BackupRow backup) {
    return handle
            .createQuery(IS_PUT_BACK)
            .bind("tenant", backup.tenantId())
            .bind("path", backup.storagePath())
            .mapTo(Integer.class)
            .one()
        > 0;
  }

  /** Notes the backup of what was there before. */
  static void safety(Handle handle, long id, String path) {
    handle.createUpdate(SAFETY).bind("path", path).bind("id", id).execute();
  }

  static void done(Handle handle, long id, Instant now) {
    end(handle, id, BackupStatus.DONE, Optional.empty(), now);
  }

  static void failed(Handle handle, long id, String error, Instant now) {
    end(handle, id, BackupStatus.FAILED, Optional.of(error), now);
  }

  private static void end(
      Handle handle, long id, BackupStatus status, Optional<String> error, Instant now) {
    handle
        .createUpdate(END)
        .bind("status", status.code())
        .bind("error", error)
        .bind("now", now.toEpochMilli())
        .bind("id", id)
        .execute();
  }

  /** Notes which version a database is on, as its file says. */
  static void setVersion(Handle handle, RollbackRow rollback, DatabaseVersion version) {
    handle
        .createUpdate(SET_VERSION)
        .bind("minor", version.minor())
        .bind("fingerprint", version.fingerprint())
        .bind("tenant", rollback.tenantId())
        .bind("blueprint", rollback.blueprintId())
        .execute();
  }

  /** Returns a deployment that changes databases of the blueprint now. */
  static Optional<String> openDeployment(Handle handle, long blueprint) {
    return handle
        .createQuery(OPEN_DEPLOYMENT)
        .bind("blueprint", blueprint)
        .mapTo(String.class)
        .findOne();
  }

  /** Returns the backup that is put back, if it is still there. */
  static Optional<BackupRow> backup(Handle handle, RollbackRow rollback) {
    return BackupRepository.find(handle, rollback.project(), rollback.storagePath());
  }

  /** Returns the database that is replaced, if it is still there. */
  static Optional<BackupTarget> target(Handle handle, RollbackRow rollback) {
    return BackupTargetRepository.of(handle, rollback.tenantId(), rollback.blueprintId());
  }

  private static RollbackRow row(ResultSet row) throws SQLException {
    return new RollbackRow(
        row.getLong("id"),
        new ProjectId(row.getString("project_id")),
        row.getLong("tenant_id"),
        row.getLong("blueprint_id"),
        new WorkspaceName(row.getString("blueprint")),
        row.getString("storage_path"),
        row.getInt("generation"),
        Optional.ofNullable(row.getString("safety_path")),
        Coded.find(BackupStatus.class, row.getString("status")).orElseThrow(),
        Optional.ofNullable(row.getString("error")),
        BackupRepository.seconds(row.getLong("created_at")),
        BackupRepository.instant(row, "completed_at"));
  }
}
