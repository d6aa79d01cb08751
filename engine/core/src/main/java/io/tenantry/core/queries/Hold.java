package io.tenantry.core.queries;

import io.tenantry.contract.tenants.TenantId;
import io.tenantry.contract.tenants.TenantStatus;
import io.tenantry.core.catalog.Catalog;
import io.tenantry.core.sqlite.Deadline;
import io.tenantry.core.tenants.Refusals;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Keeps statements waiting while their tenant switches to another place. They wait on the thread
 * that asks, not on one of those that work inside SQLite: these are few, and other tenants need
 * them. Any thread.
 */
public final class Hold {
  private static final Duration LONGEST = Duration.ofSeconds(10);

  private final Catalog catalog;

  /** Learns from the catalog when a switch is over. */
  public Hold(Catalog catalog) {
    this.catalog = catalog;
  }

  /**
   * Tries until there is a result, again whenever the catalog has changed.
   *
   * @param attempt empty while the tenant is moving, or when it has just moved
   * @throws io.tenantry.contract.error.EngineException CONFLICT {@code Tenant 'x' is migrating. Try
   *     again later.} after ten seconds; else what the attempt throws
   */
  public <T> T run(TenantId tenant, Supplier<Optional<T>> attempt) {
    Deadline deadline = Deadline.in(LONGEST);
    while (true) {
      long seen = catalog.changes();
      Optional<T> result = attempt.get();
      if (result.isPresent()) {
        return result.get();
      }
      if (!catalog.awaitChange(seen, deadline.remainingNanos())) {
        throw Refusals.notQueryable(tenant, TenantStatus.MIGRATING);
      }
    }
  }
}
