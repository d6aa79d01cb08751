package io.tenantry.core.logs;

import io.tenantry.core.catalog.Catalog;
import io.tenantry.core.databases.Lanes;
import io.tenantry.core.databases.TenantDatabases;
import io.tenantry.core.tenants.TenantTargetRepository;
import java.time.InstantSource;

/** The parts behind all log services of one engine, whoever is asking. */
public final class LogEngine {
  private final Catalog catalog;
  private final TenantTargetRepository targets;
  private final TenantDatabases databases;
  private final Lanes lanes;
  private final QueryLogs logs;
  private final InstantSource clock;

  /** Puts the parts together. */
  public LogEngine(
      Catalog catalog,
      TenantTargetRepository targets,
      TenantDatabases databases,
      Lanes lanes,
      QueryLogs logs,
      InstantSource clock) {
    this.catalog = catalog;
    this.targets = targets;
    this.databases = databases;
    this.lanes = lanes;
    this.logs = logs;
    this.clock = clock;
  }

  Catalog catalog() {
    return catalog;
  }

  TenantTargetRepository targets() {
    return targets;
  }

  TenantDatabases databases() {
    return databases;
  }

  Lanes lanes() {
    return lanes;
  }

  QueryLogs logs() {
    return logs;
  }

  InstantSource clock() {
    return clock;
  }
}
