package io.tenantry.core.backups;

import io.tenantry.core.catalog.Catalog;
import io.tenantry.core.databases.TenantDatabases;
import io.tenantry.core.files.DataFolder;
import io.tenantry.core.hosts.TenantPlace;
import io.tenantry.core.tenants.TenantFiles;
import io.tenantry.core.tenants.TenantLeftovers;

/** Deletes the backups of a database that is destroyed for good. */
public final class BackupLeftovers implements TenantLeftovers {
  private final Catalog catalog;
  private final BackupFiles files;
  private final ReplacedFiles replaced;

  /** Works on the backups of a data folder. */
  public BackupLeftovers(
      Catalog catalog, DataFolder folder, TenantFiles tenants, TenantDatabases databases) {
    this.catalog = catalog;
    this.files = new BackupFiles(folder);
    this.replaced = new ReplacedFiles(catalog, tenants, databases);
  }

  /** One that is running just now finds its row gone when it ends, and deletes its own file. */
  @Override
  public void delete(TenantPlace place) {
    for (BackupRow backup : catalog.read(handle -> BackupRepository.ofPlace(handle, place))) {
      files.delete(backup);
      catalog.execute(handle -> BackupRepository.delete(handle, backup.id()));
    }
    replaced.removeOf(place);
  }
}
