package io.tenantry.core.tenants;

import io.tenantry.contract.error.EngineException;
import io.tenantry.contract.error.ErrorCode;
import io.tenantry.contract.projects.ProjectId;
import io.tenantry.contract.tenants.TenantId;
import io.tenantry.core.catalog.Catalog;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;

/**
 * Destroys tenants for good. Any thread.
 *
 * <p>Steps, and what a crash after each leaves:
 *
 * <ol>
 *   <li>The status becomes partially_deleted: the tenant can be neither queried nor restored.
 *       Crash: the next opening goes on from here ({@link TenantRecovery}).
 *   <li>Each database is closed and its files are deleted; the folders are synced. Crash, or a file
 *       that cannot be deleted: the tenant stays partially_deleted; deleting it again goes on.
 *   <li>The row goes. The id is free again.
 * </ol>
 */
final class TenantRemoval {
  private final Catalog catalog;
  private final TenantFiles files;
  private final InstantSource clock;

  TenantRemoval(Catalog catalog, TenantFiles files, InstantSource clock) {
    this.catalog = catalog;
    this.files = files;
    this.clock = clock;
  }

  /**
   * Carries out all steps; the first is DESTROY or PURGE. Only one at a time for a tenant: a second
   * one that lags behind could otherwise meet the files of a new tenant of the same id.
   *
   * @throws EngineException CONFLICT also while another destruction is under way, or when a query
   *     holds a database too long; the tenant is partially deleted then
   */
  void destroy(ProjectId project, TenantId name, Transition first) {
    boolean alone = files.destroying(project, name, () -> destroyAlone(project, name, first));
    if (!alone) {
      throw Refusals.halfGone(name);
    }
  }

  private void destroyAlone(ProjectId project, TenantId name, Transition first) {
    TenantRow tenant =
        catalog.write(
            handle -> TenantRepository.step(handle, project, name, first, clock.instant()));
    try {
      removeFiles(project, tenant);
    } catch (EngineException e) {
      throw e.code() == ErrorCode.CONFLICT ? Refusals.halfGone(name) : e;
    }
    catalog.execute(handle -> TenantRepository.delete(handle, tenant.id()));
  }

  private void removeFiles(ProjectId project, TenantRow tenant) {
    List<Path> paths =
        catalog
            .read(handle -> TenantRepository.databases(handle, List.of(tenant.id())))
            .getOrDefault(tenant.id(), List.of())
            .stream()
            .map(database -> files.of(project, database.blueprint(), tenant.name()))
            .toList();
    paths.forEach(files::remove);
    files.syncFolders(paths);
  }
}
