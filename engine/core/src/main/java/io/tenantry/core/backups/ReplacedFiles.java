package io.tenantry.core.backups;

import io.tenantry.contract.error.EngineException;
import io.tenantry.core.backups.ReplacedFileRepository.Replaced;
import io.tenantry.core.catalog.Catalog;
import io.tenantry.core.databases.TenantDatabases;
import io.tenantry.core.files.AtomicFiles;
import io.tenantry.core.hosts.TenantPlace;
import io.tenantry.core.sqlite.Deadline;
import io.tenantry.core.tenants.TenantFiles;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Deletes the files of databases that were replaced, once nobody reads them any more. */
final class ReplacedFiles {
  private static final Logger LOG = LoggerFactory.getLogger(ReplacedFiles.class);
  private static final Duration WAIT_FOR_READERS = Duration.ofSeconds(10);
  private static final List<String> COMPANIONS = List.of("-wal", "-shm", "-journal");

  private final Catalog catalog;
  private final TenantFiles tenants;
  private final TenantDatabases databases;

  ReplacedFiles(Catalog catalog, TenantFiles tenants, TenantDatabases databases) {
    this.catalog = catalog;
    this.tenants = tenants;
    this.databases = databases;
  }

  /** Deletes all that are left; what is still being read waits for the next time. */
  void removeAll() {
    catalog.read(ReplacedFileRepository::all).forEach(this::remove);
  }

  /** Deletes those of a database that is being destroyed. */
  void removeOf(TenantPlace destroyed) {
    catalog.read(ReplacedFileRepository::all).stream()
        .filter(file -> isSameDatabase(file.place(), destroyed))
        .forEach(file -> delete(file.place()));
  }

  private static boolean isSameDatabase(TenantPlace one, TenantPlace other) {
    return one.project().equals(other.project())
        && one.tenant().equals(other.tenant())
        && one.blueprint().equals(other.blueprint());
  }

  private void remove(Replaced file) {
    try {
      delete(file.place());
    } catch (EngineException e) {
      LOG.info("The replaced file of {} stays for now: {}", file.place().database(), e.message());
      return;
    }
    catalog.execute(handle -> ReplacedFileRepository.delete(handle, file));
  }

  /** Deletes the files of a place that the catalog does not name; durable on return. */
  void delete(TenantPlace place) {
    Path file = tenants.of(place);
    databases.withClosed(
        file,
        Deadline.in(WAIT_FOR_READERS),
        () -> {
          AtomicFiles.delete(file);
          for (String companion : COMPANIONS) {
            AtomicFiles.delete(file.resolveSibling(file.getFileName() + companion));
          }
          return true;
        });
    Path folder = file.getParent();
    if (folder != null) {
      AtomicFiles.syncFolder(folder);
    }
  }
}
