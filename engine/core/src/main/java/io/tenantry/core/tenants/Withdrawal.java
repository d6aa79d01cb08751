package io.tenantry.core.tenants;

import io.tenantry.contract.error.EngineException;
import io.tenantry.core.catalog.Catalog;
import io.tenantry.core.hosts.TenantPlace;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes back databases that were announced and never became visible: files first, then rows. A file
 * that cannot be deleted keeps its row, so that the next opening tries again.
 */
final class Withdrawal {
  private static final Logger LOG = LoggerFactory.getLogger(Withdrawal.class);

  private final Catalog catalog;
  private final TenantFiles files;

  Withdrawal(Catalog catalog, TenantFiles files) {
    this.catalog = catalog;
    this.files = files;
  }

  void of(List<Unmade> databases) {
    if (databases.isEmpty()) {
      return;
    }
    List<Unmade> gone = new ArrayList<>();
    List<Path> paths = new ArrayList<>();
    for (Unmade database : databases) {
      Path file = files.of(database.place());
      if (isRemoved(file)) {
        gone.add(database);
        paths.add(file);
      }
    }
    files.syncFolders(paths);
    gone.stream()
        .map(Unmade::place)
        .filter(TenantPlace::isDedicated)
        .forEach(place -> files.removeEmptyHosts(place.project(), place.tenant()));
    catalog.execute(handle -> ProvisioningRepository.withdraw(handle, gone));
  }

  private boolean isRemoved(Path file) {
    try {
      files.removeUnused(file);
      return true;
    } catch (EngineException e) {
      LOG.warn("A half made tenant database stays until the next start: {}", e.message());
      return false;
    }
  }
}
