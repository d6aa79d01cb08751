package io.tenantry.core.isolation;

import io.tenantry.contract.error.EngineException;
import io.tenantry.core.catalog.Catalog;
import io.tenantry.core.catalog.Recovery;
import io.tenantry.core.hosts.TenantPlace;
import io.tenantry.core.tenants.TenantFiles;
import io.tenantry.core.tenants.TenantLeftovers;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The files that databases left behind. A file is noted in the transaction that makes it useless,
 * then deleted, then forgotten; what could not be deleted goes at the next opening. Any thread.
 */
public final class RetiredFiles implements Recovery, TenantLeftovers {
  private static final Logger LOG = LoggerFactory.getLogger(RetiredFiles.class);

  private final Catalog catalog;
  private final TenantFiles files;

  /** Deletes files that are noted in a catalog. */
  public RetiredFiles(Catalog catalog, TenantFiles files) {
    this.catalog = catalog;
    this.files = files;
  }

  /** Deletes what an earlier run left, before anybody can have it open. */
  @Override
  public void atOpen() {
    for (TenantPlace place : catalog.read(RetiredFileRepository::all)) {
      if (catalog.read(handle -> RetiredFileRepository.isInUse(handle, place))) {
        forget(place);
      } else {
        remove(place, files::removeUnused);
      }
    }
  }

  /** Closes a file that was noted, as soon as its last users are done, and deletes it. */
  void remove(TenantPlace place) {
    remove(place, files::remove);
  }

  private void remove(TenantPlace place, Consumer<Path> removal) {
    Path file = files.of(place);
    try {
      removal.accept(file);
      files.syncFolders(List.of(file));
      files.removeEmptyHosts(place.project(), place.tenant());
    } catch (EngineException e) {
      LOG.warn("{} stays until the next start: {}", file, e.message());
      return;
    }
    forget(place);
  }

  /** A destroyed tenant leaves no earlier file that a later tenant of its id could meet. */
  @Override
  public void delete(TenantPlace place) {
    catalog.read(RetiredFileRepository::all).stream()
        .filter(
            retired ->
                retired.project().equals(place.project())
                    && retired.tenant().equals(place.tenant())
                    && retired.blueprint().equals(place.blueprint()))
        .forEach(
            retired -> {
              files.remove(files.of(retired));
              forget(retired);
            });
  }

  private void forget(TenantPlace place) {
    catalog.execute(handle -> RetiredFileRepository.delete(handle, place));
  }
}
