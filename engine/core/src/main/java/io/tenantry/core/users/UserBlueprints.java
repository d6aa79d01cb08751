package io.tenantry.core.users;

import io.tenantry.contract.error.EngineException;
import io.tenantry.contract.projects.ProjectId;
import io.tenantry.contract.tenants.TenantId;
import io.tenantry.contract.workspaces.WorkspaceName;
import io.tenantry.core.catalog.Catalog;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jdbi.v3.core.Handle;

/**
 * Finds the blueprint of the one database that an address means. Remembered until the catalog
 * changes. Any thread.
 */
final class UserBlueprints {
  private static final int REMEMBERED = 20_000;
  private static final String BLUEPRINTS =
      """
      SELECT b.name
      FROM tenant t
      JOIN tenant_database d ON d.tenant_id = t.id AND d.status = 'ready'
      JOIN blueprint b ON b.id = d.blueprint_id
      WHERE t.project_id = :project AND t.name = :slug
      """;

  private final Catalog catalog;
  private final Map<Key, Known> known = new ConcurrentHashMap<>();

  private record Key(ProjectId project, TenantId slug) {}

  private record Known(long changes, WorkspaceName blueprint) {}

  UserBlueprints(Catalog catalog) {
    this.catalog = catalog;
  }

  /**
   * Returns the blueprint.
   *
   * @throws EngineException NOT_FOUND {@code Database not found: x}; BAD_REQUEST for a tenant with
   *     several databases
   */
  WorkspaceName blueprint(ProjectId project, TenantId slug) {
    Key key = new Key(project, slug);
    long changes = catalog.changes();
    Known found = known.get(key);
    if (found != null && found.changes == changes) {
      return found.blueprint;
    }
    List<WorkspaceName> blueprints = catalog.read(handle -> blueprints(handle, key));
    if (blueprints.isEmpty()) {
      throw UserProvisioning.notFound(slug.value());
    }
    if (blueprints.size() > 1) {
      throw EngineException.badRequest(
          "Tenant '%s' has several databases; query it with POST /tenants/%s/query"
              .formatted(slug, slug));
    }
    if (known.size() >= REMEMBERED) {
      known.clear();
    }
    known.put(key, new Known(changes, blueprints.getFirst()));
    return blueprints.getFirst();
  }

  private static List<WorkspaceName> blueprints(Handle handle, Key key) {
    return handle
        .createQuery(BLUEPRINTS)
        .bind("project", key.project().value())
        .bind("slug", key.slug().value())
        .mapTo(String.class)
        .stream()
        .map(WorkspaceName::new)
        .toList();
  }
}
