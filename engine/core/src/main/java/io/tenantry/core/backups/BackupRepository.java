package io.tenantry.core.backups;

import io.tenantry.contract.Coded;
import io.tenantry.contract.backups.BackupStatus;
import io.tenantry.contract.backups.BackupType;
import io.tenantry.contract.projects.ProjectId;
import io.tenantry.contract.tenants.TenantId;
import io.tenantry.contract.workspaces.WorkspaceName;
import io.tenantry.core.hosts.TenantPlace;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** The rows of backups, inside a transaction of its caller. */
final class BackupRepository {
  static final String COLUMNS =
      """
      SELECT k.id, k.project_id, k.tenant_id, t.name AS tenant, k.blueprint_id,
             b.name AS blueprint, k.type, k.date, k.storage_path, k.status, k.minor,
             k.size_bytes, k.database_bytes, k.sha256, k.error, k.created_at, k.completed_at,
             k.verified_at
      FROM backup k
      JOIN tenant t ON t.id = k.tenant_id
      JOIN blueprint b ON b.id = k.blueprint_id
      """;
  private static final String OF_TENANT =
      COLUMNS + "WHERE k.tenant_id = :tenant ORDER BY k.created_at DESC, k.date DESC, k.id";
  private static final String FIND =
      COLUMNS + "WHERE k.project_id = :project AND k.storage_path = :path";
  private static final String RUNNING = COLUMNS + "WHERE k.status = 'running' ORDER BY k.id";
  private static final String OF_PLACE =
      COLUMNS
          + "WHERE t.project_id = :project AND t.name = :tenant AND b.name = :blueprint ORDER BY"
          + " k.id";
  private static final String IS_TAKEN =
      "SELECT count(*) FROM backup WHERE project_id = :project AND storage_path = :path";
  private static final String INSERT =
      """
      INSERT INTO backup (project_id, tenant_id, blueprint_id, type, date, storage_path, status,
                          minor, created_at)
      VALUES (:project, :tenant, :blueprint, :type, :date, :path, 'running', :minor, :now)
      """;
  private static final String DONE =
      """
      UPDATE backup
      SET status = 'done', minor = :minor, size_bytes = :size, database_bytes = :database,
          sha256 = :sha256, completed_at = :now
      WHERE id = :id AND status = 'running'
      """;
  private static final String FAILED =
      """
      UPDATE backup SET status = 'failed', error = :error, completed_at = :now
      WHERE id = :id AND status = 'running'
      """;
  private static final String WHOLE =
      """
      UPDATE backup SET status = 'done', error = NULL, verified_at = :now
      WHERE id = :id AND sha256 IS NOT NULL
      """;
  private static final String DAMAGED =
      """
      UPDATE backup SET status = 'failed', error = :error
      WHERE id = :id AND sha256 IS NOT NULL
      """;
  private static final String DELETE = "DELETE FROM backup WHERE id = :id";

  private static final String NEWEST_DONE =
      COLUMNS
          + "WHERE t.project_id = :project AND t.name = :tenant AND b.name = :blueprint"
          + " AND k.status = 'done' ORDER BY k.created_at DESC, k.id DESC LIMIT 1";

  private BackupRepository() {}

  /** Returns the newest whole backup of a database. */
  static Optional<BackupRow> newestDone(
      Handle handle, ProjectId project, TenantId tenant, WorkspaceName blueprint) {
    return handle
        .createQuery(NEWEST_DONE)
        .bind("project", project.value())
        .bind("tenant", tenant.value())
        .bind("blueprint", blueprint.value())
        .map((row, _) -> row(row))
        .findOne();
  }

  /** Returns the backups of a tenant, newest first. */
  static List<BackupRow> ofTenant(Handle handle, long tenant) {
    return handle.createQuery(OF_TENANT).bind("tenant", tenant).map((row, _) -> row(row)).list();
  }

