package io.tenantry.core.backups;

import io.tenantry.contract.Coded;
import io.tenantry.contract.error.EngineException;
import io.tenantry.contract.projects.ProjectId;
import io.tenantry.contract.tenants.TenantId;
import io.tenantry.contract.tenants.TenantStatus;
import io.tenantry.contract.workspaces.WorkspaceName;
import io.tenantry.core.hosts.TenantPlace;
import io.tenantry.core.tenants.Ids;
import io.tenantry.core.tenants.TenantTargetRepository;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Finds the databases that are backed up, inside a transaction of its caller. */
final class BackupTargetRepository {
  private static final String COLUMNS =
      """
      SELECT d.id, d.tenant_id, t.project_id, t.name AS tenant, t.status, d.blueprint_id,
             b.name AS blueprint, d.minor, d.isolation_level, d.region, d.generation
      FROM tenant_database d
      JOIN tenant t ON t.id = d.tenant_id
      JOIN blueprint b ON b.id = d.blueprint_id
      WHERE d.status = 'ready'
      """;
  private static final String OF_TENANT =
      COLUMNS + "AND t.project_id = :project AND t.name = :tenant ORDER BY b.name";
  private static final String BY_ROWS =
      COLUMNS + "AND d.tenant_id = :tenant AND d.blueprint_id = :blueprint";

  /** Those without a nightly backup since it fell due; the trash keeps what it has. */
  private static final String DUE =
      COLUMNS
          + """
            AND d.id > :after AND d.created_at < :due
            AND t.status NOT IN ('deleted', 'partially_deleted', 'provisioning')
            AND NOT EXISTS (
              SELECT 1 FROM backup k
              WHERE k.tenant_id = d.tenant_id AND k.blueprint_id = d.blueprint_id
                AND k.type = 'scheduled' AND k.status <> 'failed' AND k.created_at >= :due)
            ORDER BY d.id
            LIMIT :page
          """;

  private static final String FIRST_UNKNOWN =
      """
      SELECT value FROM json_each(:tenants)
      WHERE NOT EXISTS (SELECT 1 FROM tenant WHERE project_id = :project AND name = value)
      ORDER BY key LIMIT 1
      """;

  private BackupTargetRepository() {}

  /**
   * Lets tenants pass that there are.
   *
   * @throws EngineException NOT_FOUND with the documented text
   */
  static void requireTenant(Handle handle, ProjectId project, TenantId tenant) {
    requireTenants(handle, project, List.of(tenant));
  }

  /**
   * Checks many at once, in their order.
   *
   * @throws EngineException NOT_FOUND naming the first that is not there
   */
  static void requireTenants(Handle handle, ProjectId project, List<TenantId> tenants) {
    handle
        .createQuery(FIRST_UNKNOWN)
        .bind("project", project.value())
        .bind("tenants", Ids.jsonTexts(tenants.stream().map(TenantId::value).toList()))
        .mapTo(String.class)
        .findFirst()
        .ifPresent(
            unknown -> {
              throw EngineException.notFound("Tenant not found: " + unknown);
            });
  }

  /** Returns the databases of a tenant in the order of their blueprints. */
  static List<BackupTarget> ofTenant(Handle handle, ProjectId project, TenantId tenant) {
    return handle
        .createQuery(OF_TENANT)
        .bind("project", project.value())
        .bind("tenant", tenant.value())
        .map((row, _) -> target(row))
        .list();
  }

  /** Returns one database, if it is still there. */
  static Optional<BackupTarget> of(Handle handle, TenantPlace place) {
    return ofTenant(handle, place.project(), place.tenant()).stream()
        .filter(target -> target.place().blueprint().equals(place.blueprint()))
        .findFirst();
  }

  /** Returns the database that a tenant has of a blueprint, if it is still there. */
  static Optional<BackupTarget> of(Handle handle, long tenant, long blueprint) {
    return handle
        .createQuery(BY_ROWS)
        .bind("tenant", tenant)
        .bind("blueprint", blueprint)
        .map((row, _) -> target(row))
        .findOne();
  }

  /** Returns the next databases without a nightly backup since the instant, by row. */
  static List<BackupTarget> due(Handle handle, Instant due, long after, int page) {
    return handle
        .createQuery(DUE)
        .bind("due", due.toEpochMilli())
        .bind("after", after)
        .bind("page", page)
        .map((row, _) -> target(row))
        .list();
  }

  private static BackupTarget target(ResultSet row) throws SQLException {
    return new BackupTarget(
        row.getLong("id"),
        row.getLong("tenant_id"),
        Coded.find(TenantStatus.class, row.getString("status")).orElseThrow(),
        row.getLong("blueprint_id"),
        row.getInt("minor"),
        TenantTargetRepository.place(
            row,
            new ProjectId(row.getString("project_id")),
            new WorkspaceName(row.getString("blueprint")),
            new TenantId(row.getString("tenant"))));
  }
}
