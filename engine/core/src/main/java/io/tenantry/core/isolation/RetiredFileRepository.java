package io.tenantry.core.isolation;

import io.tenantry.contract.projects.ProjectId;
import io.tenantry.contract.tenants.TenantId;
import io.tenantry.contract.workspaces.WorkspaceName;
import io.tenantry.core.hosts.TenantPlace;
import io.tenantry.core.tenants.TenantTargetRepository;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** The rows of files that have to go, inside a transaction of the caller. */
final class RetiredFileRepository {
  private static final String INSERT =
      """
      INSERT OR REPLACE INTO retired_file (project_id, blueprint, tenant, isolation_level, region,
                                           generation)
      VALUES (:project, :blueprint, :tenant, :level, :region, :generation)
      """;
  private static final String ALL =
      """
      SELECT project_id, blueprint, tenant, isolation_level, region, generation
      FROM retired_file
      ORDER BY project_id, tenant, blueprint, generation
      """;
  private static final String DELETE =
      """
      DELETE FROM retired_file
      WHERE project_id = :project AND blueprint = :blueprint AND tenant = :tenant
        AND generation = :generation
      """;
  private static final String IS_IN_USE =
      """
      SELECT count(*)
      FROM tenant_database d
      JOIN tenant t ON t.id = d.tenant_id
      JOIN blueprint b ON b.id = d.blueprint_id
      WHERE t.project_id = :project AND t.name = :tenant AND b.name = :blueprint
        AND d.isolation_level = :level AND d.region IS :region AND d.generation = :generation
      """;

  private RetiredFileRepository() {}

  /** Notes that the file of a place has to go. */
  static void insert(Handle handle, TenantPlace place) {
    handle
        .createUpdate(INSERT)
        .bind("project", place.project().value())
        .bind("blueprint", place.blueprint().value())
        .bind("tenant", place.tenant().value())
        .bind("level", place.isolationLevel())
        .bind("region", place.region())
        .bind("generation", place.generation())
        .execute();
  }

  /** Returns the places whose files may still be there. */
  static List<TenantPlace> all(Handle handle) {
    return handle
        .createQuery(ALL)
        .map(
            (row, _) ->
                TenantTargetRepository.place(
                    row,
                    new ProjectId(row.getString("project_id")),
                    new WorkspaceName(row.getString("blueprint")),
                    new TenantId(row.getString("tenant"))))
        .list();
  }

  /** Notes that the file is gone. */
  static void delete(Handle handle, TenantPlace place) {
    handle
        .createUpdate(DELETE)
        .bind("project", place.project().value())
        .bind("blueprint", place.blueprint().value())
        .bind("tenant", place.tenant().value())
        .bind("generation", place.generation())
        .execute();
  }

  /** Returns whether a database is at the place: one of a later tenant of the same id. */
  static boolean isInUse(Handle handle, TenantPlace place) {
    return handle
            .createQuery(IS_IN_USE)
            .bind("project", place.project().value())
            .bind("blueprint", place.blueprint().value())
            .bind("tenant", place.tenant().value())
            .bind("level", place.isolationLevel())
            .bind("region", place.region())
            .bind("generation", place.generation())
            .mapTo(Integer.class)
            .one()
        > 0;
  }
}