  static Optional<BackupRow> find(Handle handle, ProjectId project, String path) {
    return handle
        .createQuery(FIND)
        .bind("project", project.value())
        .bind("path", path)
        .map((row, _) -> row(row))
        .findOne();
  }

  /** Returns the backups of a database, whatever they are. */
  static List<BackupRow> ofPlace(Handle handle, TenantPlace place) {
    return handle
        .createQuery(OF_PLACE)
        .bind("project", place.project().value())
        .bind("tenant", place.tenant().value())
        .bind("blueprint", place.blueprint().value())
        .map((row, _) -> row(row))
        .list();
  }

  /** Returns those that have not ended. */
  static List<BackupRow> running(Handle handle) {
    return handle.createQuery(RUNNING).map((row, _) -> row(row)).list();
  }

  static boolean isTaken(Handle handle, ProjectId project, String path) {
    return handle
            .createQuery(IS_TAKEN)
            .bind("project", project.value())
            .bind("path", path)
            .mapTo(Integer.class)
            .one()
        > 0;
  }

  /** Announces a backup. */
  static BackupRow insert(
      Handle handle, BackupTarget target, BackupType type, BackupName name, Instant now) {
    ProjectId project = target.place().project();
    handle
        .createUpdate(INSERT)
        .bind("project", project.value())
        .bind("tenant", target.tenantId())
        .bind("blueprint", target.blueprintId())
        .bind("type", type.code())
        .bind("date", name.date())
        .bind("path", name.path())
        .bind("minor", target.minor())
        .bind("now", now.toEpochMilli())
        .execute();
    return find(handle, project, name.path()).orElseThrow();
  }

  /** Ends a backup well; false when it is no longer there. */
  static boolean done(Handle handle, long id, Packing.Result packed, Instant now) {
    return handle
            .createUpdate(DONE)
            .bind("minor", packed.minor())
            .bind("size", packed.sizeBytes())
            .bind("database", packed.databaseBytes())
            .bind("sha256", packed.sha256())
            .bind("now", now.toEpochMilli())
            .bind("id", id)
            .execute()
        == 1;
  }

  static void failed(Handle handle, long id, String error, Instant now) {
    handle
        .createUpdate(FAILED)
        .bind("error", error)
        .bind("now", now.toEpochMilli())
        .bind("id", id)
        .execute();
  }

  /** Notes that a backup was looked at and is whole. */
  static void whole(Handle handle, long id, Instant now) {
    handle.createUpdate(WHOLE).bind("now", now.toEpochMilli()).bind("id", id).execute();
  }

  /** Notes that a backup cannot be used; its file stays. */
  static void damaged(Handle handle, long id, String error) {
    handle.createUpdate(DAMAGED).bind("error", error).bind("id", id).execute();
  }

  static void delete(Handle handle, long id) {
    handle.createUpdate(DELETE).bind("id", id).execute();
  }

  static BackupRow row(ResultSet row) throws SQLException {
    return new BackupRow(
        row.getLong("id"),
        new ProjectId(row.getString("project_id")),
        row.getLong("tenant_id"),
        new TenantId(row.getString("tenant")),
        row.getLong("blueprint_id"),
        new WorkspaceName(row.getString("blueprint")),
        Coded.find(BackupType.class, row.getString("type")).orElseThrow(),
        row.getString("date"),
        row.getString("storage_path"),
        Coded.find(BackupStatus.class, row.getString("status")).orElseThrow(),
        row.getInt("minor"),
        new BackupRow.Packed(
            row.getLong("size_bytes"),
            row.getLong("database_bytes"),
            Optional.ofNullable(row.getString("sha256"))),
        Optional.ofNullable(row.getString("error")),
        seconds(row.getLong("created_at")),
        instant(row, "completed_at"),
        instant(row, "verified_at"));
  }

  static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
    long millis = row.getLong(column);
    return row.wasNull() ? Optional.empty() : Optional.of(seconds(millis));
  }

  static Instant seconds(long millis) {
    return Instant.ofEpochMilli(millis).truncatedTo(ChronoUnit.SECONDS);
  }
}
