package io.tenantry.core.tenants;

import io.tenantry.contract.error.EngineException;
import io.tenantry.contract.projects.ProjectId;
import io.tenantry.contract.tenants.TenantId;
import io.tenantry.contract.workspaces.WorkspaceName;
import io.tenantry.core.blueprints.BlueprintHead;
import io.tenantry.core.hosts.TenantPlace;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/** Finds the databases of tenants for those features that work on their files. Any thread. */
public final class TenantTargetRepository {
  private static final String ONE =
      """
      SELECT t.id, t.name, t.status, d.minor, d.isolation_level, d.region, d.generation
      FROM tenant t
      LEFT JOIN tenant_database d
        ON d.tenant_id = t.id AND d.blueprint_id = :blueprint AND d.status = 'ready'
      WHERE t.project_id = :project AND t.name = :tenant
      """;
  private static final String NAMED =
      """
      SELECT t.id, t.name, t.status, d.minor, d.isolation_level, d.region, d.generation
      FROM tenant t
      LEFT JOIN tenant_database d
        ON d.tenant_id = t.id AND d.blueprint_id = :blueprint AND d.status = 'ready'
      WHERE t.project_id = :project AND t.name IN (SELECT value FROM json_each(:names))
      ORDER BY +t.id
      """;
  private static final String ALL =
      """
      SELECT t.id, t.name, t.status, d.minor, d.isolation_level, d.region, d.generation
      FROM tenant_database d
      JOIN tenant t ON t.id = d.tenant_id
      WHERE d.blueprint_id = :blueprint AND d.status = 'ready'
        AND t.status NOT IN ('deleted', 'partially_deleted')
      ORDER BY t.id
      """;

  private final TenantFiles files;

  /** Finds files with the given layout. */
  public TenantTargetRepository(TenantFiles files) {
    this.files = files;
  }

  /**
   * Returns a tenant's database of a blueprint, whatever state the tenant is in.
   *
   * @throws EngineException NOT_FOUND for the tenant, or when it does not have the blueprint
   */
  public TenantTarget get(
      Handle handle, ProjectId project, TenantId tenant, BlueprintHead blueprint) {
    return handle
        .createQuery(ONE)
        .bind("project", project.value())
        .bind("tenant", tenant.value())
        .bind("blueprint", blueprint.id())
        .map((row, _) -> target(row, project, blueprint))
        .findOne()
        .orElseThrow(() -> Refusals.notFound(tenant.value()));
  }

  /**
   * Returns the databases of the named tenants in catalog order, whatever state they are in.
   *
   * @throws EngineException NOT_FOUND naming the first that does not exist or does not have the
   *     blueprint
   */
  public List<TenantTarget> named(
      Handle handle, ProjectId project, BlueprintHead blueprint, List<TenantId> tenants) {
    List<TenantTarget> found =
        handle
            .createQuery(NAMED)
            .bind("project", project.value())
            .bind("names", Ids.jsonTexts(tenants.stream().map(TenantId::value).toList()))
            .bind("blueprint", blueprint.id())
            .map((row, _) -> target(row, project, blueprint))
            .list();
    Map<TenantId, TenantTarget> byName =
        found.stream().collect(Collectors.toMap(TenantTarget::tenant, Function.identity()));
    for (TenantId tenant : tenants) {
      if (!byName.containsKey(tenant)) {
        throw Refusals.notFound(tenant.value());
      }
    }
    return found;
  }

  /**
   * Returns the databases of all tenants of a blueprint in catalog order, the trash left out. The
   * list is read-only and makes its elements when asked, so that it stays small.
   */
  public List<TenantTarget> all(Handle handle, ProjectId project, BlueprintHead blueprint) {
    TenantTargets all = new TenantTargets(files);
    handle
        .createQuery(ALL)
        .bind("blueprint", blueprint.id())
        .map((row, _) -> row(row, project, blueprint))
        .forEach(all::append);
    return all;
  }

  /** Reads the place of a database from the columns isolation_level, region and generation. */
  public static TenantPlace place(
      ResultSet row, ProjectId project, WorkspaceName blueprint, TenantId tenant)
      throws SQLException {
    return new TenantPlace(
        project,
        blueprint,
        tenant,
        row.getInt("isolation_level"),
        Optional.ofNullable(row.getString("region")),
        row.getInt("generation"));
  }

  private TenantTarget target(ResultSet row, ProjectId project, BlueprintHead blueprint)
      throws SQLException {
    return row(row, project, blueprint).in(files);
  }

  private static TenantTargets.Row row(ResultSet row, ProjectId project, BlueprintHead blueprint)
      throws SQLException {
    TenantId tenant = new TenantId(row.getString("name"));
    int minor = row.getInt("minor");
    if (row.wasNull()) {
      throw EngineException.notFound(
          "Tenant '%s' does not have blueprint '%s'".formatted(tenant, blueprint.name()));
    }
    return new TenantTargets.Row(
        row.getLong("id"),
        TenantRepository.statusOf(row.getString("status")),
        place(row, project, blueprint.name(), tenant),
        minor);
  }
}
