package io.tenantry.core;

import io.tenantry.core.hosts.TenantPlaces;
import io.tenantry.core.recovery.Archives;
import io.tenantry.core.recovery.RecoveryEngine;
import io.tenantry.core.tenants.RestoredTenants;
import java.util.Deque;

/** The part of the composition root that builds point-in-time recovery. */
final class RecoveryWiring {
  private RecoveryWiring() {}

  /**
   * Builds it.
   *
   * @param closers takes what has to be closed, in the order of opening
   */
  static RecoveryEngine engine(
      EngineConfig config,
      ControlPlane control,
      DataPlane data,
      TenantPlaces places,
      Archives archives,
      RestoredTenants newTenants,
      Deque<Runnable> closers) {
    RecoveryEngine engine =
        new RecoveryEngine(
            control.catalog(),
            new RecoveryEngine.Files(places, data.databases(), archives),
            newTenants,
            data.jobs(),
            config.recovery(),
            control.clock());
    closers.push(engine::close);
    return engine;
  }
}
