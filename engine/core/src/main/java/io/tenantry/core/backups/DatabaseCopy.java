package io.tenantry.core.backups;

import io.tenantry.core.databases.DatabaseFile;
import io.tenantry.core.databases.Lease;
import io.tenantry.core.databases.TenantDatabases;
import io.tenantry.core.sqlite.Deadline;
import io.tenantry.core.sqlite.Profile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/**
 * Copies a database as of one instant while others write, by SQLite's own backup; the file itself
 * is never read around SQLite.
 */
final class DatabaseCopy {
  private static final Duration WAIT_FOR_CONNECTION = Duration.ofSeconds(60);
  private static final long SMALL_BYTES = 16 << 20;

  private final TenantDatabases databases;

  DatabaseCopy(TenantDatabases databases) {
    this.databases = databases;
  }

  /** Copies into an empty file, which is complete but not synced on return. */
  void copy(Path file, Path target) {
    DatabaseFile source = new DatabaseFile(file, Profile.TENANT, Integer.MAX_VALUE);
    Deadline deadline = Deadline.in(WAIT_FOR_CONNECTION);
    try (Lease lease =
        isSmall(file)
            ? databases.visit(source, false, deadline)
            : databases.reader(source, deadline)) {
      lease.database().backupTo(target);
    }
  }

  /**
   * A small one that is not in use is opened for the copy only, so that a night's round does not
   * push out what is warm. That keeps its writer waiting meanwhile, which a large one must not.
   */
  private static boolean isSmall(Path file) {
    try {
      return Files.size(file) <= SMALL_BYTES;
    } catch (IOException e) {
      return false; // opening it says what is wrong
    }
  }
}
