package io.tenantry.core;

import io.tenantry.core.backups.BackupEngine;
import io.tenantry.core.backups.BackupStorage;
import io.tenantry.core.tenants.RestoredTenants;
import io.tenantry.core.tenants.TenantFiles;
import java.util.Deque;

/** The part of the composition root that builds backups. */
final class BackupWiring {
  private BackupWiring() {}

  /**
   * Builds them.
   *
   * @param closers takes what has to be closed, in the order of opening
   */
  static BackupEngine engine(
      EngineConfig config,
      ControlPlane control,
      DataPlane data,
      TenantFiles files,
      RestoredTenants newTenants,
      Deque<Runnable> closers) {
    BackupEngine engine =
        new BackupEngine(
            new BackupStorage(
                control.catalog(),
                control.folder(),
                files,
                data.databases(),
                data.sqlite(),
                control.clock()),
            config.backups(),
            data.backups(),
            newTenants);
    closers.push(engine::close);
    return engine;
  }
}
