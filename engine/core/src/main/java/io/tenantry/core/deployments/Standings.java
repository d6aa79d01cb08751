package io.tenantry.core.deployments;

import io.tenantry.core.catalog.Catalog;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Tells where the databases of a deployment are now. What the catalog said holds until it changes,
 * so one look serves the tenants that come next, too. Any thread.
 */
final class Standings {
  private static final int AHEAD = 128;

  private final Catalog catalog;
  private final DeploymentRow deployment;
  private final Map<Long, Standing> known = new HashMap<>();
  private long asOf = -1;

  Standings(Catalog catalog, DeploymentRow deployment) {
    this.catalog = catalog;
    this.deployment = deployment;
  }

  /** Returns where a tenant's database is; empty when the tenant is gone. */
  synchronized Optional<Standing> of(long tenant) {
    long changes = catalog.changes();
    if (changes != asOf) {
      known.clear();
      asOf = changes;
    }
    if (!known.containsKey(tenant)) {
      known.putAll(
          catalog.read(
              handle -> DeploymentTargetRepository.standings(handle, deployment, tenant, AHEAD)));
    }
    return Optional.ofNullable(known.get(tenant));
  }
}
