package io.tenantry.core.backups;

import io.tenantry.core.files.AtomicFiles;
import io.tenantry.core.hosts.TenantPlace;
import io.tenantry.core.schema.SchemaFingerprints;
import io.tenantry.core.sqlite.OpenOptions;
import io.tenantry.core.sqlite.Sqlite;
import io.tenantry.core.sqlite.SqliteDatabase;
import io.tenantry.core.tenants.TenantFiles;
import java.nio.file.Path;
import java.util.List;

/**
 * Makes database files from backups, at places that no catalog row names as a database in use. They
 * are opened around the pool, so that nobody follows their log before they are the database. Any
 * thread.
 */
final class UnpackedDatabases {
  private static final List<String> COMPANIONS = List.of("-wal", "-shm", "-journal");

  private final TenantFiles tenants;
  private final BackupFiles files;
  private final Packing packing;
  private final Sqlite sqlite;
  private final SchemaFingerprints fingerprints = new SchemaFingerprints();

  UnpackedDatabases(TenantFiles tenants, BackupFiles files, Packing packing, Sqlite sqlite) {
    this.tenants = tenants;
    this.files = files;
    this.packing = packing;
    this.sqlite = sqlite;
  }

  /**
   * Writes the database in a backup as the file of a place, which must not exist; durable on
   * return.
   *
   * @throws io.tenantry.contract.error.EngineException CONFLICT saying what is wrong with the
   *     backup, with nothing left at the place
   */
  DatabaseVersion make(BackupRow backup, TenantPlace place) {
    Path file = tenants.of(place);
    packing.unpack(files.of(backup), backup.checksum(), file);
    try (SqliteDatabase database = sqlite.open(OpenOptions.engine(file).onlyUser())) {
      return new DatabaseVersion(database.userVersion(), fingerprints.of(database).value());
    }
  }

  /** Deletes what was made at a place, as much as there is of it. */
  void clear(TenantPlace place) {
    Path file = tenants.of(place);
    AtomicFiles.delete(file);
    for (String companion : COMPANIONS) {
      AtomicFiles.delete(file.resolveSibling(file.getFileName() + companion));
    }
  }
}
