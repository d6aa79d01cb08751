package io.tenantry.core.queries;

import io.tenantry.contract.error.EngineException;
import io.tenantry.contract.projects.ProjectId;
import io.tenantry.contract.tenants.TenantId;
import io.tenantry.contract.workspaces.WorkspaceName;
import io.tenantry.core.blueprints.BlueprintHead;
import io.tenantry.core.blueprints.BlueprintHeads;
import io.tenantry.core.catalog.Catalog;
import io.tenantry.core.databases.Lease;
import io.tenantry.core.hosts.TenantPlace;
import io.tenantry.core.tenants.TenantTargetRepository;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * Finds the database that a statement is for. What the catalog said is remembered until the catalog
 * changes in any way, so a known route costs one look into a map.
 *
 * <p>A database can be moved between the moment its route is found and the moment a connection is
 * leased, so the place counts that it has while the connection is leased: whoever moves a database
 * takes all of its connections first. Any thread.
 */
public final class DatabaseRoutes {
  private static final int REMEMBERED = 20_000;

  private final Catalog catalog;
  private final TenantTargetRepository targets;
  private final Map<Key, TenantRoute> known = new ConcurrentHashMap<>();

  private record Key(ProjectId project, TenantId tenant, WorkspaceName blueprint) {}

  /** Reads routes from a catalog. */
  public DatabaseRoutes(Catalog catalog, TenantTargetRepository targets) {
    this.catalog = catalog;
    this.targets = targets;
  }

  /**
   * Returns the route to a tenant that accepts queries.
   *
   * @throws io.tenantry.contract.error.EngineException NOT_FOUND for the tenant or the blueprint;
   *     CONFLICT with the documented text when the tenant's state does not allow queries
   */
  public TenantRoute queryable(ProjectId project, TenantId tenant, WorkspaceName blueprint) {
    TenantRoute route = find(project, tenant, blueprint);
    route.target().requireQueryable();
    return route;
  }

  /** Returns a route as it is by now: the same one as long as the catalog did not change. */
  public TenantRoute current(TenantRoute route) {
    return route.asOf() == catalog.changes() ? route : find(route.target().place());
  }

  /**
   * Leases a connection of the database that a route leads to.
   *
   * @return empty when the database was moved meanwhile: then the route has to be found again
   */
  public Optional<Lease> lease(TenantRoute route, Supplier<Lease> leasing) {
    Lease lease;
    try {
      lease = leasing.get();
    } catch (EngineException e) {
      if (isThere(route)) {
        throw e;
      }
      return Optional.empty(); // the file is gone: nobody may use it any more
    }
    boolean there = false;
    try {
      there = isThere(route);
      return there ? Optional.of(lease) : Optional.empty();
    } finally {
      if (!there) {
        lease.close();
      }
    }
  }

  private boolean isThere(TenantRoute route) {
    TenantPlace place = route.target().place();
    return route.asOf() == catalog.changes() || place.equals(find(place).target().place());
  }

  private TenantRoute find(TenantPlace place) {
    return find(place.project(), place.tenant(), place.blueprint());
  }

  /** Returns a route without asking the catalog; empty when only the catalog knows. */
  public Optional<TenantRoute> known(ProjectId project, TenantId tenant, WorkspaceName blueprint) {
    long changes = catalog.changes();
    return Optional.ofNullable(known.get(new Key(project, tenant, blueprint)))
        .filter(route -> route.asOf() == changes);
  }

  /**
   * Returns the route to a tenant, whatever state it is in.
   *
   * @throws EngineException NOT_FOUND for the tenant or the blueprint
   */
  public TenantRoute find(ProjectId project, TenantId tenant, WorkspaceName blueprint) {
    Key key = new Key(project, tenant, blueprint);
    long changes = catalog.changes(); // before the read: a change in between makes it stale
    TenantRoute found = known.get(key);
    if (found != null && found.asOf() == changes) {
      return found;
    }
    TenantRoute route =
        catalog.read(
            handle -> {
              BlueprintHead head = BlueprintHeads.get(handle, project, blueprint);
              return new TenantRoute(head, targets.get(handle, project, tenant, head), changes);
            });
    if (known.size() >= REMEMBERED) {
      known.clear();
    }
    known.put(key, route);
    return route;
  }
}
