package io.tenantry.core.recovery;

import io.tenantry.core.databases.TenantDatabases;
import io.tenantry.core.files.AtomicFiles;
import io.tenantry.core.sqlite.Deadline;
import java.nio.file.Path;
import java.util.List;

/** Deletes database files that are no longer in use. */
final class DatabaseFiles {
  private static final List<String> COMPANIONS = List.of("-wal", "-shm", "-journal");

  private DatabaseFiles() {}

  /** Closes a database and deletes its files. */
  static void delete(TenantDatabases databases, Path file, Deadline deadline) {
    databases.withClosed(
        file,
        deadline,
        () -> {
          AtomicFiles.delete(file);
          COMPANIONS.forEach(
              suffix -> AtomicFiles.delete(file.resolveSibling(file.getFileName() + suffix)));
          Path folder = file.getParent();
          if (folder != null) {
            AtomicFiles.syncFolder(folder);
          }
          return true;
        });
  }
}
