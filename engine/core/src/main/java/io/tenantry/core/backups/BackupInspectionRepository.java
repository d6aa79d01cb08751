package io.tenantry.core.backups;

import java.util.List;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/** Backups as a check of the folder goes over them. */
final class BackupInspectionRepository {
  private static final String PAGE =
      BackupRepository.COLUMNS + "WHERE k.id > :after ORDER BY k.id LIMIT :size";
  private static final String DONE_OF_DATABASE =
      BackupRepository.COLUMNS
          + """
          WHERE k.tenant_id = :tenant AND k.blueprint_id = :blueprint AND k.status = 'done'
          ORDER BY k.created_at DESC, k.id DESC
          """;
  private static final String IN_FOLDER =
      """
      SELECT storage_path
      FROM backup
      WHERE project_id = :project AND storage_path > :folder || '/' AND storage_path < :folder || '0'
        AND (sha256 IS NOT NULL OR status = 'running')
      """;

  private BackupInspectionRepository() {}

  static List<BackupRow> page(Handle handle, long after, int size) {
    return handle
        .createQuery(PAGE)
        .bind("after", after)
        .bind("size", size)
        .map((row, _) -> BackupRepository.row(row))
        .list();
  }

  /** Returns the backups of a database that are done, newest first. */
  static List<BackupRow> done(Handle handle, long tenant, long blueprint) {
    return handle
        .createQuery(DONE_OF_DATABASE)
        .bind("tenant", tenant)
        .bind("blueprint", blueprint)
        .map((row, _) -> BackupRepository.row(row))
        .list();
  }

  /** Returns the paths of backups that have a file in a folder of their project. */
  static Set<String> inFolder(Handle handle, String project, String folder) {
    return Set.copyOf(
        handle
            .createQuery(IN_FOLDER)
            .bind("project", project)
            .bind("folder", folder)
            .mapTo(String.class)
            .list());
  }
}
