package io.tenantry.core.backups;

import io.tenantry.contract.backups.BackupType;
import io.tenantry.contract.error.EngineException;
import io.tenantry.contract.error.ErrorCode;
import io.tenantry.contract.error.FailureReason;
import io.tenantry.core.catalog.Catalog;
import io.tenantry.core.hosts.TenantPlace;
import io.tenantry.core.tenants.TenantFiles;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes backups. Any thread.
 *
 * <p>Steps, and what a crash after each leaves:
 *
 * <ol>
 *   <li>A row announces the backup as running. Crash: the next opening sets it failed ({@link
 *       BackupEngine#atOpen}).
 *   <li>SQLite copies the database into a scratch file. Crash: as above; the opening deletes all
 *       scratch files.
 *   <li>Its schema and rows are noted, and the copy is compressed into another scratch file, with
 *       its checksum; synced. Crash: as above.
 *   <li>The checksum and the compressed file get their final names. Crash: as above; the opening
 *       deletes the files that the row names.
 *   <li>The row says done. Crash after it: all done.
 * </ol>
 */
final class BackupTaking {
  private static final Logger LOG = LoggerFactory.getLogger(BackupTaking.class);
  private static final int MOVES = 3;

  private final Catalog catalog;
  private final TenantFiles tenants;
  private final BackupFiles files;
  private final DatabaseCopy copy;
  private final DatabaseNotes notes;
  private final Packing packing;
  private final InstantSource clock;

  BackupTaking(
      Catalog catalog,
      TenantFiles tenants,
      BackupFiles files,
      DatabaseCopy copy,
      DatabaseNotes notes,
      Packing packing,
      InstantSource clock) {
    this.catalog = catalog;
    this.tenants = tenants;
    this.files = files;
    this.copy = copy;
    this.notes = notes;
    this.packing = packing;
    this.clock = clock;
  }

  /** Step 1 for databases of one tenant: all get the same date, one that is still free. */
  List<BackupRow> announce(Handle handle, List<BackupTarget> targets, BackupType type) {
    Instant now = clock.instant();
    Instant date = now;
    while (isTaken(handle, targets, type, date)) {
      date = date.plusSeconds(1);
    }
    List<BackupRow> announced = new ArrayList<>();
    for (BackupTarget target : targets) {
      BackupName name = BackupName.of(type, date, target.place());
      announced.add(BackupRepository.insert(handle, target, type, name, now));
    }
    return announced;
  }

  private static boolean isTaken(
      Handle handle, List<BackupTarget> targets, BackupType type, Instant date) {
    return targets.stream()
        .anyMatch(
            target ->
                BackupRepository.isTaken(
                    handle,
                    target.place().project(),
                    BackupName.of(type, date, target.place()).path()));
  }

  /**
   * Steps 2 to 5. A failure is kept with the backup, and nothing else of it.
   *
   * @throws EngineException why it failed
   * @throws Stopped when the engine is closing; the backup stays running until the next start
   */
  void run(BackupRow backup) {
    try {
      make(backup);
    } catch (EngineException e) {
      LOG.warn("Backup {} of {} failed", backup.storagePath(), backup.project(), e);
      discard(backup);
      catalog.execute(
          handle -> BackupRepository.failed(handle, backup.id(), reason(e), clock.instant()));
      throw e;
    }
  }

  private void discard(BackupRow backup) {
    try {
      files.delete(backup);
    } catch (EngineException e) {
      LOG.warn("A half made backup cannot be deleted: {}", e.message());
    }
  }

  private void make(BackupRow backup) {
    Path database = files.scratch();
    Path packed = files.scratch();
    try {
      copy(backup, database);
      DatabaseNotes.Found found = notes.of(database);
      Packing.Result result = packing.pack(database, packed);
      files.publish(packed, backup, result.sha256());
      boolean wanted =
          catalog.write(
              handle -> {
                if (!BackupRepository.done(handle, backup.id(), result, clock.instant())) {
                  return false;
                }
                BackupNotesRepository.insert(handle, backup.id(), found);
                return true;
              });
      if (!wanted) {
        files.delete(backup); // its tenant or project was destroyed meanwhile
      }
    } finally {
      files.discard(database);
      files.discard(packed);
    }
  }

  /** Copies from where the database is; tries again when it was moved in between. */
  private void copy(BackupRow backup, Path target) {
    TenantPlace place = place(backup);
    for (int i = 1; ; i++) {
      try {
        copy.copy(tenants.of(place), target);
        return;
      } catch (EngineException e) {
        TenantPlace now = place(backup);
        if (i == MOVES || now.equals(place)) {
          throw e;
        }
        place = now;
      }
    }
  }

  private TenantPlace place(BackupRow backup) {
    return catalog
        .read(handle -> BackupTargetRepository.of(handle, backup.tenantId(), backup.blueprintId()))
        .orElseThrow(() -> EngineException.conflict("its database is gone"))
        .place();
  }

  /** What callers may know of a failure: faults name files of this machine. */
  static String reason(EngineException failure) {
    if (failure.code() != ErrorCode.INTERNAL_ERROR) {
      return failure.message();
    }
    return failure.isBecause(FailureReason.DISK_FULL)
        ? "the disk is full"
        : "internal error; the engine's log says more";
  }
}
