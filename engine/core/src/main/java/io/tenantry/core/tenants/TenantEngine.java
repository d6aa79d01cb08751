package io.tenantry.core.tenants;

import io.tenantry.core.access.Secrets;
import io.tenantry.core.catalog.Catalog;
import java.time.InstantSource;

/** The parts behind all tenant services of one engine, whoever is asking. Any thread. */
public final class TenantEngine {
  private final Catalog catalog;
  private final Secrets secrets;
  private final InstantSource clock;
  private final TenantViews views;
  private final Provisioning provisioning;
  private final TenantRemoval removal;
  private final TenantHosts hosts;
  private final TenantTotals totals;

  /** Puts the parts together. */
  public TenantEngine(
      Catalog catalog,
      Secrets secrets,
      TenantViews views,
      Provisioning provisioning,
      TenantRemoval removal,
      TenantHosts hosts,
      InstantSource clock) {
    this.catalog = catalog;
    this.secrets = secrets;
    this.clock = clock;
    this.views = views;
    this.provisioning = provisioning;
    this.removal = removal;
    this.hosts = hosts;
    this.totals = new TenantTotals(catalog);
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

  TenantTotals totals() {
    return totals;
  }

  TenantHosts hosts() {
    return hosts;
  }
}
