package io.tenantry.core.deployments;

import io.tenantry.contract.deployments.DeploymentId;
import io.tenantry.contract.projects.ProjectId;
import io.tenantry.contract.tenants.TenantId;
import io.tenantry.contract.tenants.TenantStatus;
import io.tenantry.core.hosts.TenantPlace;
import io.tenantry.core.tenants.TenantTargetRepository;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/** Rows of tenants that a deployment is for. */
final class DeploymentTargetRepository {
  private static final String NAMED =
      """
      SELECT t.name, t.status, d.minor
      FROM tenant t
      LEFT JOIN tenant_database d
        ON d.tenant_id = t.id AND d.blueprint_id = :blueprint AND d.status = 'ready'
      WHERE t.project_id = :project AND t.name IN (SELECT value FROM json_each(:names))
      """;

  private static final String PENDING =
      """
      SELECT d.tenant_id, t.name, f.minor, d.to_minor, d.backup_path, f.isolation_level, f.region,
             f.generation
      FROM deployment_tenant d
      JOIN tenant t ON t.id = d.tenant_id
      JOIN tenant_database f ON f.tenant_id = d.tenant_id AND f.blueprint_id = :blueprint
      WHERE d.deployment_id = :id AND d.state = 'pending' AND d.tenant_id > :after
        AND d.tenant_id <= :last
      ORDER BY d.tenant_id
      LIMIT :page
      """;
  private static final String STANDINGS =
      """
      SELECT d.tenant_id, t.name, t.status, f.isolation_level, f.region, f.generation
      FROM deployment_tenant d
      JOIN tenant t ON t.id = d.tenant_id
      JOIN tenant_database f ON f.tenant_id = d.tenant_id AND f.blueprint_id = :blueprint
      WHERE d.deployment_id = :id AND d.tenant_id >= :tenant
      ORDER BY d.tenant_id
      LIMIT :most
      """;

  private static final String COUNT =
      """
      UPDATE deployment
      SET total = :total,
          skipped = (SELECT count(*) FROM deployment_tenant d
                     WHERE d.deployment_id = :id AND d.state = 'skipped')
      WHERE id = :id
      """;

  private DeploymentTargetRepository() {}

  /** Writes down how many tenants a deployment is for, and how many of them are there already. */
  static void count(Handle handle, DeploymentId id, int total) {
    handle.createUpdate(COUNT).bind("total", total).bind("id", id.value()).execute();
  }

  /** Finds tenants by name; those that do not exist are missing. */
  static Map<String, NamedTenant> named(
      Handle handle, ProjectId project, long blueprint, String names) {
    return handle
        .createQuery(NAMED)
        .bind("project", project.value())
        .bind("blueprint", blueprint)
        .bind("names", names)
        .map(
            (row, _) ->
                Map.entry(
                    row.getString("name"),
                    new NamedTenant(status(row), row.getObject("minor") != null)))
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  /** Returns the next tenants that wait, in catalog order; empty when none is left. */
  static List<TargetTenant> pending(
      Handle handle, DeploymentRow deployment, long after, long last, int page) {
    return handle
        .createQuery(PENDING)
        .bind("id", deployment.id().value())
        .bind("blueprint", deployment.blueprintId())
        .bind("after", after)
        .bind("last", last)
        .bind("page", page)
        .map((row, _) -> target(row, deployment))
        .list();
  }

  private static TargetTenant target(ResultSet row, DeploymentRow deployment) throws SQLException {
    int own = row.getInt("to_minor");
    int target = row.wasNull() ? deployment.minor() : own;
    return new TargetTenant(
        row.getLong("tenant_id"),
        row.getInt("minor"),
        target,
        place(row, deployment),
        Optional.ofNullable(row.getString("backup_path")));
  }

  private static TenantPlace place(ResultSet row, DeploymentRow deployment) throws SQLException {
    return TenantTargetRepository.place(
        row, deployment.project(), deployment.blueprint(), new TenantId(row.getString("name")));
  }

  /** Returns where the databases of a tenant and of those behind it are now, by tenant. */
  static Map<Long, Standing> standings(
      Handle handle, DeploymentRow deployment, long tenant, int most) {
    return handle
        .createQuery(STANDINGS)
        .bind("id", deployment.id().value())
        .bind("tenant", tenant)
        .bind("blueprint", deployment.blueprintId())
        .bind("most", most)
        .map(
            (row, _) ->
                Map.entry(
                    row.getLong("tenant_id"), new Standing(status(row), place(row, deployment))))
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  private static TenantStatus status(ResultSet row) throws SQLException {
    return TenantStatus.valueOf(row.getString("status").toUpperCase(Locale.ROOT));
  }
}
