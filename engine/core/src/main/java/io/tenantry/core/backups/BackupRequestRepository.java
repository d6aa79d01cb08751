package io.tenantry.core.backups;

import io.tenantry.contract.projects.ProjectId;
import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** The requests that count for the limit per hour, inside a transaction of its caller. */
final class BackupRequestRepository {
  private static final String FORGET = "DELETE FROM backup_request WHERE requested_at <= :before";
  private static final String NEWEST =
      """
      SELECT requested_at FROM backup_request
      WHERE project_id = :project
      ORDER BY requested_at DESC
      LIMIT 1 OFFSET :before
      """;
  private static final String INSERT =
      "INSERT INTO backup_request (project_id, requested_at) VALUES (:project, :now)";

  private BackupRequestRepository() {}

  static void forget(Handle handle, Instant before) {
    handle.createUpdate(FORGET).bind("before", before.toEpochMilli()).execute();
  }

  /** Returns the oldest of the newest so many requests, or empty when there are fewer. */
  static Optional<Instant> oldestOf(Handle handle, ProjectId project, int newest) {
    return handle
        .createQuery(NEWEST)
        .bind("project", project.value())
        .bind("before", newest - 1)
        .mapTo(Long.class)
        .findOne()
        .map(Instant::ofEpochMilli);
  }

  static void insert(Handle handle, ProjectId project, Instant now) {
    handle
        .createUpdate(INSERT)
        .bind("project", project.value())
        .bind("now", now.toEpochMilli())
        .execute();
  }
}
