package io.tenantry.core.backups;

import io.tenantry.contract.error.EngineException;
import io.tenantry.core.catalog.Catalog;
import java.time.InstantSource;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Deletes backups whose time is over; those taken by hand stay until somebody deletes them. */
final class BackupRetention {
  private static final Logger LOG = LoggerFactory.getLogger(BackupRetention.class);

  private final Catalog catalog;
  private final BackupFiles files;
  private final BackupRules rules;
  private final InstantSource clock;

  BackupRetention(Catalog catalog, BackupFiles files, BackupRules rules, InstantSource clock) {
    this.catalog = catalog;
    this.files = files;
    this.rules = rules;
    this.clock = clock;
  }

  /** Deletes the oldest nightly backups of a database beyond those that are kept. */
  void afterNight(BackupRow taken) {
    deleteAll(
        catalog.read(
            handle -> BackupAgeRepository.surplus(handle, taken, rules.config().keepScheduled())));
  }

  /** Deletes old safety backups, and the notes of backups that failed as long ago. */
  void expire() {
    long before = clock.instant().minus(rules.config().keepSafety()).toEpochMilli();
    deleteAll(catalog.read(handle -> BackupAgeRepository.expired(handle, before)));
  }

  private void deleteAll(List<BackupRow> backups) {
    for (BackupRow backup : backups) {
      try {
        delete(backup);
      } catch (EngineException e) {
        LOG.warn("Backup {} cannot be deleted: {}", backup.storagePath(), e.message());
      }
    }
  }

  /** Deletes the files first: a crash leaves a row, which is deleted again, and never a file. */
  void delete(BackupRow backup) {
    files.delete(backup);
    catalog.execute(handle -> BackupRepository.delete(handle, backup.id()));
  }
}
