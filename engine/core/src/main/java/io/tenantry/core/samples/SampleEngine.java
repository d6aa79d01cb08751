package io.tenantry.core.samples;

import io.tenantry.core.catalog.Catalog;
import io.tenantry.core.databases.Lanes;
import io.tenantry.core.databases.TenantDatabases;
import io.tenantry.core.logs.RecentUse;
import io.tenantry.core.tenants.TenantFiles;
import java.time.InstantSource;

/** The parts behind samples of tenants, whoever is asking. */
public final class SampleEngine implements AutoCloseable {
  private final Catalog catalog;
  private final TenantFiles files;
  private final Lanes lanes;
  private final RecentUse use;
  private final RowCounts rows;
  private final InstantSource clock;

  /** Puts the parts together; nothing is looked at before somebody asks. */
  public SampleEngine(
      Catalog catalog,
      TenantFiles files,
      TenantDatabases databases,
      Lanes lanes,
      RecentUse use,
      InstantSource clock) {
    this.catalog = catalog;
    this.files = files;
    this.lanes = lanes;
    this.use = use;
    this.clock = clock;
    rows = new RowCounts(databases, clock);
  }

  Catalog catalog() {
    return catalog;
  }

  TenantFiles files() {
    return files;
  }

  Lanes lanes() {
    return lanes;
  }

  RecentUse use() {
    return use;
  }

  RowCounts rows() {
    return rows;
  }

  InstantSource clock() {
    return clock;
  }

  /** Counts no rows any more. */
  @Override
  public void close() {
    rows.close();
  }
}
