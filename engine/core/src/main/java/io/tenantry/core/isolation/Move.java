package io.tenantry.core.isolation;

import io.tenantry.contract.tenants.IsolationStarted;
import io.tenantry.core.hosts.TenantPlace;
import java.util.Optional;

/**
 * A move of one database.
 *
 * @param id its row
 * @param tenantId row of the tenant
 * @param from where the database is until the switch
 * @param to where it is afterwards
 */
record Move(long id, long tenantId, TenantPlace from, TenantPlace to) {
  IsolationStarted started() {
    boolean onlyRegion = from.isolationLevel() == to.isolationLevel();
    return new IsolationStarted(
        from.tenant(),
        from.blueprint(),
        from.isolationLevel(),
        to.isolationLevel(),
        onlyRegion ? from.region() : Optional.empty(),
        onlyRegion ? to.region() : Optional.empty());
  }

  @Override
  public String toString() {
    return "%s of %s from %s to %s"
        .formatted(from.database(), from.project(), host(from), host(to));
  }

  private static String host(TenantPlace place) {
    return place.region().orElse("the shared host");
  }
}
