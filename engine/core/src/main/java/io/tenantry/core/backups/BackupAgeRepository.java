package io.tenantry.core.backups;

import java.util.List;
import org.jdbi.v3.core.Handle;

/** Finds backups whose time is over; one that is being put back is spared. */
final class BackupAgeRepository {
  private static final String SPARED =
      """
      AND NOT EXISTS (
        SELECT 1 FROM tenant_rollback r
        WHERE r.tenant_id = k.tenant_id AND r.storage_path = k.storage_path
          AND r.status = 'running')
      """;
  private static final String SURPLUS =
      BackupRepository.COLUMNS
          + """
          WHERE k.tenant_id = :tenant AND k.blueprint_id = :blueprint
            AND k.type = 'scheduled' AND k.status = 'done'
          """
          + SPARED
          + "ORDER BY k.created_at DESC, k.id DESC LIMIT -1 OFFSET :keep";
  private static final String EXPIRED =
      BackupRepository.COLUMNS
          + """
          WHERE k.created_at < :before
            AND ((k.type = 'safety' AND k.status <> 'running')
              OR (k.type = 'scheduled' AND k.status = 'failed')
              OR (k.type = 'manual' AND k.status = 'failed' AND k.sha256 IS NULL))
          """
          + SPARED;

  private BackupAgeRepository() {}

  /** Returns the nightly backups of the same database beyond the newest so many. */
  static List<BackupRow> surplus(Handle handle, BackupRow of, int keep) {
    return handle
        .createQuery(SURPLUS)
        .bind("tenant", of.tenantId())
        .bind("blueprint", of.blueprintId())
        .bind("keep", keep)
        .map((row, _) -> BackupRepository.row(row))
        .list();
  }

  /** Returns safety backups, and failed ones that left no file, from before the instant. */
  static List<BackupRow> expired(Handle handle, long beforeMillis) {
    return handle
        .createQuery(EXPIRED)
        .bind("before", beforeMillis)
        .map((row, _) -> BackupRepository.row(row))
        .list();
  }
}
