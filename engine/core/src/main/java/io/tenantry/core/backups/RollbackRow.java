package io.tenantry.core.backups;

import io.tenantry.contract.backups.BackupStatus;
import io.tenantry.contract.backups.Rollback;
import io.tenantry.contract.projects.ProjectId;
import io.tenantry.contract.workspaces.WorkspaceName;
import java.time.Instant;
import java.util.Optional;

/**
 * A rollback as the catalog has it.
 *
 * @param generation number of the file that is made for it
 */
record RollbackRow(
    long id,
    ProjectId project,
    long tenantId,
    long blueprintId,
    WorkspaceName blueprint,
    String storagePath,
    int generation,
    Optional<String> safetyPath,
    BackupStatus status,
    Optional<String> error,
    Instant createdAt,
    Optional<Instant> completedAt) {

  /** Returns what callers see. */
  Rollback view() {
    return new Rollback(storagePath, blueprint, status, safetyPath, error, createdAt, completedAt);
  }
}
