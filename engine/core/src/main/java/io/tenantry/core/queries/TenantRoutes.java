package io.tenantry.core.queries;

import io.tenantry.contract.projects.ProjectId;
import io.tenantry.contract.tenants.TenantId;
import io.tenantry.contract.workspaces.WorkspaceName;
import io.tenantry.core.blueprints.BlueprintHead;
import io.tenantry.core.blueprints.BlueprintHeads;
import io.tenantry.core.catalog.Catalog;
import io.tenantry.core.tenants.TenantTargetRepository;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Finds the database that a statement is for. What the catalog said is remembered until the catalog
 * changes in any way, so a known route costs one look into a map. Any thread.
 */
public final class TenantRoutes {
  private static final int REMEMBERED = 20_000;

  private final Catalog catalog;
  private final TenantTargetRepository targets;
  private final Map<Key, Known> known = new ConcurrentHashMap<>();

  private record Key(ProjectId project, TenantId tenant, WorkspaceName blueprint) {}

  private record Known(long changes, TenantRoute route) {}

  /** Reads routes from a catalog. */
  public TenantRoutes(Catalog catalog, TenantTargetRepository targets) {
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

  private TenantRoute find(ProjectId project, TenantId tenant, WorkspaceName blueprint) {
    Key key = new Key(project, tenant, blueprint);
    long changes = catalog.changes(); // before the read: a change in between makes it stale
    Known found = known.get(key);
    if (found != null && found.changes == changes) {
      return found.route;
    }
    TenantRoute route =
        catalog.read(
            handle -> {
              BlueprintHead head = BlueprintHeads.get(handle, project, blueprint);
              return new TenantRoute(head, targets.get(handle, project, tenant, head));
            });
    if (known.size() >= REMEMBERED) {
      known.clear();
    }
    known.put(key, new Known(changes, route));
    return route;
  }
}
