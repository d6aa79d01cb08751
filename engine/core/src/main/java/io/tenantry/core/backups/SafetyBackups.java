package io.tenantry.core.backups;

import io.tenantry.contract.backups.BackupType;
import io.tenantry.contract.error.EngineException;
import io.tenantry.contract.projects.ProjectId;
import io.tenantry.core.catalog.Catalog;
import io.tenantry.core.hosts.TenantPlace;
import java.util.List;

/**
 * Backups that features take before they replace or destroy data, and get back to undo it. The work
 * is done on the calling thread, which must be one that may wait inside SQLite. Any thread.
 */
public final class SafetyBackups {
  private final Catalog catalog;
  private final BackupTaking taking;
  private final UnpackedDatabases unpacked;

  SafetyBackups(Catalog catalog, BackupTaking taking, UnpackedDatabases unpacked) {
    this.catalog = catalog;
    this.taking = taking;
    this.unpacked = unpacked;
  }

  /**
   * Takes a safety backup of a database and returns when it is durable. Not inside a catalog
   * transaction.
   *
   * @return its storage path, to be kept for {@link #putAt}
   * @throws EngineException why it failed; NOT_FOUND when there is no such database
   */
  public String take(TenantPlace place) {
    BackupRow backup =
        catalog.write(
            handle -> {
              BackupTarget target =
                  BackupTargetRepository.of(handle, place)
                      .orElseThrow(
                          () ->
                              EngineException.notFound("Database not found: " + place.database()));
              return taking.announce(handle, List.of(target), BackupType.SAFETY).getFirst();
            });
    taking.run(backup);
    return backup.storagePath();
  }

  /**
   * Writes the database in a backup as the file of another place, which must not exist; durable on
   * return. Switching the database to that place is up to the caller.
   *
   * @return what the file says about its version, to be noted with the switch
   * @throws EngineException NOT_FOUND when there is no such backup any more; CONFLICT when it is
   *     not done or damaged, with nothing left at the place
   */
  public DatabaseVersion putAt(ProjectId project, String storagePath, TenantPlace place) {
    BackupRow backup = get(project, storagePath).requireDone();
    return unpacked.make(backup, place);
  }

  private BackupRow get(ProjectId project, String storagePath) {
    return catalog
        .read(handle -> BackupRepository.find(handle, project, storagePath))
        .orElseThrow(() -> BackupService.notFound(storagePath));
  }
}
