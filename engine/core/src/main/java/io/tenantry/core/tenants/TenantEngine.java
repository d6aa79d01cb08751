package io.tenantry.core.tenants;

import io.tenantry.core.access.PublicAddress;
import io.tenantry.core.access.Secrets;
import io.tenantry.core.catalog.Catalog;
import io.tenantry.core.jobs.WorkerPool;
import io.tenantry.core.schema.ImageCompiler;
import java.time.InstantSource;

/** The parts behind all tenant services of one engine, whoever is asking. Any thread. */
public final class TenantEngine {
  private final Catalog catalog;
  private final Secrets secrets;
  private final InstantSource clock;
  private final TenantViews views;
  private final Provisioning provisioning;
  private final TenantRemoval removal;

  /**
   * Puts the parts together.
   *
   * @param workers write the files of many tenants at a time
   */
  public TenantEngine(
      Catalog catalog,
      TenantFiles files,
      Secrets secrets,
      PublicAddress address,
      ImageCompiler compiler,
      WorkerPool workers,
      InstantSource clock) {
    this.catalog = catalog;
    this.secrets = secrets;
    this.clock = clock;
    this.views = new TenantViews(files, secrets, address);
    this.provisioning =
        new Provisioning(catalog, files, new VersionImages(catalog, compiler), workers, clock);
    this.removal = new TenantRemoval(catalog, files, clock);
  }

  Catalog catalog() {
    return catalog;
  }

  Secrets secrets() {
    return secrets;
  }

  InstantSource clock() {
    return clock;
  }

  TenantViews views() {
    return views;
  }

  Provisioning provisioning() {
    return provisioning;
  }

  TenantRemoval removal() {
    return removal;
  }
}
