package io.tenantry.core.backups;

import io.tenantry.contract.backups.BackupStatus;
import io.tenantry.contract.error.EngineException;
import io.tenantry.contract.error.ErrorCode;
import io.tenantry.contract.projects.ProjectId;
import io.tenantry.core.catalog.Catalog;
import java.time.InstantSource;

/**
 * Puts backups back for features that see to it themselves that nothing else changes the database.
 * The work is a rollback like any other: it is done on the calling thread, and after a crash the
 * next opening goes on with it. Any thread that may wait inside SQLite.
 */
public final class PuttingBack {
  private final Catalog catalog;
  private final RollbackRun rollbacks;
  private final BackupFiles files;
  private final Packing packing;
  private final InstantSource clock;

  PuttingBack(
      Catalog catalog,
      RollbackRun rollbacks,
      BackupFiles files,
      Packing packing,
      InstantSource clock) {
    this.catalog = catalog;
    this.rollbacks = rollbacks;
    this.files = files;
    this.packing = packing;
    this.clock = clock;
  }

  /**
   * Puts a backup in the place of its database, after a safety backup of that.
   *
   * @throws EngineException why the database stays as it was; NOT_FOUND when there is no such
   *     backup any more, CONFLICT when the tenant is not ready or the backup is damaged
   * @throws java.util.concurrent.CancellationException when the engine is closing
   */
  public void run(ProjectId project, String storagePath) {
    RollbackRow rollback =
        catalog.write(
            handle ->
                RollbackStart.begin(
                    handle,
                    BackupRepository.find(handle, project, storagePath)
                        .orElseThrow(() -> BackupService.notFound(storagePath)),
                    clock.instant()));
    rollbacks.run(rollback);
    catalog.read(handle -> RollbackRepository.ofTenant(handle, rollback.tenantId())).stream()
        .filter(each -> each.id() == rollback.id() && each.status() == BackupStatus.FAILED)
        .findFirst()
        .ifPresent(
            failed -> {
              throw EngineException.conflict(failed.error().orElse("it cannot be put back"));
            });
  }

  /**
   * Compares a backup with its checksum, as putting it back would.
   *
   * @throws EngineException NOT_FOUND or CONFLICT, as {@link #run}
   */
  public void requireWhole(ProjectId project, String storagePath) {
    BackupRow backup =
        catalog
            .read(handle -> BackupRepository.find(handle, project, storagePath))
            .orElseThrow(() -> BackupService.notFound(storagePath))
            .requireDone();
    try {
      packing.requireWhole(files.of(backup), backup.checksum());
    } catch (EngineException e) {
      throw e.code() == ErrorCode.CONFLICT ? BackupService.damaged(backup, e) : e;
    }
  }
}
