package io.tenantry.core.tenants;

import io.tenantry.contract.error.EngineException;
import io.tenantry.contract.error.ErrorCode;
import io.tenantry.contract.projects.ProjectId;
import io.tenantry.contract.tenants.TenantId;
import io.tenantry.core.catalog.Catalog;
import io.tenantry.core.hosts.TenantPlace;
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
 *   <li>Each database is closed and its files are deleted; the folders are synced; what features
 *       keep about it goes ({@link TenantLeftovers}). Crash, or a file that cannot be deleted: the
 *       tenant stays partially_deleted; deleting it again goes on.
 *   <li>The row goes. The id is free again.
 * </ol>
 */
public final class TenantRemoval {
  private final Catalog catalog;
  private final TenantFiles files;
  private final List<TenantLeftovers> leftovers;
  private final InstantSource clock;

  /**
   * Puts the parts together.
   *
   * @param leftovers delete what they keep about a destroyed database; the list may grow while the
   *     engine is put together
   */
  public TenantRemoval(
      Catalog catalog, TenantFiles files, List<TenantLeftovers> leftovers, InstantSource clock) {
    this.catalog = catalog;
    this.files = files;
    this.leftovers = leftovers;
    this.clock = clock;
  }

  /**
   * Destroys a tenant, whatever state it is in.
   *
   * @throws EngineException NOT_FOUND; CONFLICT while it is being made, moved or destroyed
   */
  public void destroy(ProjectId project, TenantId name) {
    destroy(project, name, Transition.DESTROY);
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
      removeFiles(tenant);
      files.removeEmptyHosts(project, name);
    } catch (EngineException e) {
      throw e.code() == ErrorCode.CONFLICT ? Refusals.halfGone(name) : e;
    }
    catalog.execute(handle -> TenantRepository.delete(handle, tenant.id()));
  }

  private void removeFiles(TenantRow tenant) {
    List<TenantPlace> places =
        catalog
            .read(handle -> TenantRepository.databases(handle, List.of(tenant.id())))
            .getOrDefault(tenant.id(), List.of())
            .stream()
            .map(DatabaseRow::place)
            .toList();
    List<Path> paths = places.stream().map(files::of).toList();
    paths.forEach(files::remove);
    files.syncFolders(paths);
    places.forEach(place -> leftovers.forEach(each -> each.delete(place)));
  }
}
