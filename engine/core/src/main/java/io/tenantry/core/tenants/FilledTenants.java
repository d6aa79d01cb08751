package io.tenantry.core.tenants;

import io.tenantry.contract.error.EngineException;
import io.tenantry.contract.projects.ProjectId;
import io.tenantry.contract.tenants.TenantDatabaseRequest;
import io.tenantry.contract.tenants.TenantId;
import io.tenantry.contract.tenants.TenantStatus;
import io.tenantry.core.access.Secrets;
import io.tenantry.core.access.Tier;
import io.tenantry.core.blueprints.BlueprintHead;
import io.tenantry.core.catalog.Catalog;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/**
 * Makes databases on the shared host that have rows from their first moment on: for new tenants,
 * and for tenants that do not have the blueprint. A crash leaves none of them half full; see {@link
 * Provisioning}. Any thread.
 */
public final class FilledTenants {
  private final Catalog catalog;
  private final Secrets secrets;
  private final Provisioning provisioning;
  private final InstantSource clock;

  /** Makes them with a provisioning whose threads may be busy for long. */
  public FilledTenants(
      Catalog catalog, Secrets secrets, Provisioning provisioning, InstantSource clock) {
    this.catalog = catalog;
    this.secrets = secrets;
    this.provisioning = provisioning;
    this.clock = clock;
  }

  /**
   * Makes one database per tenant.
   *
   * @param tier limits of the project
   * @param tenants none of them has a database of the blueprint
   * @return why those that failed did, by id
   */
  public Map<TenantId, EngineException> make(
      ProjectId project,
      Tier tier,
      BlueprintHead blueprint,
      List<TenantId> tenants,
      Filling filling) {
    WantedDatabase wanted =
        new WantedDatabase(TenantDatabaseRequest.shared(blueprint.name()), blueprint);
    List<NewTenant> prepared =
        tenants.stream().map(id -> NewTenant.of(secrets, project, id)).toList();
    Map<TenantId, EngineException> failed = new LinkedHashMap<>();
    List<Making> announced =
        catalog.write(
            handle -> {
              List<Making> making = new ArrayList<>();
              for (NewTenant tenant : prepared) {
                announce(handle, project, tier, tenant, wanted, making, failed);
              }
              ProvisioningRepository.announce(handle, making, wanted, clock.instant());
              return making;
            });
    if (!announced.isEmpty()) {
      failed.putAll(provisioning.make(project, announced, List.of(wanted), filling));
    }
    return failed;
  }

  private void announce(
      Handle handle,
      ProjectId project,
      Tier tier,
      NewTenant tenant,
      WantedDatabase wanted,
      List<Making> making,
      Map<TenantId, EngineException> failed) {
    try {
      making.add(
          TenantRepository.find(handle, project, tenant.name())
              .map(existing -> extend(handle, existing, wanted))
              .orElseGet(() -> insert(handle, project, tier, tenant)));
    } catch (EngineException e) {
      failed.put(tenant.name(), e);
    }
  }

  private static Making extend(Handle handle, TenantRow tenant, WantedDatabase wanted) {
    if (tenant.status() != TenantStatus.READY && tenant.status() != TenantStatus.SUSPENDED) {
      throw Refusals.notQueryable(tenant.name(), tenant.status());
    }
    if (ProvisioningRepository.hasBlueprint(handle, tenant.id(), wanted.head())) {
      throw Refusals.exists(tenant.name());
    }
    return new Making(tenant.id(), tenant.name());
  }

  private Making insert(Handle handle, ProjectId project, Tier tier, NewTenant tenant) {
    tier.requireTenants(TenantRepository.count(handle, project) + 1);
    return ProvisioningRepository.insert(handle, project, List.of(tenant), clock.instant())
        .getFirst();
  }
}
